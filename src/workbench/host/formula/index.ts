/** Excel formulas as text: what they say, where they point, and how they read after the workbook changed. */
export * from "./shapes";
export { columnIndex, columnLetters, parseAddress, printAddress, quoteSheet } from "./address";
export { areaOf, structuredArea } from "./area";
export { faultOfDefinedName, faultOfTableName, type NameFault } from "./naming";
export { asExcelWrites, nameKey, type Plain, precedents, toPlain } from "./plain";
export { fromR1C1, relocate, toR1C1 } from "./relocate";
export { shiftArea, shiftReferences, type Surroundings } from "./shift";
export { parseStructured, printStructured, type Structured, TABLE_PARTS, type TablePart } from "./structured";
export { type Expression, isReadable, parseFormula } from "./syntax";
export { printReference, type Reference, rewrite, type Token, tokenize } from "./tokens";
