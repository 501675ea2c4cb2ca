/** Conditional formats of ranges: adding them, their order, where they apply, and the parts of their type. */
import { guid } from "../../model/book";
import { clearConditionalFormats } from "../../model/looks/clear-rules";
import type { ConditionalFormat } from "../../model/looks/conditional";
import { sheetIn, takeId, updateSheet, type Draft } from "../../model/draft";
import { overlaps } from "../../model/cells/rectangle";
import { refuse } from "../../refusal";
import {
  handle,
  objectType,
  type Arguments,
  type Handle,
  type ObjectType,
  type Turn,
} from "../../wire/object-type";
import { flag, oneOf, text, wholeNumber } from "../arguments";
import { changeRuleMethods, setRanges } from "./change-rule";
import { of, update, type FormatRef } from "./kept";
import { colorScale, dataBar, iconSet } from "./pictures";
import { cellValue, custom, preset, textComparison, topBottom } from "./rules";
import { range } from "../range/range";
import { cellsOfRange, rangeRef } from "../range/address";
import { rangeAreas } from "../range/areas";
import type { LookRef } from "../range/look-ref";

const TYPES = [
  "Custom",
  "DataBar",
  "ColorScale",
  "IconSet",
  "TopBottom",
  "PresetCriteria",
  "ContainsText",
  "CellValue",
] as const;
type Type = (typeof TYPES)[number];

/** The member a type's settings are found under. */
const MEMBER: Readonly<Record<Type, string>> = {
  Custom: "custom",
  DataBar: "dataBar",
  ColorScale: "colorScale",
  IconSet: "iconSet",
  TopBottom: "topBottom",
  PresetCriteria: "preset",
  ContainsText: "textComparison",
  CellValue: "cellValue",
};

const PARTS = { custom, dataBar, colorScale, iconSet, topBottom, preset, textComparison, cellValue };

/** Only the member of the format's own type is there. */
const part =
  (member: keyof typeof PARTS) =>
  (ref: FormatRef, { draft }: Turn): Handle => {
    const { type } = of(ref, draft);
    return MEMBER[type as Type] === member ? handle(PARTS[member], ref) : refuse("ItemNotFound");
  };

const areasOf = (ref: FormatRef, draft: Draft) =>
  of(ref, draft).areas.map((area) => rangeRef(ref.sheet, area));

export const conditionalFormat: ObjectType<FormatRef> = objectType<FormatRef>("ConditionalFormat", {
  identity: (ref) => ({ Id: ref.id }),
  scalars: {
    id: { get: (ref) => ref.id },
    type: { get: (ref, { draft }) => of(ref, draft).type },
    stopIfTrue: {
      get: (ref, { draft }) => of(ref, draft).stopIfTrue,
      set: (ref, value, { draft }) => update(draft, ref, { stopIfTrue: flag(value, false) }),
    },
    priority: {
      get: (ref, { draft }) =>
        sheetIn(draft, ref.sheet).conditionalFormats.findIndex(({ id }) => id === ref.id),
      set: (ref, value, { draft }) => {
        const all = sheetIn(draft, ref.sheet).conditionalFormats;
        const wanted = wholeNumber(value);
        // Counted from the back where negative; beyond either end is the end.
        const to = Math.min(Math.max(wanted < 0 ? all.length + wanted : wanted, 0), all.length - 1);
        const rest = all.filter(({ id }) => id !== ref.id);
        updateSheet(draft, ref.sheet, {
          conditionalFormats: [...rest.slice(0, to), of(ref, draft), ...rest.slice(to)],
        });
      },
    },
  },
  objects: {
    custom: part("custom"),
    dataBar: part("dataBar"),
    colorScale: part("colorScale"),
    iconSet: part("iconSet"),
    topBottom: part("topBottom"),
    preset: part("preset"),
    textComparison: part("textComparison"),
    cellValue: part("cellValue"),
  },
  methods: {
    delete: (ref: FormatRef, _: Arguments, { draft }: Turn) => {
      of(ref, draft);
      updateSheet(draft, ref.sheet, {
        conditionalFormats: sheetIn(draft, ref.sheet).conditionalFormats.filter(({ id }) => id !== ref.id),
      });
    },
    getRange: (ref: FormatRef, _: Arguments, { draft }: Turn) => {
      const [only, ...more] = areasOf(ref, draft);
      return only && more.length === 0 ? handle(range, only) : refuse("InvalidReference");
    },
    ...changeRuleMethods,
    setRanges,
    getRanges: (ref: FormatRef, _: Arguments, { draft }: Turn) =>
      handle(rangeAreas, { areas: areasOf(ref, draft) }),
  },
});

/** The formats that touch the range, the first in force first. */
const inForce = (ref: LookRef, draft: Draft): readonly FormatRef[] =>
  ref.areas.flatMap((one) =>
    sheetIn(draft, one.sheet)
      .conditionalFormats.filter(({ areas }) => areas.some((area) => overlaps(area, cellsOfRange(one))))
      .map(({ id }) => ({ sheet: one.sheet, id })),
  );

export const conditionalFormats: ObjectType<LookRef> = objectType<LookRef>("ConditionalFormatCollection", {
  items: (ref, { draft }) => inForce(ref, draft).map((each) => handle(conditionalFormat, each)),
  item: (ref, key, { draft }) => {
    // A program that holds one keeps it where `setRanges` takes it, beyond the range it was added to.
    const sheet = ref.areas.find((one) =>
      sheetIn(draft, one.sheet).conditionalFormats.some(({ id }) => id === key),
    )?.sheet;
    return sheet === undefined ? null : handle(conditionalFormat, { sheet, id: text(key) });
  },
  methods: {
    add: (ref: LookRef, args: Arguments, { draft }: Turn) => {
      const sheet = ref.areas[0]?.sheet ?? refuse("ItemNotFound");
      if (sheetIn(draft, sheet).protection) refuse("AccessDenied");
      const type = oneOf(args[0], TYPES);
      const format: ConditionalFormat = {
        id: guid(takeId(draft)),
        type,
        areas: ref.areas.map((one) => ({ ...cellsOfRange(one) })),
        stopIfTrue: false,
        settings: {},
      };
      // The newest goes before the others, as in Excel.
      updateSheet(draft, sheet, {
        conditionalFormats: [format, ...sheetIn(draft, sheet).conditionalFormats],
      });
      return handle(conditionalFormat, { sheet, id: format.id });
    },
    clearAll: (ref: LookRef, _: Arguments, { draft }: Turn) => {
      for (const one of ref.areas) clearConditionalFormats(draft, one.sheet, cellsOfRange(one));
    },
  },
});
