/** Which rows of a table belong to the plan: known by their ids, typed since, or left behind by an update. */

import type { Plan } from "../../plan/plan";
import { cellIn, type CellValue, isBlank, textOf } from "../cell-values";
import { type Column } from "../columns";
import { firstFreeId } from "../first-free";
import { RETIRED_MARK } from "../plan-cells";
import { type Row } from "../rows";
import type { Header } from "./header";
import type { Report } from "./headings";
import { foundRow, type FoundRow, isEmptyRow } from "./row";

export function readRows(
  matrix: readonly (readonly CellValue[])[],
  header: Header,
  known: ReadonlyMap<string, Row>,
  base: Plan | null,
  report: Report,
): { rows: FoundRow[]; retired: string[]; unnamed: Map<number, string> } {
  const rows: FoundRow[] = [];
  const retired: string[] = [];
  const unnamed = new Map<number, string>();
  const seen = new Set<string>();
  for (const [at, cells] of matrix.entries()) {
    if (at <= header.row || isEmptyRow(cells, header)) continue;
    const id = textOf(cellIn(cells, header.at.get("id")));
    const row = foundRow(cells, at, header, seen.has(id) ? null : (known.get(id) ?? null), base);
    if (textOf(row.cell({ kind: "planRemark" })).startsWith(RETIRED_MARK)) {
      retired.push(id);
      continue;
    }
    if (id !== "" && !seen.has(id)) {
      seen.add(id);
      rows.push(row);
      continue;
    }
    const given = firstFreeId(id === "" ? newIdOf(row) : id, (each) => seen.has(each) || known.has(each));
    report(
      row,
      { kind: "id" },
      "warning",
      id === ""
        ? "ID のない行です（あとから足した行）。計画の一部として読みます。ID は「更新」のときに付けます。"
        : `ID「${id}」が重なっています。あとの行を新しい行として読みます。`,
    );
    seen.add(given);
    unnamed.set(at, given);
    rows.push({ ...row, id: given, known: null });
  }
  return { rows, retired, unnamed };
}

/** The same for the same row wherever it is sorted to. */
function newIdOf(row: FoundRow): string {
  const number = textOf(row.cell({ kind: "number" }));
  const indicator = textOf(row.cell({ kind: "indicator" }));
  return `追加-${[number, indicator].filter((words) => words !== "").join("-") || "行"}`;
}

/** What the row is: as it was loaded, else by what somebody filled in. */
export function kindOf(row: FoundRow, header: Header): Row["kind"] {
  if (row.known !== null && row.known.kind !== "bare") {
    if (
      row.known.kind !== "mirror" ||
      !isBlank(row.cell({ kind: "original" })) ||
      !header.at.has("original")
    ) {
      return row.known.kind;
    }
  }
  if (!isBlank(row.cell({ kind: "original" }))) return "mirror";
  const holds = (wanted: (column: Column) => boolean): boolean =>
    header.columns.some((column) => column !== null && wanted(column) && !isBlank(row.cell(column)));
  if (
    holds(({ kind }) => kind === "indicator" || kind === "baseline" || kind === "target" || kind === "actual")
  ) {
    return "indicator";
  }
  return holds(({ kind }) => kind === "mark") ? "assessment" : "bare";
}
