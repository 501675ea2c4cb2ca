/** Cells of a kind: blanks, constants, formulas, those that can be seen, those with rules — gathered into few rectangles. */
import { isError, isFilled, type Cell } from "./cell";
import type { Sheet } from "../sheets/sheet";
import { cellAt } from "./grid";
import { intersection, WHOLE_SHEET, type Rectangle } from "./rectangle";
import { usedArea } from "./used";

export const SPECIAL_KINDS = [
  "ConditionalFormats",
  "DataValidations",
  "Blanks",
  "Constants",
  "Formulas",
  "SameConditionalFormat",
  "SameDataValidation",
  "Visible",
] as const;
export type SpecialKind = (typeof SPECIAL_KINDS)[number];

export const VALUE_KINDS = [
  "All", "Errors", "ErrorsLogical", "ErrorsNumbers", "ErrorsText", "ErrorsLogicalNumber", "ErrorsLogicalText",
  "ErrorsNumberText", "Logical", "LogicalNumbers", "LogicalText", "LogicalNumbersText", "Numbers", "NumbersText",
  "Text",
] as const; // prettier-ignore
export type ValueKind = (typeof VALUE_KINDS)[number];

/** `ErrorsNumbers` names the kinds it takes. */
const isOfKind = ({ value }: Cell, kinds: ValueKind): boolean => {
  if (kinds === "All") return true;
  if (value !== null && isError(value)) return kinds.includes("Errors");
  if (typeof value === "boolean") return kinds.includes("Logical");
  return typeof value === "number" ? kinds.includes("Number") : kinds.includes("Text");
};

/** Runs of a row, joined with the same run of the row above. */
const gathered = (area: Rectangle, holds: (row: number, column: number) => boolean): readonly Rectangle[] => {
  const done: Rectangle[] = [];
  let open: Rectangle[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const runs: Rectangle[] = [];
    for (let column = area.left; column <= area.right; column++) {
      if (!holds(row, column)) continue;
      const last = runs.at(-1);
      if (last?.right === column - 1) runs[runs.length - 1] = { ...last, right: column };
      else runs.push({ top: row, bottom: row, left: column, right: column });
    }
    const next = runs.map((run) => {
      const above = open.find(({ left, right }) => left === run.left && right === run.right);
      return above ? { ...above, bottom: row } : run;
    });
    done.push(
      ...open.filter(({ left, right }) => !next.some((run) => run.left === left && run.right === right)),
    );
    open = next;
  }
  return [...done, ...open].sort((a, b) => a.top - b.top || a.left - b.left);
};

const ruled = (
  rules: readonly { readonly areas: readonly Rectangle[] }[],
  area: Rectangle,
  corner: Rectangle | undefined,
): readonly Rectangle[] =>
  rules
    .filter(({ areas }) => !corner || areas.some((one) => intersection(one, corner)))
    .flatMap(({ areas }) => areas.flatMap((one) => intersection(one, area) ?? []));

/** Blanks, constants and formulas are looked for where the sheet is in use; a single cell means the whole sheet, as in Excel. */
export const specialCells = (
  sheet: Sheet,
  given: Rectangle,
  kind: SpecialKind,
  values: ValueKind,
): readonly Rectangle[] => {
  const single = given.top === given.bottom && given.left === given.right;
  const area = single ? WHOLE_SHEET : given;
  switch (kind) {
    case "ConditionalFormats":
      return ruled(sheet.conditionalFormats, area, undefined);
    case "SameConditionalFormat":
      return ruled(sheet.conditionalFormats, WHOLE_SHEET, { ...given, bottom: given.top, right: given.left });
    case "DataValidations":
      return ruled(sheet.validations, area, undefined);
    case "SameDataValidation":
      return ruled(sheet.validations, WHOLE_SHEET, { ...given, bottom: given.top, right: given.left });
    case "Visible":
      return visibleParts(sheet, area);
    default: {
      const used = usedArea(sheet, WHOLE_SHEET, false);
      const within = used && intersection({ ...used, top: 0, left: 0 }, area);
      if (!within) return [];
      return gathered(within, (row, column) => {
        const cell = cellAt(sheet.grid, row, column);
        if (kind === "Blanks")
          return cell === undefined || (cell.value === null && cell.formula === undefined);
        if (!cell || !isFilled(cell)) return false;
        return (cell.formula !== undefined) === (kind === "Formulas") && isOfKind(cell, values);
      });
    }
  }
};

const stretches = (
  lines: Sheet["rows"],
  first: number,
  last: number,
): readonly { readonly from: number; readonly to: number }[] => {
  const hidden = [...lines]
    .filter(([index, line]) => index >= first && index <= last && (line.hidden || line.filtered))
    .map(([index]) => index)
    .sort((a, b) => a - b);
  const found: { from: number; to: number }[] = [];
  let from = first;
  for (const index of [...hidden, last + 1]) {
    if (index > from) found.push({ from, to: index - 1 });
    from = index + 1;
  }
  return found;
};

const visibleParts = (sheet: Sheet, area: Rectangle): readonly Rectangle[] =>
  stretches(sheet.rows, area.top, area.bottom).flatMap((rows) =>
    stretches(sheet.columns, area.left, area.right).map((columns) => ({
      top: rows.from,
      bottom: rows.to,
      left: columns.from,
      right: columns.to,
    })),
  );
