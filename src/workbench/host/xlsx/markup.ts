/** XML as text: elements with attributes, and the two ways in which Office escapes what XML cannot carry. */

export type Attribute = string | number | boolean | undefined;
export type Attributes = Readonly<Record<string, Attribute>>;

/** What XML 1.0 cannot hold at all; Office writes such a character as `_x0007_`, and a text that looks like that with `_x005F_`. */
const UNWRITABLE =
  /[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|_(?=x[0-9A-Fa-f]{4}_)/g;

const asCode = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "_x0009_",
  "\n": "_x000a_",
};

export const escapeText = (text: string): string =>
  text.replace(UNWRITABLE, asCode).replace(/[&<>]/g, (each) => ENTITIES[each] ?? each);

const escapeAttribute = (text: string): string =>
  text.replace(UNWRITABLE, asCode).replace(/[&<>"\t\n]/g, (each) => ENTITIES[each] ?? each);

/** `_x000A_` → a line break. */
export const unescapeOffice = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;

const printed = (value: Attribute): string =>
  typeof value === "boolean" ? (value ? "1" : "0") : escapeAttribute(String(value));

/** An attribute that is undefined is left out; children are XML already. */
export const element = (
  name: string,
  attributes: Attributes = {},
  children: string | readonly string[] = "",
): string => {
  let open = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) open += ` ${key}="${printed(value)}"`;
  }
  const inside = typeof children === "string" ? children : children.join("");
  return inside === "" ? `${open}/>` : `${open}>${inside}</${name}>`;
};

/** A text whose blanks at the ends matter says so. */
export const textElement = (name: string, text: string): string =>
  element(name, /^\s|\s$|\n/.test(text) ? { "xml:space": "preserve" } : {}, escapeText(text));

export const documentOf = (root: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
export const IDENTITY = "http://schemas.microsoft.com/office/spreadsheetml/2014/revision";
