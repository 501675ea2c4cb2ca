/** The properties of a workbook, between Excel's JavaScript and the three parts a file keeps them in. */
import type { Book } from "../model/book";
import { documentOf, element, escapeText } from "./markup";
import { type Branch, childrenOf } from "./xml";

/** Of core.xml: property, element. */
const CORE = [
  ["title", "dc:title"],
  ["subject", "dc:subject"],
  ["author", "dc:creator"],
  ["keywords", "cp:keywords"],
  ["comments", "dc:description"],
  ["lastAuthor", "cp:lastModifiedBy"],
  ["revisionNumber", "cp:revision"],
  ["category", "cp:category"],
] as const;

const textElementOf = (name: string, value: unknown): string =>
  value === undefined || value === "" ? "" : element(name, {}, escapeText(String(value as string | number)));

export const coreDocument = ({ properties }: Book): string =>
  documentOf(
    element(
      "cp:coreProperties",
      {
        "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "xmlns:dcterms": "http://purl.org/dc/terms/",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
      },
      [
        ...CORE.map(([key, name]) => textElementOf(name, properties[key])),
        typeof properties.creationDate === "string"
          ? element("dcterms:created", { "xsi:type": "dcterms:W3CDTF" }, escapeText(properties.creationDate))
          : "",
      ],
    ),
  );

export const extendedDocument = ({ properties }: Book): string =>
  documentOf(
    element(
      "Properties",
      { xmlns: "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" },
      [
        element("Application", {}, "Microsoft Excel"),
        textElementOf("Manager", properties.manager),
        textElementOf("Company", properties.company),
      ],
    ),
  );

const FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

const valueElement = (value: unknown): string => {
  if (typeof value === "boolean") return element("vt:bool", {}, String(value));
  if (typeof value === "number") return element("vt:r8", {}, String(value));
  return element("vt:lpwstr", {}, escapeText(String(value as string)));
};

export const customDocument = ({ customProperties }: Book): string =>
  documentOf(
    element(
      "Properties",
      {
        xmlns: "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
        "xmlns:vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
      },
      [...customProperties].map(([name, value], at) =>
        // Numbers begin at 2: the first two belong to the format.
        element("property", { fmtid: FORMAT, pid: at + 2, name }, valueElement(value)),
      ),
    ),
  );

/** What the parts that are there say. */
export const readProperties = (
  core: Branch | undefined,
  extended: Branch | undefined,
): Readonly<Record<string, unknown>> => {
  const found: Record<string, unknown> = {};
  const take = (key: string, branch: Branch | undefined, name: string): void => {
    const [first] = childrenOf(branch, name);
    if (!first || first.text === "") return;
    found[key] = key === "revisionNumber" ? Number(first.text) || 0 : first.text;
  };
  for (const [key, name] of CORE) take(key, core, name.slice(name.indexOf(":") + 1));
  take("creationDate", core, "created");
  take("manager", extended, "Manager");
  take("company", extended, "Company");
  return found;
};

export const readCustomProperties = (custom: Branch | undefined): ReadonlyMap<string, unknown> =>
  new Map(
    childrenOf(custom, "property").flatMap((property) => {
      const name = property.attributes.get("name");
      const [value] = property.children;
      return name === undefined || !value ? [] : [[name, propertyValue(value)] as const];
    }),
  );

const propertyValue = ({ name, text }: Branch): unknown => {
  if (name === "bool") return text === "true" || text === "1";
  return ["r8", "r4", "i4", "i8", "int", "decimal"].includes(name) ? Number(text) : text;
};
