/** The bytes of an .xlsx file from anywhere as a workbook, with what was not taken over; or why it is not opened. */
import { faultOfDefinedName } from "../formula";
import { guid, newBook, sameName, type Book, type DefinedName, type XmlPart } from "../model/book";
import { isSheetName } from "../model/sheets";
import type { Sheet, Visibility } from "../model/sheet";
import type { Table } from "../model/table";
import { themeOf } from "./colors";
import { fromFile } from "./formula-in-file";
import { LIMITS, type Limits } from "./limits";
import { partsOf, tellLeftBehind, type Parts, type Relation } from "./package-reader";
import { SETTINGS_NAMESPACE } from "./package-words";
import { createProblems, FAULTS, FileFault, type Problem, type ProblemList } from "./problems";
import { readCustomProperties, readProperties } from "./properties-in-file";
import { plainText } from "./read-cells";
import { titlesOf } from "./read-page";
import { readSheet } from "./read-sheet";
import { readStyles } from "./read-styles";
import { readTable } from "./read-table";
import { parseArea } from "./references";
import { openPackage } from "./unzip";
import { type Branch, childOf, childrenOf, flagIn, numberIn, readXml, textOf } from "./xml";

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

const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];
const begins = (bytes: Uint8Array, with_: readonly number[]): boolean =>
  with_.every((byte, at) => bytes[at] === byte);

/** An encrypted workbook is an old container with this word in UTF-16. */
const isEncrypted = (bytes: Uint8Array): boolean =>
  new TextDecoder("utf-16le").decode(bytes.subarray(0, bytes.length & ~1)).includes("EncryptedPackage");

const mainPart = (parts: Parts, names: readonly string[]): string => {
  if (!parts.has("[Content_Types].xml")) throw new FileFault(FAULTS.notWorkbook);
  const main = parts.relations("").find(({ kind }) => kind === "officeDocument")?.target;
  if (names.some((name) => /workbook\.bin$/i.test(name))) throw new FileFault(FAULTS.binary);
  if (main === undefined || !parts.has(main)) throw new FileFault(FAULTS.notWorkbook);
  return main;
};

const bookOf = (
  bytes: Uint8Array,
  { name = "ブック1.xlsx", known = new Set(), limits = LIMITS }: ReadOptions,
  problems: ProblemList,
): Book => {
  if (bytes.length > limits.fileBytes) throw new FileFault(FAULTS.tooLarge(limits.fileBytes));
  if (begins(bytes, OLE)) throw new FileFault(isEncrypted(bytes) ? FAULTS.encrypted : FAULTS.oldFormat);
  if (!begins(bytes, ZIP)) throw new FileFault(FAULTS.notWorkbook);
  const file = openPackage(bytes, limits);
  const parts = partsOf(file, limits);
  const main = mainPart(parts, file.names);
  const root = parts.tree(main);
  if (root.name !== "workbook") throw new FileFault(FAULTS.notWorkbook);
  tellLeftBehind(file.names, problems);
  const relations = parts.relations(main);
  const treeOf = (kind: string): Branch | undefined => {
    const found = relations.find((each) => each.kind === kind);
    return found && parts.tree(found.target);
  };
  const theme = themeOf(treeOf("theme"));
  const looks = readStyles(treeOf("styles"), theme);
  const texts = textsOf(parts, relations, limits, problems);
  if (flagIn(childOf(root, "workbookPr"), "date1904"))
    problems.add(
      "1904 年から数える日付",
      "",
      "日付は 1900 年から数える数として入れたので、4 年ずれて見えます。元のファイルで日付の設定を直してください。",
    );

  const listed = childrenOf(childOf(root, "sheets"), "sheet");
  if (listed.length > limits.sheets) throw new FileFault(FAULTS.tooManySheets(limits.sheets));
  const ids = createIds();
  // Ids the file brings come before any that are given here.
  const entries = listed.map((entry) => {
    const relation = relations.find(({ id }) => id === entry.attributes.get("id"));
    if (relation?.kind !== "worksheet") return undefined;
    const part = relation.target;
    const content = parts.bytes(part);
    const own = parts.relations(part);
    const given = own.flatMap(({ kind, target }) => (kind === "table" ? [parts.tree(target)] : []));
    const id = ids.take(identityOf(content));
    const ownTables = given.map((tree) => ({ tree, id: ids.take(tree.attributes.get("uid")) }));
    return { entry, part, content, own, id, ownTables };
  });
  const tables: Table[] = [];
  const sheets: (Sheet | undefined)[] = [];
  const count = { cells: 0 };
  for (const each of entries) {
    if (!each) {
      sheets.push(undefined);
      continue;
    }
    const { entry, part, content, own, id, ownTables } = each;
    const sheet = { id, name: freeName(entry.attributes.get("name") ?? "", sheets, problems) };
    const first = tables.length;
    for (const { tree, id: tableId } of ownTables) {
      const number = numberIn(tree, "id") ?? tables.length + 1;
      const about = { sheet, number, id: tableId, others: tables, known, problems };
      const table = readTable(tree, about);
      if (table) tables.push(table);
    }
    const read = readSheet(content, part, sheet.name, {
      sheet: sheet.name,
      id,
      texts,
      looks,
      theme,
      tables: tables.slice(first),
      known,
      limits,
      problems,
      count,
      takeId: () => ids.take(undefined),
    });
    sheets.push({
      ...read,
      visibility: visibilityOf(entry.attributes.get("state")),
      customProperties: sheetProperties(content, part, own, parts, limits),
    });
  }
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
  const calculation = childOf(root, "calcPr");
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
    tables: tables.sort((a, b) => Number(a.legacyId) - Number(b.legacyId)),
    names: named.names,
    settings: custom.settings,
    xmlParts: custom.parts,
    properties: readProperties(optional("core-properties"), optional("extended-properties")),
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

/** Ids a file brings are kept where they are of the kind this host gives; others get one. */
const createIds = () => {
  const used = new Set<string>();
  let next = 1;
  const fresh = (): string => {
    while (used.has(guid(next))) next++;
    return guid(next++);
  };
  return {
    take: (wanted: string | undefined): string => {
      const upper = wanted?.toUpperCase() ?? "";
      const id =
        /^\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/.test(upper) && !used.has(upper) ? upper : fresh();
      used.add(id);
      return id;
    },
    next: (): number => {
      const ours = [...used].flatMap((id) => {
        const number = parseInt(id.slice(-13, -1), 16);
        return guid(number) === id ? [number] : [];
      });
      return Math.max(next - 1, ...ours) + 1;
    },
  };
};

/** The id in a sheet's first words, without reading all of it. */
const identityOf = (bytes: Uint8Array): string | undefined =>
  /\buid="(\{[0-9A-Fa-f-]+\})"/.exec(new TextDecoder().decode(bytes.subarray(0, 2_000)))?.[1];

const freeName = (wanted: string, sheets: readonly (Sheet | undefined)[], problems: ProblemList): string => {
  const taken = (name: string): boolean => sheets.some((sheet) => sheet && sameName(sheet.name, name));
  if (isSheetName(wanted) && !taken(wanted)) return wanted;
  let number = sheets.length + 1;
  while (taken(`Sheet${number}`)) number++;
  problems.add(
    `使えないシート名「${wanted.slice(0, 40)}」`,
    "",
    `「Sheet${number}」という名前で入れました。`,
  );
  return `Sheet${number}`;
};

const visibilityOf = (state: string | undefined): Visibility =>
  state === "hidden" ? "Hidden" : state === "veryHidden" ? "VeryHidden" : "Visible";

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

const textsOf = (
  parts: Parts,
  relations: readonly Relation[],
  limits: Limits,
  problems: ProblemList,
): readonly string[] => {
  const relation = relations.find(({ kind }) => kind === "sharedStrings");
  const texts: string[] = [];
  if (!relation) return texts;
  let mixed = 0;
  readXml(parts.bytes(relation.target), relation.target, limits.depth, {
    si: (branch) => {
      texts.push(plainText(branch));
      if (childrenOf(branch, "r").some((run) => childOf(run, "rPr"))) mixed++;
    },
  });
  if (mixed > 0)
    problems.add(
      "セルの中の一部の文字だけの書式",
      "",
      `${mixed} 個の文字列で、文字はそのままに、一部だけの書式を外しました。`,
    );
  return texts;
};

const sheetProperties = (
  bytes: Uint8Array,
  part: string,
  relations: readonly Relation[],
  parts: Parts,
  limits: Limits,
): ReadonlyMap<string, string> => {
  const wanted = relations.filter(({ kind }) => kind === "customProperty");
  if (wanted.length === 0) return new Map();
  const root = readXml(bytes, part, limits.depth, { row: () => undefined });
  return new Map(
    childrenOf(childOf(root, "customProperties"), "customPr").flatMap((each) => {
      const relation = wanted.find(({ id }) => id === each.attributes.get("id"));
      const name = each.attributes.get("name");
      return relation && name !== undefined
        ? [[name, new TextDecoder("utf-16le").decode(parts.bytes(relation.target))] as const]
        : [];
    }),
  );
};

interface Named {
  readonly names: readonly DefinedName[];
  readonly sheets: readonly Sheet[];
}

const namesOf = (
  root: Branch,
  listed: readonly (Sheet | undefined)[],
  tables: readonly Table[],
  known: ReadonlySet<string>,
  problems: ProblemList,
): Named => {
  const names: DefinedName[] = [];
  const sheets = new Map(listed.flatMap((sheet) => (sheet ? [[sheet.id, sheet] as const] : [])));
  for (const branch of childrenOf(childOf(root, "definedNames"), "definedName")) {
    const name = branch.attributes.get("name") ?? "";
    const local = numberIn(branch, "localSheetId");
    const home = local === undefined ? undefined : listed[local];
    if (/^_xlnm\.Print_/i.test(name)) {
      if (home) sheets.set(home.id, printed(sheets.get(home.id) ?? home, name, textOf(branch)));
      continue;
    }
    // Marks Excel leaves for itself.
    if (/^_xl(?:nm|fn|ws|pm|udf)/i.test(name)) continue;
    const formula = fromFile(textOf(branch), { known });
    const taken =
      names.some((each) => each.scope === home?.id && sameName(each.name, name)) ||
      (home === undefined && tables.some((table) => sameName(table.name, name)));
    if (
      formula === undefined ||
      faultOfDefinedName(name) !== undefined ||
      taken ||
      (local !== undefined && !home)
    ) {
      problems.add(
        `名前「${name}」`,
        "",
        "ここでは使えない定義（ほかのブックへの参照など）なので外しました。",
      );
      continue;
    }
    names.push({
      name,
      ...(home ? { scope: home.id } : {}),
      formula,
      comment: branch.attributes.get("comment") ?? "",
      visible: !flagIn(branch, "hidden"),
    });
  }
  return { names, sheets: [...sheets.values()] };
};

/** `'表 1'!$A$1:$B$2,'表 1'!$1:$1`: the sheet is the name's own. */
const printed = (sheet: Sheet, name: string, text: string): Sheet => {
  const areas = text
    .split(/,(?=(?:[^']*'[^']*')*[^']*$)/)
    .flatMap((each) => parseArea(each.slice(each.lastIndexOf("!") + 1)) ?? []);
  if (areas.length === 0) return sheet;
  const more = /Print_Area$/i.test(name) ? { printArea: areas } : titlesOf(areas);
  return { ...sheet, pageLayout: { ...sheet.pageLayout, ...more } };
};

const customXmlOf = (
  parts: Parts,
  relations: readonly Relation[],
  ids: ReturnType<typeof createIds>,
  problems: ProblemList,
) => {
  const kept: XmlPart[] = [];
  const settings = new Map<string, unknown>();
  for (const { target } of relations.filter(({ kind }) => kind === "customXml")) {
    if (!parts.has(target)) continue;
    const root = parts.tree(target);
    const own = parts.relations(target).find(({ kind }) => kind === "customXmlProps");
    const about = own && parts.has(own.target) ? parts.tree(own.target) : undefined;
    const namespaceUri =
      childOf(childOf(about, "schemaRefs"), "schemaRef")?.attributes.get("uri") ??
      root.attributes.get("xmlns") ??
      "";
    if (namespaceUri === SETTINGS_NAMESPACE) {
      for (const setting of childrenOf(root, "setting")) {
        const key = setting.attributes.get("key");
        const value = settingOf(setting.text);
        if (key !== undefined && value.ok) settings.set(key, value.value);
        else problems.add("読めないアドインの設定", "", "外しました。設定の画面で確かめてください。");
      }
      continue;
    }
    kept.push({
      id: ids.take(about?.attributes.get("itemID")),
      xml: new TextDecoder().decode(parts.bytes(target)),
      namespaceUri,
    });
  }
  return { parts: kept, settings };
};

const settingOf = (text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } => {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false };
  }
};
