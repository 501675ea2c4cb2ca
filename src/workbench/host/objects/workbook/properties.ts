/** Document properties of the workbook, custom ones, and custom properties of a sheet. */
import { sheetIn, updateBook, updateSheet, type Draft } from "../../model/draft";
import { refuse } from "../../refusal";
import {
  handle,
  objectType,
  type ObjectType,
  type Arguments,
  type Scalar,
  type Turn,
} from "../../wire/object-type";
import { text, wholeNumber } from "../arguments";

/** Longer texts are cut, silently, as Excel does (office-js#4530). */
const LONGEST = 255;

const property = (
  key: string,
  fallback: unknown,
  read: (value: unknown) => unknown = text,
): Scalar<null> => ({
  get: (_, { draft }) => draft.book.properties[key] ?? fallback,
  set: (_, value, { draft }) =>
    updateBook(draft, { properties: { ...draft.book.properties, [key]: read(value) } }),
});

export const documentProperties: ObjectType<null> = objectType<null>("DocumentProperties", {
  scalars: {
    title: property("title", ""),
    subject: property("subject", ""),
    author: property("author", ""),
    keywords: property("keywords", ""),
    comments: property("comments", ""),
    category: property("category", ""),
    manager: property("manager", ""),
    company: property("company", ""),
    revisionNumber: property("revisionNumber", 0, (value) => wholeNumber(value)),
    lastAuthor: { get: (_, { draft }) => draft.book.properties.lastAuthor ?? "" },
    creationDate: { get: (_, { draft }) => draft.book.properties.creationDate ?? "2026-01-01T00:00:00.000Z" },
  },
  objects: { custom: () => handle(customProperties, null) },
});

interface PropertyRef {
  readonly key: string;
}

const cut = (value: unknown): unknown => (typeof value === "string" ? value.slice(0, LONGEST) : value);

const find = (draft: Draft, key: string): string | undefined =>
  [...draft.book.customProperties.keys()].find((known) => known.toLowerCase() === key.toLowerCase());

const customProperty: ObjectType<PropertyRef> = objectType<PropertyRef>("CustomProperty", {
  identity: (ref) => ({ _Id: ref.key }),
  scalars: {
    key: { get: (ref) => ref.key },
    value: {
      get: (ref, { draft }) => draft.book.customProperties.get(ref.key) ?? refuse("ItemNotFound"),
      set: (ref, value, { draft }) =>
        updateBook(draft, {
          customProperties: new Map(draft.book.customProperties).set(ref.key, cut(value)),
        }),
    },
    type: {
      get: (ref, { draft }) => {
        const value = draft.book.customProperties.get(ref.key);
        if (typeof value === "number") return "Number";
        return typeof value === "boolean" ? "Boolean" : "String";
      },
    },
  },
  methods: {
    delete: (ref: PropertyRef, _: Arguments, { draft }: Turn) => {
      const left = new Map(draft.book.customProperties);
      left.delete(ref.key);
      updateBook(draft, { customProperties: left });
    },
  },
});

const customProperties: ObjectType<null> = objectType<null>("CustomPropertyCollection", {
  items: (_, { draft }) =>
    [...draft.book.customProperties.keys()].map((key) => handle(customProperty, { key })),
  item: (_, key, { draft }) => {
    const found = find(draft, text(key));
    return found === undefined ? null : handle(customProperty, { key: found });
  },
  methods: {
    add: (_: null, args: Arguments, { draft }: Turn) => {
      const key = find(draft, text(args[0])) ?? text(args[0]);
      if (key === "") refuse("InvalidArgument");
      updateBook(draft, { customProperties: new Map(draft.book.customProperties).set(key, cut(args[1])) });
      return handle(customProperty, { key });
    },
    deleteAll: (_: null, __: Arguments, { draft }: Turn) =>
      updateBook(draft, { customProperties: new Map() }),
  },
});

interface SheetRef {
  readonly id: string;
}
interface SheetPropertyRef extends SheetRef {
  readonly key: string;
}

const sheetProperty: ObjectType<SheetPropertyRef> = objectType<SheetPropertyRef>("WorksheetCustomProperty", {
  identity: (ref) => ({ _Id: ref.key }),
  scalars: {
    key: { get: (ref) => ref.key },
    value: {
      get: (ref, { draft }) => sheetIn(draft, ref.id).customProperties.get(ref.key) ?? refuse("ItemNotFound"),
      set: (ref, value, { draft }) =>
        updateSheet(draft, ref.id, {
          customProperties: new Map(sheetIn(draft, ref.id).customProperties).set(ref.key, text(value)),
        }),
    },
  },
  methods: {
    delete: (ref: SheetPropertyRef, _: Arguments, { draft }: Turn) => {
      const left = new Map(sheetIn(draft, ref.id).customProperties);
      left.delete(ref.key);
      updateSheet(draft, ref.id, { customProperties: left });
    },
  },
});

export const sheetProperties: ObjectType<SheetRef> = objectType<SheetRef>(
  "WorksheetCustomPropertyCollection",
  {
    items: (ref, { draft }) =>
      [...sheetIn(draft, ref.id).customProperties.keys()].map((key) =>
        handle(sheetProperty, { ...ref, key }),
      ),
    item: (ref, key, { draft }) => {
      const wanted = text(key).toLowerCase();
      const found = [...sheetIn(draft, ref.id).customProperties.keys()].find(
        (known) => known.toLowerCase() === wanted,
      );
      return found === undefined ? null : handle(sheetProperty, { ...ref, key: found });
    },
    methods: {
      add: (ref: SheetRef, args: Arguments, { draft }: Turn) => {
        const key = text(args[0]);
        updateSheet(draft, ref.id, {
          customProperties: new Map(sheetIn(draft, ref.id).customProperties).set(key, text(args[1])),
        });
        return handle(sheetProperty, { ...ref, key });
      },
    },
  },
);
