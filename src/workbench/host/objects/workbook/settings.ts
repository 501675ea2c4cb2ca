/** Settings of the workbook, and custom XML parts: what an add-in keeps in the file out of sight. */
import { guid, type XmlPart } from "../../model/book";
import { takeId, updateBook, type Draft } from "../../model/draft";
import { refuse } from "../../refusal";
import { handle, objectType, type ObjectType, type Arguments, type Turn } from "../../wire/object-type";
import { text } from "../arguments";

interface SettingRef {
  readonly key: string;
}

/** Above about 1 MB Excel on the web takes no setting (office-js#3957) and no part (#2408). */
const LARGEST = 1024 * 1024;

const put = (draft: Draft, key: string, value: unknown): void => {
  if (JSON.stringify(value ?? null).length > LARGEST) refuse("InvalidArgument");
  updateBook(draft, { settings: new Map(draft.book.settings).set(key, value) });
  draft.happenings.push({ kind: "settingsChanged" });
};

export const setting: ObjectType<SettingRef> = objectType<SettingRef>("Setting", {
  identity: (ref) => ({ _Id: ref.key }),
  scalars: {
    key: { get: (ref) => ref.key },
    value: {
      get: (ref, { draft }) =>
        draft.book.settings.has(ref.key) ? draft.book.settings.get(ref.key) : refuse("ItemNotFound"),
      set: (ref, value, { draft }) => put(draft, ref.key, value),
    },
  },
  methods: {
    delete: (ref: SettingRef, _: Arguments, { draft }: Turn) => {
      const settings = new Map(draft.book.settings);
      if (!settings.delete(ref.key)) refuse("ItemNotFound");
      updateBook(draft, { settings });
      draft.happenings.push({ kind: "settingsChanged" });
    },
  },
});

export const settings: ObjectType<null> = objectType<null>("SettingCollection", {
  items: (_, { draft }) => [...draft.book.settings.keys()].map((key) => handle(setting, { key })),
  item: (_, key, { draft }) => {
    const wanted = text(key);
    return draft.book.settings.has(wanted) ? handle(setting, { key: wanted }) : null;
  },
  methods: {
    add: (_: null, args: Arguments, { draft }: Turn) => {
      const key = text(args[0]);
      if (key === "") refuse("InvalidArgument");
      put(draft, key, args[1]);
      return handle(setting, { key });
    },
  },
});

interface PartRef {
  readonly id: string;
}
interface ScopeRef {
  readonly namespace: string;
}

const partIn = (draft: Draft, ref: PartRef): XmlPart =>
  draft.book.xmlParts.find(({ id }) => id === ref.id) ?? refuse("ItemNotFound");

/** The namespace of the root element; text that is no XML is refused. */
const namespaceOf = (xml: string): string => {
  if (xml.length > LARGEST) return refuse("InvalidArgument");
  const body = xml.replace(/^\uFEFF?\s*(<\?xml[\s\S]*?\?>)?\s*(<!--[\s\S]*?-->\s*)*/, "");
  const root = /^<(?:([\w.-]+):)?([\w.-]+)([^>]*?)(\/)?>/.exec(body);
  if (!root) return refuse("InvalidArgument");
  const [whole, prefix, name, attributes = "", closed] = root;
  const end = new RegExp(`</${prefix ? `${prefix}:` : ""}${name}\\s*>\\s*(<!--[\\s\\S]*?-->\\s*)*$`);
  if (closed ? body.slice(whole.length).trim() !== "" : !end.test(body)) return refuse("InvalidArgument");
  const attribute = prefix ? `xmlns:${prefix}` : "xmlns";
  return new RegExp(`(?:^|\\s)${attribute}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1] ?? "";
};

export const xmlPart: ObjectType<PartRef> = objectType<PartRef>("CustomXmlPart", {
  identity: (ref) => ({ Id: ref.id }),
  scalars: {
    id: { get: (ref, { draft }) => partIn(draft, ref).id },
    namespaceUri: { get: (ref, { draft }) => partIn(draft, ref).namespaceUri },
  },
  methods: {
    getXml: (ref: PartRef, _: Arguments, { draft }: Turn) => partIn(draft, ref).xml,
    setXml: (ref: PartRef, args: Arguments, { draft }: Turn) => {
      const xml = text(args[0]);
      const next = { ...partIn(draft, ref), xml, namespaceUri: namespaceOf(xml) };
      updateBook(draft, { xmlParts: draft.book.xmlParts.map((part) => (part.id === ref.id ? next : part)) });
    },
    delete: (ref: PartRef, _: Arguments, { draft }: Turn) => {
      partIn(draft, ref);
      updateBook(draft, { xmlParts: draft.book.xmlParts.filter(({ id }) => id !== ref.id) });
    },
  },
});

export const xmlParts: ObjectType<null> = objectType<null>("CustomXmlPartCollection", {
  items: (_, { draft }) => draft.book.xmlParts.map(({ id }) => handle(xmlPart, { id })),
  item: (_, key, { draft }) =>
    draft.book.xmlParts.some(({ id }) => id === key) ? handle(xmlPart, { id: text(key) }) : null,
  methods: {
    add: (_: null, args: Arguments, { draft }: Turn) => {
      const xml = text(args[0]);
      const part = { id: guid(takeId(draft)), xml, namespaceUri: namespaceOf(xml) };
      updateBook(draft, { xmlParts: [...draft.book.xmlParts, part] });
      return handle(xmlPart, { id: part.id });
    },
    getByNamespace: (_: null, args: Arguments) => handle(scopedXmlParts, { namespace: text(args[0]) }),
  },
});

const inNamespace = (ref: ScopeRef, draft: Draft) =>
  draft.book.xmlParts.filter(({ namespaceUri }) => namespaceUri === ref.namespace);

const scopedXmlParts: ObjectType<ScopeRef> = objectType<ScopeRef>("CustomXmlPartScopedCollection", {
  items: (ref, { draft }) => inNamespace(ref, draft).map(({ id }) => handle(xmlPart, { id })),
  item: (ref, key, { draft }) =>
    inNamespace(ref, draft).some(({ id }) => id === key) ? handle(xmlPart, { id: text(key) }) : null,
  methods: {
    getOnlyItem: (ref: ScopeRef, _: Arguments, { draft }: Turn) => {
      const [only, ...more] = inNamespace(ref, draft);
      if (!only) return refuse("ItemNotFound");
      return more.length === 0 ? handle(xmlPart, { id: only.id }) : refuse("InvalidOperation");
    },
    getOnlyItemOrNullObject: (ref: ScopeRef, _: Arguments, { draft }: Turn) => {
      const [only, ...more] = inNamespace(ref, draft);
      return only && more.length === 0 ? handle(xmlPart, { id: only.id }) : null;
    },
  },
});
