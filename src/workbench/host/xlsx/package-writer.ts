/** A package in the making: parts, what kind they are, and which points at which. */
import { strToU8, zipSync } from "fflate";
import { type Attributes, documentOf, element, PACKAGE_RELATIONS } from "./markup";
import { KINDS, LINKS, type PartKind } from "./package-words";

export interface PackageWriter {
  /** Adds a part that `from` points at ("" is the package itself); gives the id of that relationship. */
  add(from: string, kind: PartKind, name: string, content: string | Uint8Array): string;
  /** `from` points at a part that is there already. */
  point(from: string, kind: PartKind, name: string): string;
  /** `from` leads out of the package. */
  leadTo(from: string, link: keyof typeof LINKS, address: string): string;
  bytes(): Uint8Array;
}

const folderOf = (name: string): string => name.slice(0, name.lastIndexOf("/") + 1);

/** From the folder of one part to another part. */
const pathTo = (from: string, to: string): string => {
  if (from === "") return to;
  const folders = folderOf(from).split("/").slice(0, -1);
  const wanted = to.split("/");
  let shared = 0;
  while (shared < folders.length && folders[shared] === wanted[shared]) shared++;
  return "../".repeat(folders.length - shared) + wanted.slice(shared).join("/");
};

const relationsName = (from: string): string =>
  `${folderOf(from)}_rels/${from.slice(folderOf(from).length)}.rels`;

/** The same book gives the same bytes: no moment of writing in it. */
const NO_TIME = new Date(1980, 0, 1);

export const createPackageWriter = (): PackageWriter => {
  const parts = new Map<string, Uint8Array>();
  const types: string[] = [];
  const relations = new Map<string, string[]>();
  const relate = (from: string, attributes: Attributes): string => {
    const list = relations.get(from) ?? [];
    relations.set(from, list);
    const id = `rId${list.length + 1}`;
    list.push(element("Relationship", { Id: id, ...attributes }));
    return id;
  };
  const point = (from: string, kind: PartKind, name: string): string =>
    relate(from, { Type: KINDS[kind].relation, Target: pathTo(from, name) });
  return {
    add: (from, kind, name, content) => {
      parts.set(name, typeof content === "string" ? strToU8(content) : content);
      types.push(element("Override", { PartName: `/${name}`, ContentType: KINDS[kind].content }));
      return point(from, kind, name);
    },
    point,
    leadTo: (from, link, address) =>
      relate(from, { Type: LINKS[link], Target: address, TargetMode: "External" }),
    bytes: () => {
      const contentTypes = element(
        "Types",
        { xmlns: "http://schemas.openxmlformats.org/package/2006/content-types" },
        [
          element("Default", {
            Extension: "rels",
            ContentType: "application/vnd.openxmlformats-package.relationships+xml",
          }),
          element("Default", { Extension: "xml", ContentType: "application/xml" }),
          ...types,
        ],
      );
      const files: Record<string, Uint8Array> = { "[Content_Types].xml": strToU8(documentOf(contentTypes)) };
      for (const [from, list] of relations) {
        files[relationsName(from)] = strToU8(
          documentOf(element("Relationships", { xmlns: PACKAGE_RELATIONS }, list)),
        );
      }
      for (const [name, content] of parts) files[name] = content;
      return zipSync(files, { level: 6, mtime: NO_TIME });
    },
  };
};
