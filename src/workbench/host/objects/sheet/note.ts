/** Notes (of old: comments): a text in a cell and who wrote it, of a sheet and of the whole workbook. */
import { printAddress } from "../../formula";
import { sheetIn, updateSheet, type Draft } from "../../model/draft";
import { areaOf } from "../../model/formulas/lookup";
import { DEFAULT_NOTE_HEIGHT, DEFAULT_NOTE_WIDTH, type Note } from "../../model/attached/note";
import { cellsOf, rectangle } from "../../model/cells/rectangle";
import { refuse } from "../../refusal";
import {
  handle,
  objectType,
  type Arguments,
  type Handle,
  type ObjectType,
  type Scalar,
  type Turn,
} from "../../wire/object-type";
import { anyNumber, flag, text } from "../arguments";
import { range } from "../range/range";
import { cellsOfRange, rangeAnywhere, rangeRef } from "../range/address";

interface NoteRef {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}
interface NotesRef {
  /** Absent: of the whole workbook. */
  readonly sheet?: string;
}

const isAt =
  ({ row, column }: NoteRef) =>
  (note: Note): boolean =>
    note.row === row && note.column === column;

const of = (ref: NoteRef, { draft }: Turn): Note =>
  sheetIn(draft, ref.sheet).notes.find(isAt(ref)) ?? refuse("ItemNotFound");

const update = (ref: NoteRef, patch: Partial<Note>, { draft }: Turn): void =>
  updateSheet(draft, ref.sheet, {
    notes: sheetIn(draft, ref.sheet).notes.map((note) => (isAt(ref)(note) ? { ...note, ...patch } : note)),
  });

const size = (key: "width" | "height", standard: number): Scalar<NoteRef> => ({
  get: (ref, turn) => of(ref, turn)[key] ?? standard,
  set: (ref, value, turn) => {
    const points = anyNumber(value);
    of(ref, turn);
    update(ref, { [key]: points > 0 ? points : refuse("InvalidArgument") }, turn);
  },
});

export const note: ObjectType<NoteRef> = objectType<NoteRef>("Note", {
  identity: (ref, { draft }) => ({
    Id: printAddress(areaOf(draft.book, ref.sheet, rectangle(ref.row, ref.column)), { sheet: true }),
  }),
  scalars: {
    authorName: { get: (ref, turn) => of(ref, turn).author },
    content: {
      get: (ref, turn) => of(ref, turn).text,
      set: (ref, value, turn) => {
        of(ref, turn);
        update(ref, { text: text(value) }, turn);
      },
    },
    visible: {
      get: (ref, turn) => of(ref, turn).visible,
      set: (ref, value, turn) => {
        of(ref, turn);
        update(ref, { visible: flag(value, false) }, turn);
      },
    },
    width: size("width", DEFAULT_NOTE_WIDTH),
    height: size("height", DEFAULT_NOTE_HEIGHT),
  },
  methods: {
    delete: (ref: NoteRef, _: Arguments, turn: Turn) => {
      of(ref, turn);
      updateSheet(turn.draft, ref.sheet, {
        notes: sheetIn(turn.draft, ref.sheet).notes.filter((each) => !isAt(ref)(each)),
      });
    },
    getLocation: (ref: NoteRef) => handle(range, rangeRef(ref.sheet, rectangle(ref.row, ref.column))),
  },
});

const inScope = (ref: NotesRef, draft: Draft): readonly NoteRef[] =>
  draft.book.sheets
    .filter(({ id }) => ref.sheet === undefined || id === ref.sheet)
    .flatMap(({ id, notes }) => notes.map(({ row, column }) => ({ sheet: id, row, column })));

/** The one cell an address or a range stands for. */
const cellOf = (ref: NotesRef, given: unknown, draft: Draft): NoteRef => {
  const place = rangeAnywhere(draft.book, given, ref.sheet ?? draft.book.activeSheet);
  const area = cellsOfRange(place);
  if (cellsOf(area) !== 1 || (ref.sheet !== undefined && place.sheet !== ref.sheet))
    return refuse("InvalidArgument");
  return { sheet: place.sheet, row: area.top, column: area.left };
};

export const notes: ObjectType<NotesRef> = objectType<NotesRef>("NoteCollection", {
  items: (ref, { draft }) => inScope(ref, draft).map((each): Handle => handle(note, each)),
  item: (ref, key, { draft }) => {
    const cell = cellOf(ref, key, draft);
    return sheetIn(draft, cell.sheet).notes.some(isAt(cell)) ? handle(note, cell) : null;
  },
  methods: {
    add: (ref: NotesRef, args: Arguments, { draft }: Turn) => {
      const cell = cellOf(ref, args[0], draft);
      const held = sheetIn(draft, cell.sheet);
      if (held.protection) return refuse("AccessDenied");
      if (held.notes.some(isAt(cell))) return refuse("ItemAlreadyExists");
      const { row, column } = cell;
      const made: Note = {
        row,
        column,
        author: "ワークベンチの利用者",
        text: text(args[1]),
        visible: false,
      };
      updateSheet(draft, cell.sheet, { notes: [...held.notes, made] });
      return handle(note, cell);
    },
  },
});
