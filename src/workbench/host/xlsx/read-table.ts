/** A file's table as the model has it. */
import { faultOfTableName } from "../formula";
import { sameName } from "../model/book";
import { columnsOf, overlaps, rowsOf } from "../model/cells/rectangle";
import type { FilterCriteria } from "../model/sheets/sheet";
import type { Style } from "../model/looks/style";
import type { Table, TableColumn } from "../model/tables/table";
import { readFilterColumn } from "./filter-in-file";
import { fromFile } from "./formula-in-file";
import type { ProblemList } from "./problems";
import { parseArea } from "./references";
import { childOf, childrenOf, flagIn, numberIn, textOf, type Branch } from "./xml";

export const FILTER_LEFT_OUT = "絞り込みの条件は外しました。隠れていた行は隠れたままです。再表示できます。";
const LEFT_OUT = "セルはそのまま入れました。表として使うには、範囲を選んで表にし直してください。";

export interface TableReading {
  readonly sheet: { readonly id: string; readonly name: string };
  readonly number: number;
  readonly id: string;
  readonly others: readonly Table[];
  readonly known: ReadonlySet<string>;
  readonly problems: ProblemList;
  /** The look a rule points at. */
  readonly lookOf: (number: number | undefined) => Style | undefined;
}

export const readTable = (root: Branch, reading: TableReading): Table | undefined => {
  const { sheet, others, problems } = reading;
  const name = root.attributes.get("displayName") ?? root.attributes.get("name") ?? "";
  const area = parseArea(root.attributes.get("ref"));
  const given = childrenOf(childOf(root, "tableColumns"), "tableColumn");
  const showHeaders = numberIn(root, "headerRowCount") !== 0;
  const showTotals = (numberIn(root, "totalsRowCount") ?? 0) > 0;
  const needed = 1 + (showHeaders ? 1 : 0) + (showTotals ? 1 : 0);
  const fits =
    area !== undefined &&
    faultOfTableName(name) === undefined &&
    given.length === columnsOf(area) &&
    rowsOf(area) >= needed &&
    !others.some(
      (other) => sameName(other.name, name) || (other.sheet === sheet.id && overlaps(other.area, area)),
    );
  if (!fits) {
    problems.add(`表「${name}」の形が正しくありません`, sheet.name, LEFT_OUT);
    return undefined;
  }
  const filters = new Map<number, FilterCriteria>();
  for (const branch of childrenOf(childOf(root, "autoFilter"), "filterColumn")) {
    const read = readFilterColumn(branch, reading.lookOf);
    if (read) filters.set(read.column, read.criteria);
    else if (branch.children.length > 0)
      problems.add(`表「${name}」のアイコンなどによる絞り込み`, sheet.name, FILTER_LEFT_OUT);
  }
  const columns = given.map((column, at): TableColumn => {
    const calculated = childOf(column, "calculatedColumnFormula");
    const formula = calculated && fromFile(textOf(calculated), { table: name, known: reading.known });
    const filter = filters.get(at);
    return {
      id: numberIn(column, "id") ?? at + 1,
      name: column.attributes.get("name") ?? `列${at + 1}`,
      ...(formula === undefined ? {} : { formula }),
      ...(filter ? { filter } : {}),
    };
  });
  const look = childOf(root, "tableStyleInfo");
  return {
    id: reading.id,
    legacyId: String(reading.number),
    name,
    sheet: sheet.id,
    area,
    showHeaders,
    showTotals,
    showFilterButton: childOf(root, "autoFilter") !== undefined,
    showBandedRows: flagIn(look, "showRowStripes"),
    showBandedColumns: flagIn(look, "showColumnStripes"),
    highlightFirstColumn: flagIn(look, "showFirstColumn"),
    highlightLastColumn: flagIn(look, "showLastColumn"),
    style: look?.attributes.get("name") ?? "",
    columns,
    nextColumnId: Math.max(0, ...columns.map(({ id }) => id)) + 1,
  };
};
