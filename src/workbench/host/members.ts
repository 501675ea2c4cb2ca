/** Which of Excel's members this host implements: read off the objects' own tables, so that it cannot be out of date. */
import "./objects/workbook/workbook";
import { objectTypes } from "./wire/object-type";

export type MemberKind = "property" | "settable property" | "object" | "method" | "items";

export interface Member {
  readonly object: string;
  readonly name: string;
  readonly kind: MemberKind;
  /** Answered because every collection is asked for its items in these ways, whether or not office.js asks this one. */
  readonly implied?: true;
}

/** Methods whose names begin with `_` are office.js talking to itself. */
const isPublic = (name: string): boolean => !name.startsWith("_") && !OF_HIDDEN_CLASSES.has(name);
/** Of a class that office.js shows nobody: how `Excel.createWorkbook` reaches Excel on the web. */
const OF_HIDDEN_CLASSES: ReadonlySet<string> = new Set(["createAndOpenWorkbook"]);

const OR_NULL = "OrNullObject";

export const implementedMembers = (): readonly Member[] =>
  [...objectTypes()]
    .flatMap(([object, type]): Member[] => {
      const methods = Object.keys(type.methods ?? {}).filter(isPublic);
      const collection: readonly string[] = [
        ...(type.item ? ["getItem", `getItem${OR_NULL}`] : []),
        ...(type.items ? ["getItemAt", "getCount", "items"] : []),
      ];
      return [
        ...Object.entries(type.scalars ?? {}).map(([name, scalar]): Member => ({
          object,
          name,
          kind: scalar.set ? "settable property" : "property",
        })),
        ...Object.keys(type.objects ?? {})
          .filter(isPublic)
          .map((name): Member => ({ object, name, kind: "object" })),
        ...methods.map((name): Member => ({ object, name, kind: "method" })),
        ...collection
          .filter((name) => !methods.includes(name))
          .map((name): Member => ({
            object,
            name,
            kind: name === "items" ? "items" : "method",
            implied: true,
          })),
      ];
    })
    .sort((a, b) => a.object.localeCompare(b.object) || a.name.localeCompare(b.name));

export interface MemberRow extends Member {
  readonly state: "implemented" | "refused";
}

/** What office.js offers, by object: from its own classes (`officeMembers` in a test or the page). */
export type Offered = Readonly<Record<string, readonly string[]>>;

/** Every member office.js offers, and whether it is answered here. `…OrNullObject` follows the member it belongs to. */
export const membersTable = (offered: Offered): readonly MemberRow[] => {
  const known = new Map<string, Member>();
  for (const member of implementedMembers()) {
    // Parts of a chart are one class in Excel and several tables here: `ChartFont (title)`.
    known.set(`${member.object.replace(/ \(.*\)$/, "")}.${member.name}`, member);
  }
  return Object.entries(offered).flatMap(([object, names]) =>
    names.map((name): MemberRow => {
      const found = known.get(`${object}.${name}`) ?? known.get(`${object}.${name.replace(OR_NULL, "")}`);
      return { object, name, kind: found?.kind ?? "method", state: found ? "implemented" : "refused" };
    }),
  );
};

interface OfficeClass {
  readonly prototype: Readonly<Record<string, unknown>> | undefined;
}

const INTERNAL = /^(_|m_)/;
const EVERYWHERE: ReadonlySet<string> = new Set([
  "constructor",
  "load",
  "retrieve",
  "toJSON",
  "setMockData",
  "set",
  "update",
  "track",
  "untrack",
  "ensureUnchanged",
  "isNullObject",
]);

/** The classes of a loaded `Excel` and their public members. */
export const officeMembers = (excel: object): Offered => {
  const offered: Record<string, string[]> = {};
  for (const [name, value] of Object.entries(excel as Record<string, OfficeClass>)) {
    if (typeof value !== "function") continue;
    const { prototype } = value as OfficeClass;
    if (!prototype || !("_className" in prototype)) continue;
    offered[name] = Object.getOwnPropertyNames(prototype).filter(
      (member) => !INTERNAL.test(member) && !EVERYWHERE.has(member) && !/^on[A-Z]/.test(member),
    );
  }
  return offered;
};
