/** How Excel writes where something is: column letters, A1 addresses, sheet names in quotes. */
import { type Area, LAST_COLUMN, LAST_ROW } from "./shapes";

/** "A" → 0, "XFD" → 16383; undefined when it is no column. */
export function columnIndex(letters: string): number | undefined {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return undefined;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1 <= LAST_COLUMN ? column - 1 : undefined;
}

/** 0 → "A". */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

const plainSheet = /^[\p{L}_][\p{L}\p{M}\p{N}_.]*$/u;
const likeReference = /^([A-Z]{1,3}\d+|R(\d*)(C\d*)?|C(\d*)|R\d+C\d+|TRUE|FALSE)$/i;

const isPlain = (name: string): boolean => plainSheet.test(name) && !likeReference.test(name);

/** `表 1` → `'表 1'`, `計画` → `計画`: quoted where Excel quotes. Sheets from one to another are quoted as one: `'表 1:表 3'`. */
export function quoteSheet(name: string): string {
  return name.split(":").every(isPlain) ? name : `'${name.replaceAll("'", "''")}'`;
}

/** The ends of `四月:六月`; no sheet's own name holds a colon. */
export function spanOf(sheet: string): { readonly first: string; readonly last: string } | undefined {
  const [first, last] = sheet.split(":");
  return first === undefined || last === undefined ? undefined : { first, last };
}

const addressed = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?(.+)$/su;
const corners = /^(\$?)([A-Za-z]{1,3})?(\$?)(\d{1,7})?(?::(\$?)([A-Za-z]{1,3})?(\$?)(\d{1,7})?)?$/;

/** "A1", "$A$1:B2", "A:C", "1:3", "シート1!A1", "'2021 年'!A1" → its area; without a sheet, on `sheet`. */
export function parseAddress(address: string, sheet: string): Area | undefined {
  const parts = addressed.exec(address.trim());
  if (!parts) return undefined;
  const home = parts[1]?.replaceAll("''", "'") ?? parts[2] ?? sheet;
  const found = corners.exec((parts[3] ?? "").trim());
  if (!found) return undefined;
  const [, , firstColumn, , firstRow, , lastColumn, , lastRow] = found;
  const single = !(parts[3] ?? "").includes(":");
  if (single && (firstColumn === undefined || firstRow === undefined)) return undefined;
  if (
    !single &&
    ((firstColumn === undefined) !== (lastColumn === undefined) ||
      (firstRow === undefined) !== (lastRow === undefined))
  )
    return undefined;
  if (firstColumn === undefined && firstRow === undefined) return undefined;
  const left = firstColumn === undefined ? 0 : columnIndex(firstColumn);
  const right = firstColumn === undefined ? LAST_COLUMN : columnIndex(lastColumn ?? firstColumn);
  const top = firstRow === undefined ? 0 : Number(firstRow) - 1;
  const bottom = firstRow === undefined ? LAST_ROW : Number(lastRow ?? firstRow) - 1;
  if (
    left === undefined ||
    right === undefined ||
    top < 0 ||
    bottom < 0 ||
    top > LAST_ROW ||
    bottom > LAST_ROW
  )
    return undefined;
  return {
    sheet: home,
    top: Math.min(top, bottom),
    bottom: Math.max(top, bottom),
    left: Math.min(left, right),
    right: Math.max(left, right),
  };
}

/** `A1:B2`, `A:C`, `1:3`; with the sheet in front when asked. */
export function printAddress(area: Area, style: { sheet?: boolean; absolute?: boolean } = {}): string {
  const mark = style.absolute ? "$" : "";
  const column = (index: number) => mark + columnLetters(index);
  const row = (index: number) => mark + String(index + 1);
  const wholeColumns = area.top === 0 && area.bottom === LAST_ROW;
  const wholeRows = area.left === 0 && area.right === LAST_COLUMN;
  const address = wholeRows
    ? `${row(area.top)}:${row(area.bottom)}`
    : wholeColumns
      ? `${column(area.left)}:${column(area.right)}`
      : area.top === area.bottom && area.left === area.right
        ? column(area.left) + row(area.top)
        : `${column(area.left)}${row(area.top)}:${column(area.right)}${row(area.bottom)}`;
  return style.sheet ? `${quoteSheet(area.sheet)}!${address}` : address;
}
