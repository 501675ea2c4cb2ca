/** The people who wrote comments: a list of the workbook, to which each comment points. */
import { guid } from "../../model/book";
import type { Reply } from "../../model/attached/comment";
import { documentOf, element, MAIN } from "../markup";
import { childrenOf, type Branch } from "../xml";

export const THREADED = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments";

type Person = Pick<Reply, "authorName" | "authorEmail">;

export interface Persons {
  idOf(name: string, email: string): string;
  /** "" while nobody wrote anything. */
  document(): string;
}

/** Far away from the numbers the workbook gives its parts. */
const FIRST_PERSON = 0x50_0000_0000;

export const createPersons = (): Persons => {
  const known = new Map<string, { readonly id: string; readonly name: string; readonly email: string }>();
  return {
    idOf: (name, email) => {
      const key = `${name}\n${email}`;
      const found = known.get(key) ?? { id: guid(FIRST_PERSON + known.size), name, email };
      known.set(key, found);
      return found.id;
    },
    document: () =>
      known.size === 0
        ? ""
        : documentOf(
            element(
              "personList",
              { xmlns: THREADED, "xmlns:x": MAIN },
              [...known.values()].map(({ id, name, email }) =>
                element("person", { displayName: name, id, userId: email || name, providerId: "None" }),
              ),
            ),
          ),
  };
};

/** `S::someone@example.lg.jp::…` is how Excel writes who is signed in. */
const emailOf = (userId: string, name: string): string => {
  const signedIn = /^S::([^:]+)::/.exec(userId)?.[1] ?? userId;
  return signedIn === name || !signedIn.includes("@") ? "" : signedIn;
};

export const readPersons = (root: Branch | undefined): ReadonlyMap<string, Person> =>
  new Map(
    childrenOf(root, "person").map(({ attributes }) => {
      const name = attributes.get("displayName") ?? "";
      return [
        attributes.get("id") ?? "",
        { authorName: name, authorEmail: emailOf(attributes.get("userId") ?? "", name) },
      ] as const;
    }),
  );
