/** The kinds of parts in a package: their content types and how other parts point at them. */

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

export const KINDS = {
  workbook: { relation: `${OFFICE}officeDocument`, content: `${SHEET}sheet.main+xml` },
  worksheet: { relation: `${OFFICE}worksheet`, content: `${SHEET}worksheet+xml` },
  styles: { relation: `${OFFICE}styles`, content: `${SHEET}styles+xml` },
  texts: { relation: `${OFFICE}sharedStrings`, content: `${SHEET}sharedStrings+xml` },
  table: { relation: `${OFFICE}table`, content: `${SHEET}table+xml` },
  metadata: { relation: `${OFFICE}sheetMetadata`, content: `${SHEET}sheetMetadata+xml` },
  sheetProperty: { relation: `${OFFICE}customProperty`, content: `${SHEET}customProperty` },
  customXml: { relation: `${OFFICE}customXml`, content: "application/xml" },
  customXmlProperties: {
    relation: `${OFFICE}customXmlProps`,
    content: "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
  },
  theme: {
    relation: `${OFFICE}theme`,
    content: "application/vnd.openxmlformats-officedocument.theme+xml",
  },
  drawing: {
    relation: `${OFFICE}drawing`,
    content: "application/vnd.openxmlformats-officedocument.drawing+xml",
  },
  chart: {
    relation: `${OFFICE}chart`,
    content: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
  },
  comments: { relation: `${OFFICE}comments`, content: `${SHEET}comments+xml` },
  noteShapes: {
    relation: `${OFFICE}vmlDrawing`,
    content: "application/vnd.openxmlformats-officedocument.vmlDrawing",
  },
  threadedComments: {
    relation: "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment",
    content: "application/vnd.ms-excel.threadedcomments+xml",
  },
  persons: {
    relation: "http://schemas.microsoft.com/office/2017/10/relationships/person",
    content: "application/vnd.ms-excel.person+xml",
  },
  png: { relation: `${OFFICE}image`, content: "image/png" },
  jpeg: { relation: `${OFFICE}image`, content: "image/jpeg" },
  gif: { relation: `${OFFICE}image`, content: "image/gif" },
  bmp: { relation: `${OFFICE}image`, content: "image/bmp" },
  svg: { relation: `${OFFICE}image`, content: "image/svg+xml" },
  core: {
    relation: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    content: "application/vnd.openxmlformats-package.core-properties+xml",
  },
  extended: {
    relation: `${OFFICE}extended-properties`,
    content: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
  },
  custom: {
    relation: `${OFFICE}custom-properties`,
    content: "application/vnd.openxmlformats-officedocument.custom-properties+xml",
  },
} as const;
export type PartKind = keyof typeof KINDS;

/** What leads out of the package. */
export const LINKS = { hyperlink: `${OFFICE}hyperlink` } as const;

/** Where the settings of add-ins are kept: a part of custom XML in this namespace. Excel's own place needs the add-in's shop. */
export const SETTINGS_NAMESPACE = "urn:keikaku-addin:workbench:settings";
export const CUSTOM_XML_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
