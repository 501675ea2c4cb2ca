/** Sorting of a range and of a table. */
import { columnsOf } from "../../model/cells/rectangle";
import { sortRange } from "../../model/tables/sort";
import { bodyOf, type SortField } from "../../model/tables/table";
import { tableIn } from "../../model/tables/tables";
import { replaceTable } from "../../model/tables/replace-table";
import { refuse } from "../../refusal";
import type { RangeRef } from "../../session";
import { objectType, type ObjectType, type Arguments, type Turn } from "../../wire/object-type";
import { flag, oneOf, plainObject, wholeNumber } from "../arguments";
import { colorFrom } from "../color";
import { cellsOfRange } from "./address";

const SORT_ON = ["Value", "CellColor", "FontColor", "Icon"] as const;
const DATA = ["Normal", "TextAsNumber"] as const;
const METHODS = ["PinYin", "StrokeCount"] as const;

const fieldsFrom = (given: unknown): readonly SortField[] => {
  if (!Array.isArray(given) || given.length === 0) return refuse("InvalidArgument");
  return given.map((each): SortField => {
    const field = plainObject(each);
    const sortOn = oneOf(field.sortOn, SORT_ON, "Value");
    if (sortOn === "Icon")
      return refuse("NotImplemented", "Sorting by icon is not implemented in the workbench.");
    return {
      key: wholeNumber(field.key),
      ascending: flag(field.ascending, true),
      sortOn,
      dataOption: oneOf(field.dataOption, DATA, "Normal"),
      ...(typeof field.color === "string" && field.color !== "" ? { color: colorFrom(field.color) } : {}),
    };
  });
};

export const rangeSort: ObjectType<RangeRef> = objectType<RangeRef>("RangeSort", {
  methods: {
    apply: (ref: RangeRef, args: Arguments, { draft }: Turn) => {
      oneOf(args[4], METHODS, "PinYin");
      sortRange(draft, ref.sheet, cellsOfRange(ref), fieldsFrom(args[0]), {
        matchCase: flag(args[1], false),
        hasHeaders: flag(args[2], false),
        orientation: oneOf(args[3], ["Rows", "Columns"] as const, "Rows"),
      });
    },
  },
});

interface TableRef {
  readonly id: string;
}

const sortTable = ({ draft }: Turn, id: string): void => {
  const table = tableIn(draft, id);
  if (!table.sort) return;
  const { fields, matchCase } = table.sort;
  const body = bodyOf(table);
  if (fields.some(({ key }) => key >= columnsOf(body))) refuse("InvalidArgument");
  sortRange(draft, table.sheet, body, fields, { matchCase });
};

export const tableSort: ObjectType<TableRef> = objectType<TableRef>("TableSort", {
  scalars: {
    fields: { get: (ref, { draft }) => tableIn(draft, ref.id).sort?.fields ?? [] },
    matchCase: { get: (ref, { draft }) => tableIn(draft, ref.id).sort?.matchCase ?? false },
    method: { get: (ref, { draft }) => tableIn(draft, ref.id).sort?.method ?? "PinYin" },
  },
  methods: {
    apply: (ref: TableRef, args: Arguments, turn: Turn) => {
      const table = tableIn(turn.draft, ref.id);
      replaceTable(turn.draft, {
        ...table,
        sort: {
          fields: fieldsFrom(args[0]),
          matchCase: flag(args[1], false),
          method: oneOf(args[2], METHODS, "PinYin"),
        },
      });
      sortTable(turn, ref.id);
    },
    clear: (ref: TableRef, _: Arguments, { draft }: Turn) => {
      const { sort: __, ...table } = tableIn(draft, ref.id);
      replaceTable(draft, table);
    },
    reapply: (ref: TableRef, _: Arguments, turn: Turn) => sortTable(turn, ref.id),
  },
});
