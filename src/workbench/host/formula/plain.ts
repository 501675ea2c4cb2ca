/** What a formula means in its workbook: tables and names resolved to A1, for the calculation engine and for dependencies. */
import { printAddress, quoteSheet, spanOf } from "./address";
import { areaOf, structuredArea } from "./area";
import { relocate } from "./relocate";
import type { Area, Cell, Lookup, NameShape } from "./shapes";
import { isReadable } from "./syntax";
import { printStructured, type Structured } from "./structured";
import { columnLetters } from "./address";
import { printReference, rewrite, type Token, tokenize } from "./tokens";

/** What the calculation engine gets. */
export type Plain =
  /** `names`: defined names that stay in the formula because they stand for a formula; the engine calculates each once. */
  | { readonly kind: "plain"; readonly formula: string; readonly names: readonly string[] }
  /** Excel would not let it be entered. */
  | { readonly kind: "unreadable" };

/** What stands where a name stood. */
type Meaning =
  | { readonly kind: "area"; readonly text: string }
  /** Kept for the engine, under this key. */
  | { readonly kind: "formula"; readonly key: string }
  /** Its references are relative to the cell: written out where it stands. */
  | { readonly kind: "inline"; readonly text: string }
  | { readonly kind: "unknown" };

/** How the engine knows a name: a sheet's own names carry the sheet. */
export function nameKey(name: NameShape): string {
  return name.scope === undefined ? name.name : `${quoteSheet(name.scope)}!${name.name}`;
}

function structuredText(
  token: { table?: string; structured: Structured },
  home: Cell,
  lookup: Lookup,
): string {
  const table = token.table === undefined ? lookup.tableAt(home) : lookup.table(token.table);
  if (!table) return "#REF!";
  const area = structuredArea(table, token.structured, home);
  if (typeof area === "string") return area;
  const sheet = area.sheet !== home.sheet;
  // `@` goes down the table row by row: a relative row lets the engine see that all rows hold the same formula.
  const thisRow = token.structured.parts.length === 1 && token.structured.parts[0] === "#This Row";
  if (!thisRow) return printAddress(area, { sheet, absolute: true });
  const row = area.top + 1;
  const text =
    area.left === area.right
      ? `$${columnLetters(area.left)}${row}`
      : `$${columnLetters(area.left)}${row}:$${columnLetters(area.right)}${row}`;
  return sheet ? `${quoteSheet(area.sheet)}!${text}` : text;
}

function isRelative(tokens: readonly Token[]): boolean {
  return tokens.some(
    (token) =>
      token.kind === "reference" &&
      [token.reference.first, token.reference.last].some(
        (corner) => (corner?.row && !corner.row.fixed) || (corner?.column && !corner.column.fixed),
      ),
  );
}

function meaningOf(
  token: Token & { kind: "name" },
  home: Cell,
  lookup: Lookup,
  names: Set<string>,
  depth: number,
): Meaning {
  const table = token.sheet === undefined ? lookup.table(token.name) : undefined;
  if (table)
    return {
      kind: "area",
      text: structuredText({ table: table.name, structured: { parts: [] } }, home, lookup),
    };
  const name = lookup.name(token.name, token.sheet ?? home.sheet);
  if (!name || depth > 16) return { kind: "unknown" };
  const tokens = tokenize(name.formula.replace(/^=/u, "")).filter(({ kind }) => kind !== "space");
  if (isRelative(tokens))
    return {
      kind: "inline",
      text: `(${plainText(relocate(name.formula, home.row, home.column), home, lookup, names, depth + 1).slice(1)})`,
    };
  const [only] = tokens;
  if (tokens.length !== 1 || !only) return { kind: "formula", key: nameKey(name) };
  switch (only.kind) {
    case "reference":
      return {
        kind: "area",
        text:
          only.sheet === undefined && name.scope !== undefined && name.scope !== home.sheet
            ? `${quoteSheet(name.scope)}!${only.text}`
            : only.text,
      };
    case "structured":
      return { kind: "area", text: structuredText(only, home, lookup) };
    case "name":
      return meaningOf(only, home, lookup, names, depth + 1);
    default:
      return { kind: "formula", key: nameKey(name) };
  }
}

function plainText(formula: string, home: Cell, lookup: Lookup, names: Set<string>, depth: number): string {
  return rewrite(formula, (token) => {
    switch (token.kind) {
      case "structured":
        return structuredText(token, home, lookup);
      case "name": {
        const meaning = meaningOf(token, home, lookup, names, depth);
        switch (meaning.kind) {
          case "area":
          case "inline":
            return meaning.text;
          case "formula":
            names.add(meaning.key);
            return meaning.key;
          case "unknown":
            return undefined;
        }
        break;
      }
      case "reference":
        return token.sheet === undefined || lookup.sheet(token.sheet) !== undefined
          ? undefined
          : (acrossSheets(token, token.sheet, lookup) ?? "#REF!");
      default:
        return undefined;
    }
  });
}

/** `四月:六月!B2` → `(四月!B2,五月!B2,六月!B2)`: for the engine several areas like any others. */
function acrossSheets(
  token: Token & { kind: "reference" },
  sheet: string,
  lookup: Lookup,
): string | undefined {
  const span = spanOf(sheet);
  const sheets = span && lookup.sheetsBetween(span.first, span.last);
  return sheets && `(${sheets.map((each) => printReference(token.reference, each)).join(",")})`;
}

/**
 * The formula as the calculation engine gets it. Names it does not know stay as they are (they may be a LET's own; else they are #NAME? there),
 * what a table does not have becomes #REF!, `[@列]` outside its table's rows #VALUE!.
 */
export function toPlain(formula: string, home: Cell, lookup: Lookup): Plain {
  if (!isReadable(formula)) return { kind: "unreadable" };
  const names = new Set<string>();
  const text = plainText(formula, home, lookup, names, 0);
  return { kind: "plain", formula: text, names: [...names] };
}

function collect(formula: string, home: Cell, lookup: Lookup, found: Map<string, Area>, depth: number): void {
  const plain = toPlain(formula, home, lookup);
  if (plain.kind === "unreadable") return;
  for (const token of tokenize(plain.formula.slice(1))) {
    if (token.kind === "reference") {
      const area = areaOf(
        token.reference,
        token.sheet === undefined ? home.sheet : (lookup.sheet(token.sheet) ?? token.sheet),
      );
      found.set(printAddress(area, { sheet: true }), area);
    } else if (token.kind === "name" && depth < 16) {
      const name = lookup.name(token.name, token.sheet ?? home.sheet);
      if (name) collect(name.formula, { ...home, sheet: name.scope ?? home.sheet }, lookup, found, depth + 1);
    }
  }
}

/** Every area a formula reads, through tables and names. What INDIRECT and OFFSET reach is not followed. */
export function precedents(formula: string, home: Cell, lookup: Lookup): readonly Area[] {
  const found = new Map<string, Area>();
  collect(formula, home, lookup, found, 0);
  return [...found.values()];
}

function spelt(sheet: string, lookup: Lookup): string {
  return sheet
    .split(":")
    .map((each) => lookup.sheet(each) ?? each)
    .join(":");
}

/** The text Excel shows after a formula is entered: functions and cells in capitals, tables, columns and sheets in the workbook's spelling. */
export function asExcelWrites(formula: string, home: Cell, lookup: Lookup): string {
  return rewrite(formula, (token) => {
    switch (token.kind) {
      case "function":
        return token.name;
      case "boolean":
        return token.text.toUpperCase();
      case "error":
        return token.text.startsWith("#") ? token.text.toUpperCase() : undefined;
      case "reference": {
        const sheet = token.sheet === undefined ? undefined : spelt(token.sheet, lookup);
        const cut = token.text.lastIndexOf("!") + 1;
        return (sheet === undefined ? "" : `${quoteSheet(sheet)}!`) + token.text.slice(cut).toUpperCase();
      }
      case "structured": {
        const table = token.table === undefined ? lookup.tableAt(home) : lookup.table(token.table);
        const inTable = (column: string | undefined) =>
          table?.columns.find((candidate) => candidate.toLowerCase() === column?.toLowerCase()) ?? column;
        const { parts } = token.structured;
        const from = inTable(token.structured.from);
        const to = inTable(token.structured.to);
        const brackets = printStructured({
          parts,
          ...(from !== undefined && { from }),
          ...(to !== undefined && { to }),
        });
        return (token.table === undefined ? "" : (table?.name ?? token.table)) + brackets;
      }
      case "name": {
        const table = token.sheet === undefined ? lookup.table(token.name) : undefined;
        const name = table ?? lookup.name(token.name, token.sheet ?? home.sheet);
        return name && token.sheet === undefined ? name.name : undefined;
      }
      default:
        return undefined;
    }
  });
}
