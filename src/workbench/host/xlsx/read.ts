/** The bytes of an .xlsx file from anywhere as a workbook, with what was not taken over; or why it is not opened. */
import { newBook, type Book } from "../model/book";
import type { Sheet } from "../model/sheets/sheet";
import { themeOf } from "./colors";
import { openWorkbookFile } from "./file-kind";
import { createIds } from "./identity";
import { tellLeftBehind } from "./left-behind";
import { LIMITS, type Limits } from "./limits";
import { createProblems, FAULTS, FileFault, type Problem, type ProblemList } from "./problems";
import { readCustomProperties, readProperties } from "./properties-in-file";
import { readPersons } from "./comments/persons";
import { customXmlOf } from "./read-custom-xml";
import { namesOf } from "./read-names";
import { readSheets } from "./read-sheets";
import { readStyles } from "./read-styles";
import { textsOf } from "./read-texts";
import { childOf, flagIn, numberIn, type Branch } from "./xml";

export interface ReadOptions {
  readonly name?: string;
  /** Full names of an add-in's functions: `PLAN.RATE`. */
  readonly known?: ReadonlySet<string>;
  readonly limits?: Limits;
}

export type XlsxOpened =
  | { readonly kind: "opened"; readonly book: Book; readonly problems: readonly Problem[] }
  | { readonly kind: "refused"; readonly reason: string };

export const readXlsx = (bytes: Uint8Array, options: ReadOptions = {}): XlsxOpened => {
  const problems = createProblems();
  try {
    const book = bookOf(bytes, options, problems);
    return { kind: "opened", book, problems: problems.all() };
  } catch (error) {
    if (error instanceof FileFault) return { kind: "refused", reason: error.reason };
    throw error;
  }
};

const bookOf = (
  bytes: Uint8Array,
  { name = "ブック1.xlsx", known = new Set(), limits = LIMITS }: ReadOptions,
  problems: ProblemList,
): Book => {
  const { parts, main, names } = openWorkbookFile(bytes, limits);
  const root = parts.tree(main);
  if (root.name !== "workbook") throw new FileFault(FAULTS.notWorkbook);
  const relations = parts.relations(main);
  const treeOf = (kind: string): Branch | undefined => {
    const found = relations.find((each) => each.kind === kind);
    return found && parts.tree(found.target);
  };
  const theme = themeOf(treeOf("theme"));
  const looks = readStyles(treeOf("styles"), theme, problems);
  const texts = textsOf(parts, relations, limits, problems);
  if (flagIn(childOf(root, "workbookPr"), "date1904"))
    problems.add(
      "1904 年から数える日付",
      "",
      "日付は 1900 年から数える数として入れたので、4 年ずれて見えます。元のファイルで日付の設定を直してください。",
    );

  const ids = createIds();
  const calculation = childOf(root, "calcPr");
  const { sheets, tables } = readSheets(root, {
    parts,
    relations,
    ids,
    texts,
    looks,
    theme,
    known,
    limits,
    problems,
    recalculated: flagIn(calculation, "fullCalcOnLoad"),
    persons: readPersons(treeOf("person")),
  });
  const known_ = sheets.filter((sheet) => sheet !== undefined);
  if (known_.length === 0) throw new FileFault(FAULTS.notWorkbook);
  const named = namesOf(root, sheets, tables, known, problems);
  const open = withFront(
    named.sheets,
    numberIn(childOf(childOf(root, "bookViews"), "workbookView"), "activeTab") ?? 0,
    sheets,
  );
  const custom = customXmlOf(parts, relations, ids, problems);
  const top = parts.relations("");
  const optional = (kind: string): Branch | undefined => {
    const found = top.find((each) => each.kind === kind);
    return found && parts.has(found.target) ? parts.tree(found.target) : undefined;
  };
  tellLeftBehind(names, parts, problems);
  const mode = calculation?.attributes.get("calcMode");
  const protection = childOf(root, "workbookProtection");
  if (
    protection &&
    (protection.attributes.has("workbookPassword") || protection.attributes.has("workbookHashValue"))
  )
    problems.add(
      "ブックの保護のパスワード",
      "",
      "保護は残しましたが、パスワードは引き継げません。ここでは、パスワードなしで解除できます。",
    );
  return {
    ...newBook(name),
    ...open,
    tables: [...tables].sort((a, b) => Number(a.legacyId) - Number(b.legacyId)),
    names: named.names,
    settings: custom.settings,
    xmlParts: custom.parts,
    properties: readProperties(optional("core-properties"), optional("extended-properties")),
    cellStyles: looks.named,
    customProperties: readCustomProperties(optional("custom-properties")),
    calculationMode:
      mode === "manual" ? "Manual" : mode === "autoNoTable" ? "AutomaticExceptTables" : "Automatic",
    usePrecisionAsDisplayed: !flagIn(calculation, "fullPrecision", true),
    ...(flagIn(protection, "lockStructure") ? { protection: {} } : {}),
    nextId: ids.next(),
    nextTable: tables.length + 1,
    nextSheet: known_.length + 1,
  };
};

/** One visible sheet must be in front. */
const withFront = (
  sheets: readonly Sheet[],
  tab: number,
  listed: readonly (Sheet | undefined)[],
): Pick<Book, "sheets" | "activeSheet"> => {
  const wanted = sheets.find(({ id }) => id === listed[tab]?.id);
  const front =
    wanted?.visibility === "Visible" ? wanted : sheets.find(({ visibility }) => visibility === "Visible");
  if (front) return { sheets, activeSheet: front.id };
  const [first, ...rest] = sheets as readonly [Sheet, ...Sheet[]];
  return { sheets: [{ ...first, visibility: "Visible" }, ...rest], activeSheet: first.id };
};
