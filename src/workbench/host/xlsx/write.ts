/** A workbook as the bytes of an .xlsx file. */
import type { Book } from "../model/book";
import { toFile } from "./formula-in-file";
import { tellLosses } from "./losses";
import { documentOf, element, escapeText, MAIN, RELATIONS, textElement } from "./markup";
import { createPersons } from "./comments/persons";
import { writeComments } from "./comments/write-comments";
import { newNumbering, writeDrawing } from "./drawing/write-drawing";
import { linksPart } from "./links-in-file";
import { createPackageWriter, type PackageWriter } from "./package-writer";
import { CUSTOM_XML_PROPERTIES, SETTINGS_NAMESPACE } from "./package-words";
import { passwordHash } from "./password-hash";
import { createProblems, type Problem } from "./problems";
import { coreDocument, customDocument, extendedDocument } from "./properties-in-file";
import { createStyleTable } from "./style-table";
import { THEME } from "./theme";
import { withoutAddIn } from "./values-only";
import type { CellWriting } from "./write-cells";
import { printNames } from "./write-page";
import { sheetDocument } from "./write-sheet";
import { tableDocument } from "./write-table";

export interface WriteOptions {
  /** Values instead of formulas: for people without the add-in. */
  readonly valuesOnly?: boolean;
  /** Full names of an add-in's functions that give more than one value: `PLAN.TABLE`. */
  readonly spilling?: ReadonlySet<string>;
}

export interface Written {
  readonly bytes: Uint8Array;
  /** What the file does not hold of the workbook. */
  readonly problems: readonly Problem[];
}

const BOOK = "xl/workbook.xml";

export const writeXlsx = (
  given: Book,
  { valuesOnly = false, spilling = new Set() }: WriteOptions = {},
): Written => {
  const file = createPackageWriter();
  const problems = createProblems();
  const book = valuesOnly ? withoutAddIn(given, problems) : given;
  const styles = createStyleTable(book);
  const texts = new Map<string, number>();
  const numbers = newNumbering();
  const persons = createPersons();
  let uses = 0;
  const writing: CellWriting = {
    book,
    styles,
    valuesOnly,
    spills: (name) => spilling.has(name),
    textAt: (text) => {
      uses++;
      const at = texts.get(text) ?? texts.size;
      texts.set(text, at);
      return at;
    },
  };
  // The workbook comes first in its own package, but knows its sheets' ids only when they are written.
  const sheets = book.sheets.map((sheet, at) => {
    const name = `xl/worksheets/sheet${at + 1}.xml`;
    const own = book.tables
      .filter((table) => table.sheet === sheet.id)
      .map((table) => {
        const number = book.tables.indexOf(table) + 1;
        return file.add(
          name,
          "table",
          `xl/tables/table${number}.xml`,
          tableDocument(table, number, valuesOnly, styles),
        );
      });
    const properties = [...sheet.customProperties].map(
      ([key, value], index) =>
        [
          key,
          file.add(name, "sheetProperty", `xl/customProperty/sheet${at + 1}_${index + 1}.bin`, utf16(value)),
        ] as const,
    );
    const floating = {
      drawing: writeDrawing(file, name, book, sheet, numbers, problems),
      noteShapes: writeComments(file, name, sheet, at + 1, persons),
      links: linksPart(file, name, sheet.links),
    };
    tellLosses(book, sheet, problems);
    return file.add(
      BOOK,
      "worksheet",
      name,
      sheetDocument(sheet, writing, { tables: own, properties, ...floating }, problems),
    );
  });
  if (book.bindings.length > 0)
    problems.add(
      `プログラムが印を付けた範囲（バインド）${book.bindings.length} 個`,
      "",
      ".xlsx には保存しません。残すには、ワークベンチの形式（.workbench.json）でも保存してください。",
    );
  const people = persons.document();
  if (people !== "") file.add(BOOK, "persons", "xl/persons/person.xml", people);
  file.add(BOOK, "theme", "xl/theme/theme1.xml", THEME);
  file.add(BOOK, "styles", "xl/styles.xml", styles.document());
  file.add(BOOK, "texts", "xl/sharedStrings.xml", textsDocument(texts, uses));
  if (!valuesOnly) file.add(BOOK, "metadata", "xl/metadata.xml", METADATA);
  writeCustomXml(file, book);
  file.add("", "workbook", BOOK, bookDocument(book, sheets));
  file.add("", "core", "docProps/core.xml", coreDocument(book));
  file.add("", "extended", "docProps/app.xml", extendedDocument(book));
  if (book.customProperties.size > 0) file.add("", "custom", "docProps/custom.xml", customDocument(book));
  return { bytes: file.bytes(), problems: problems.all() };
};

const utf16 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    bytes[at * 2] = code & 255;
    bytes[at * 2 + 1] = code >> 8;
  }
  return bytes;
};

const textsDocument = (texts: ReadonlyMap<string, number>, uses: number): string =>
  documentOf(
    element(
      "sst",
      { xmlns: MAIN, count: uses, uniqueCount: texts.size },
      [...texts.keys()].map((text) => `<si>${textElement("t", text)}</si>`),
    ),
  );

const VISIBILITY: Readonly<Record<string, string | undefined>> = {
  Hidden: "hidden",
  VeryHidden: "veryHidden",
};
const CALCULATION: Readonly<Record<string, string | undefined>> = {
  Manual: "manual",
  AutomaticExceptTables: "autoNoTable",
};

const bookDocument = (book: Book, ids: readonly string[]): string => {
  const index = (sheet: string): number => book.sheets.findIndex(({ id }) => id === sheet);
  const names = [
    ...book.sheets.flatMap((sheet, at) =>
      printNames(sheet).map(([name, formula]) =>
        element("definedName", { name, localSheetId: at }, escapeText(formula)),
      ),
    ),
    ...book.names.map(({ name, scope, formula, comment, visible }) =>
      element(
        "definedName",
        {
          name,
          comment: comment || undefined,
          localSheetId: scope === undefined ? undefined : index(scope),
          hidden: visible ? undefined : true,
        },
        escapeText(toFile(formula)),
      ),
    ),
  ];
  const { protection } = book;
  return documentOf(
    element("workbook", { xmlns: MAIN, "xmlns:r": RELATIONS }, [
      element("workbookPr", { defaultThemeVersion: 166925 }),
      protection
        ? element("workbookProtection", {
            workbookPassword:
              protection.password === undefined ? undefined : passwordHash(protection.password),
            lockStructure: true,
          })
        : "",
      element("bookViews", {}, element("workbookView", { activeTab: Math.max(0, index(book.activeSheet)) })),
      element(
        "sheets",
        {},
        book.sheets.map(({ name, visibility }, at) =>
          element("sheet", { name, sheetId: at + 1, state: VISIBILITY[visibility], "r:id": ids[at] }),
        ),
      ),
      names.length === 0 ? "" : element("definedNames", {}, names),
      // No order to calculate on opening: without the add-in that would put #NAME? over the values in the file.
      element("calcPr", {
        calcId: 191029,
        calcMode: CALCULATION[book.calculationMode],
        fullPrecision: book.usePrecisionAsDisplayed ? false : undefined,
      }),
    ]),
  );
};

/** Says of `cm="1"` that the array may spill. */
const METADATA = documentOf(
  element(
    "metadata",
    { xmlns: MAIN, "xmlns:xda": "http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray" },
    [
      element(
        "metadataTypes",
        { count: 1 },
        element("metadataType", {
          name: "XLDAPR",
          minSupportedVersion: 120000,
          ...Object.fromEntries(
            [
              "copy", "pasteAll", "pasteValues", "merge", "splitFirst", "rowColShift", "clearFormats",
              "clearComments", "assign", "coerce", "cellMeta",
            ].map((each) => [each, true]), // prettier-ignore
          ),
        }),
      ),
      element(
        "futureMetadata",
        { name: "XLDAPR", count: 1 },
        element(
          "bk",
          {},
          element(
            "extLst",
            {},
            element(
              "ext",
              { uri: "{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}" },
              element("xda:dynamicArrayProperties", { fDynamic: true, fCollapsed: false }),
            ),
          ),
        ),
      ),
      element("cellMetadata", { count: 1 }, element("bk", {}, element("rc", { t: 1, v: 0 }))),
    ],
  ),
);

const writeCustomXml = (file: PackageWriter, book: Book): void => {
  let count = 0;
  const add = (xml: string, id: string, namespace: string): void => {
    count++;
    const name = `customXml/item${count}.xml`;
    file.add(BOOK, "customXml", name, xml);
    file.add(
      name,
      "customXmlProperties",
      `customXml/itemProps${count}.xml`,
      documentOf(
        element("ds:datastoreItem", { "ds:itemID": id, "xmlns:ds": CUSTOM_XML_PROPERTIES }, [
          element(
            "ds:schemaRefs",
            {},
            namespace === "" ? "" : element("ds:schemaRef", { "ds:uri": namespace }),
          ),
        ]),
      ),
    );
  };
  for (const { xml, id, namespaceUri } of book.xmlParts) add(xml, id, namespaceUri);
  if (book.settings.size === 0) return;
  const settings = [...book.settings].map(([key, value]) =>
    element("setting", { key }, escapeText(JSON.stringify(value ?? null))),
  );
  add(
    documentOf(element("settings", { xmlns: SETTINGS_NAMESPACE }, settings)),
    SETTINGS_ID,
    SETTINGS_NAMESPACE,
  );
};
const SETTINGS_ID = "{4B454943-414B-5541-4444-494E53455454}";
