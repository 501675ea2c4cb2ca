/** Members of today's Excel (API sets 1.16 to 1.20) that the office.js on npm is older than, with the set each came with. */

export type Kind =
  /** A property that is read, one that may be written, and an object that hangs on another. */
  | "read"
  | "write"
  | { readonly object: string }
  /** A method that only does, one that answers a value, one that makes an object, one that finds one. */
  | "do"
  | "ask"
  | { readonly makes: string }
  | { readonly finds: string };

export interface Addition {
  readonly class: string;
  readonly member: string;
  readonly since: string;
  readonly kind: Kind;
}

/** Classes the library lacks altogether; a collection says what is in it. */
export const NEW_CLASSES: Readonly<Record<string, { readonly of?: string }>> = {
  Note: {},
  NoteCollection: { of: "Note" },
  LinkedEntityDataDomain: {},
  LinkedEntityDataDomainCollection: { of: "LinkedEntityDataDomain" },
};

const table = (since: string, kind: Kind, ...names: readonly string[]): readonly Addition[] =>
  names.map((name) => {
    const [owner = "", member = ""] = name.split(".");
    return { class: owner, member, since, kind };
  });

const asJson = ["valuesAsJson", "valuesAsJsonLocal"];

export const ADDITIONS: readonly Addition[] = [
  ...["Range", "TableRow", "TableColumn"].flatMap((owner) =>
    table("1.16", "write", ...asJson.map((name) => `${owner}.${name}`)),
  ),
  ...["RangeView", "NamedItemArrayValues"].flatMap((owner) =>
    table("1.16", "read", ...asJson.map((name) => `${owner}.${name}`)),
  ),
  ...table("1.16", "read", "NamedItem.valueAsJson", "NamedItem.valueAsJsonLocal"),
  ...table("1.16", { makes: "TableRow" }, "TableRowCollection.addAsJson"),
  ...table("1.16", { makes: "TableColumn" }, "TableColumnCollection.addAsJson"),
  ...table("1.16", "ask", "ChartFill.getSolidColor", "Workbook.getLinkedEntityCellValue"),
  ...table(
    "1.17",
    "do",
    ...[
      "CellValue",
      "ColorScale",
      "ContainsText",
      "Custom",
      "DataBar",
      "IconSet",
      "PresetCriteria",
      "TopBottom",
    ].map((type) => `ConditionalFormat.changeRuleTo${type}`),
    "ConditionalFormat.setRanges",
    "ConditionalRangeFormat.clearFormat",
  ),
  ...table("1.17", "read", "NumberFormatInfo.currencySymbol"),
  ...table("1.18", "write", "Range.control", "Note.content", "Note.height", "Note.visible", "Note.width"),
  ...table("1.18", "read", "Note.authorName"),
  ...table(
    "1.18",
    "do",
    "Range.clearOrResetContents",
    "RangeAreas.clearOrResetContents",
    "RangeAreas.select",
    "Note.delete",
  ),
  ...table("1.18", { object: "NoteCollection" }, "Workbook.notes", "Worksheet.notes"),
  ...table("1.18", { makes: "Note" }, "NoteCollection.add"),
  ...table(
    "1.18",
    { finds: "Note" },
    "NoteCollection.getItem",
    "NoteCollection.getItemAt",
    "NoteCollection.getItemOrNullObject",
  ),
  ...table("1.18", "ask", "NoteCollection.getCount"),
  ...table("1.18", { finds: "Range" }, "Note.getLocation"),
  ...table("1.19", "ask", "Range.getDisplayedCellProperties"),
  ...table("1.19", "write", "Worksheet.showDataTypeIcons"),
  ...table("1.19", { finds: "Shape" }, "Workbook.getActiveShape", "Workbook.getActiveShapeOrNullObject"),
  ...table(
    "1.19",
    "write",
    "ChartDataLabel.geometricShapeType",
    "ChartDataLabels.geometricShapeType",
    "ChartDataLabels.showLeaderLines",
  ),
  ...table("1.19", "read", "ChartDataLabel.showAsStickyCallout", "ChartDataLabels.showAsStickyCallout"),
  ...table("1.19", "do", "ChartDataLabel.setHeight", "ChartDataLabel.setWidth"),
  ...table("1.19", { object: "LinkedEntityDataDomainCollection" }, "Workbook.linkedEntityDataDomains"),
  ...table(
    "1.19",
    "do",
    "LinkedEntityDataDomainCollection.add",
    "LinkedEntityDataDomainCollection.refreshAll",
  ),
];
