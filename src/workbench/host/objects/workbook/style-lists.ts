/** The styles of tables, PivotTables, slicers and timelines by name: Excel's own, and those somebody added. */
import { sameName, type Book, type StyleList } from "../../model/book";
import { updateBook, type Draft } from "../../model/draft";
import { refuse } from "../../refusal";
import {
  handle,
  isHandle,
  objectType,
  type Arguments,
  type ObjectType,
  type Turn,
} from "../../wire/object-type";
import { flag, text } from "../arguments";

interface StyleRef {
  readonly name: string;
}

interface Family {
  readonly builtIn: readonly string[];
  readonly standard: string;
}

const numbered = (start: string, last: number): readonly string[] =>
  Array.from({ length: last }, (_, at) => `${start}${at + 1}`);

const FAMILIES = {
  TableStyle: {
    builtIn: [
      ...numbered("TableStyleLight", 21),
      ...numbered("TableStyleMedium", 28),
      ...numbered("TableStyleDark", 11),
    ],
    standard: "TableStyleMedium2",
  },
  PivotTableStyle: {
    builtIn: ["Light", "Medium", "Dark"].flatMap((kind) => numbered(`PivotStyle${kind}`, 28)),
    standard: "PivotStyleLight16",
  },
  SlicerStyle: {
    builtIn: [
      ...numbered("SlicerStyleLight", 6),
      ...numbered("SlicerStyleOther", 2),
      ...numbered("SlicerStyleDark", 6),
    ],
    standard: "SlicerStyleLight1",
  },
  TimelineStyle: {
    builtIn: ["Light", "Dark"].flatMap((kind) => numbered(`TimeSlicerStyle${kind}`, 6)),
    standard: "TimeSlicerStyleLight1",
  },
} as const satisfies Readonly<Record<string, Family>>;
type FamilyName = keyof typeof FAMILIES;

const listOf = (book: Book, family: FamilyName): StyleList =>
  book.styleLists?.[family] ?? { added: [], standard: FAMILIES[family].standard };

const namesOf = (book: Book, family: FamilyName): readonly string[] => [
  ...FAMILIES[family].builtIn,
  ...listOf(book, family).added,
];

/** The style's name as it is written in the list; undefined where there is none. */
export const styleNameIn = (book: Book, family: FamilyName, name: string): string | undefined =>
  namesOf(book, family).find((each) => sameName(each, name));

export const standardStyle = (book: Book, family: FamilyName): string => listOf(book, family).standard;

const update = (draft: Draft, family: FamilyName, patch: Partial<StyleList>): void =>
  updateBook(draft, {
    styleLists: { ...draft.book.styleLists, [family]: { ...listOf(draft.book, family), ...patch } },
  });

const free = (book: Book, family: FamilyName, wanted: string): string => {
  for (let number = 2; ; number++) {
    if (styleNameIn(book, family, `${wanted} ${number}`) === undefined) return `${wanted} ${number}`;
  }
};

const familyOf = (family: FamilyName, collection: string): ObjectType<null> => {
  const existing = ({ name }: StyleRef, { draft }: Turn): string =>
    styleNameIn(draft.book, family, name) ?? refuse("ItemNotFound");
  const isBuiltIn = (name: string): boolean => (FAMILIES[family].builtIn as readonly string[]).includes(name);
  const add = (draft: Draft, name: string) => {
    update(draft, family, { added: [...listOf(draft.book, family).added, name] });
    return handle(style, { name });
  };
  const style: ObjectType<StyleRef> = objectType<StyleRef>(family, {
    identity: (ref) => ({ _Id: ref.name }),
    scalars: {
      name: {
        get: existing,
        set: (ref, value, turn) => {
          const [old, name] = [existing(ref, turn), text(value)];
          const taken = styleNameIn(turn.draft.book, family, name);
          if (isBuiltIn(old) || name === "" || (taken !== undefined && taken !== old))
            refuse("InvalidArgument");
          const { added, standard } = listOf(turn.draft.book, family);
          update(turn.draft, family, {
            added: added.map((each) => (each === old ? name : each)),
            standard: standard === old ? name : standard,
          });
        },
      },
      readOnly: { get: (ref, turn) => isBuiltIn(existing(ref, turn)) },
    },
    methods: {
      delete: (ref: StyleRef, _: Arguments, turn: Turn) => {
        const name = existing(ref, turn);
        if (isBuiltIn(name)) refuse("AccessDenied");
        const { added, standard } = listOf(turn.draft.book, family);
        update(turn.draft, family, {
          added: added.filter((each) => each !== name),
          standard: standard === name ? FAMILIES[family].standard : standard,
        });
      },
      duplicate: (ref: StyleRef, _: Arguments, turn: Turn) =>
        add(turn.draft, free(turn.draft.book, family, existing(ref, turn))),
    },
  });
  return objectType<null>(collection, {
    items: (_, { draft }) => namesOf(draft.book, family).map((name) => handle(style, { name })),
    item: (_, key, { draft }) => {
      const name = styleNameIn(draft.book, family, text(key));
      return name === undefined ? null : handle(style, { name });
    },
    methods: {
      add: (_: null, args: Arguments, { draft }: Turn) => {
        const wanted = text(args[0]);
        if (wanted === "") return refuse("InvalidArgument");
        const taken = styleNameIn(draft.book, family, wanted) !== undefined;
        if (taken && !flag(args[1], false)) return refuse("ItemAlreadyExists");
        return add(draft, taken ? free(draft.book, family, wanted) : wanted);
      },
      getDefault: (_: null, __: Arguments, { draft }: Turn) =>
        handle(style, { name: standardStyle(draft.book, family) }),
      setDefault: (_: null, args: Arguments, turn: Turn) => {
        const [given] = args;
        const name = isHandle(given) ? (given.ref as StyleRef).name : text(given);
        update(turn.draft, family, { standard: existing({ name }, turn) });
      },
    },
  });
};

export const tableStyles = familyOf("TableStyle", "TableStyleCollection");
export const pivotTableStyles = familyOf("PivotTableStyle", "PivotTableStyleCollection");
export const slicerStyles = familyOf("SlicerStyle", "SlicerStyleCollection");
export const timelineStyles = familyOf("TimelineStyle", "TimelineStyleCollection");
