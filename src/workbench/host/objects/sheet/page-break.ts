/** Manual page breaks of a sheet: rows or columns that a printed page begins with. */
import { sheetIn, updateSheet } from "../../model/draft";
import { rectangle } from "../../model/cells/rectangle";
import { refuse } from "../../refusal";
import { handle, objectType, type Arguments, type ObjectType, type Turn } from "../../wire/object-type";
import { range } from "../range/range";
import { cellsOfRange, rangeAnywhere, rangeRef } from "../range/address";

interface BreaksRef {
  readonly sheet: string;
  readonly along: "rows" | "columns";
}
interface BreakRef extends BreaksRef {
  readonly at: number;
}

const of = (ref: BreaksRef, { draft }: Turn): readonly number[] =>
  sheetIn(draft, ref.sheet).pageBreaks[ref.along];

const set = (ref: BreaksRef, breaks: readonly number[], { draft }: Turn): void =>
  updateSheet(draft, ref.sheet, {
    pageBreaks: { ...sheetIn(draft, ref.sheet).pageBreaks, [ref.along]: breaks },
  });

const pageBreak: ObjectType<BreakRef> = objectType<BreakRef>("PageBreak", {
  identity: (ref) => ({ _Id: ref.at }),
  scalars: {
    rowIndex: { get: (ref) => (ref.along === "rows" ? ref.at : 0) },
    columnIndex: { get: (ref) => (ref.along === "columns" ? ref.at : 0) },
  },
  methods: {
    delete: (ref: BreakRef, _: Arguments, turn: Turn) =>
      set(
        ref,
        of(ref, turn).filter((at) => at !== ref.at),
        turn,
      ),
    getCellAfterBreak: (ref: BreakRef) =>
      handle(range, rangeRef(ref.sheet, ref.along === "rows" ? rectangle(ref.at, 0) : rectangle(0, ref.at))),
  },
});

export const pageBreaks: ObjectType<BreaksRef> = objectType<BreaksRef>("PageBreakCollection", {
  items: (ref, turn) => of(ref, turn).map((at) => handle(pageBreak, { ...ref, at })),
  item: (ref, index, turn) => {
    const at = typeof index === "number" ? of(ref, turn)[index] : undefined;
    return at === undefined ? refuse("InvalidArgument") : handle(pageBreak, { ...ref, at });
  },
  methods: {
    add: (ref: BreaksRef, args: Arguments, turn: Turn) => {
      const place = rangeAnywhere(turn.draft.book, args[0], ref.sheet);
      const { top, left } = cellsOfRange(place);
      const at = ref.along === "rows" ? top : left;
      // Nothing is printed before the first row and the first column.
      if (place.sheet !== ref.sheet || at === 0) return refuse("InvalidArgument");
      set(
        ref,
        [...new Set([...of(ref, turn), at])].sort((a, b) => a - b),
        turn,
      );
      return handle(pageBreak, { ...ref, at });
    },
    removePageBreaks: (ref: BreaksRef, _: Arguments, turn: Turn) => set(ref, [], turn),
  },
});
