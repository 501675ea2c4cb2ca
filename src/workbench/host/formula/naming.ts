/** Which names Excel takes for tables and for defined names: letters of any script, nothing that reads like a cell. */
import { columnIndex } from "./address";

/** Why Excel would refuse the name. */
export type NameFault =
  "empty" | "tooLong" | "firstCharacter" | "character" | "looksLikeReference" | "reserved";

const first = /^[\p{L}_\\]/u;
const all = /^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?・]*$/u;

function looksLikeCell(name: string): boolean {
  const cell = /^([A-Za-z]{1,3})(\d+)$/.exec(name);
  if (cell)
    return columnIndex(cell[1] ?? "") !== undefined && Number(cell[2]) >= 1 && Number(cell[2]) <= 1_048_576;
  return /^(?:R\d*(?:C\d*)?|C\d*)$/i.test(name);
}

function faultOf(name: string): NameFault | undefined {
  if (name === "") return "empty";
  if (name.length > 255) return "tooLong";
  if (/^(?:TRUE|FALSE)$/i.test(name)) return "reserved";
  if (!first.test(name)) return "firstCharacter";
  if (!all.test(name)) return "character";
  return looksLikeCell(name) || name === "\\" ? "looksLikeReference" : undefined;
}

/** undefined when Excel would take it as a table's name. */
export function faultOfTableName(name: string): NameFault | undefined {
  return name.includes("?") ? "character" : faultOf(name);
}

/** undefined when Excel would take it as a defined name. */
export function faultOfDefinedName(name: string): NameFault | undefined {
  return faultOf(name);
}
