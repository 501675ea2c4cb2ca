/** Frozen panes of a sheet. */
import { sheetIn, updateSheet, type Draft } from "../../model/draft";
import { WHOLE_SHEET, type Rectangle } from "../../model/cells/rectangle";
import { refuse } from "../../refusal";
import { handle, objectType, type ObjectType, type Arguments, type Turn } from "../../wire/object-type";
import { wholeNumber } from "../arguments";
import { range } from "../range/range";
import { cellsOfRange, rangeAnywhere, rangeRef } from "../range/address";

interface SheetRef {
  readonly id: string;
}

const freeze = (draft: Draft, ref: SheetRef, frozen: Rectangle | undefined): void =>
  updateSheet(draft, ref.id, { frozen });

export const freezePanes: ObjectType<SheetRef> = objectType<SheetRef>("WorksheetFreezePanes", {
  methods: {
    freezeRows: (ref: SheetRef, args: Arguments, { draft }: Turn) => {
      const count = wholeNumber(args[0], 1);
      if (count < 0) refuse("InvalidArgument");
      freeze(draft, ref, count === 0 ? undefined : { ...WHOLE_SHEET, bottom: count - 1 });
    },
    freezeColumns: (ref: SheetRef, args: Arguments, { draft }: Turn) => {
      const count = wholeNumber(args[0], 1);
      if (count < 0) refuse("InvalidArgument");
      freeze(draft, ref, count === 0 ? undefined : { ...WHOLE_SHEET, right: count - 1 });
    },
    freezeAt: (ref: SheetRef, args: Arguments, { draft }: Turn) => {
      const place = rangeAnywhere(draft.book, args[0], ref.id);
      if (place.sheet !== ref.id) refuse("InvalidArgument");
      const { bottom, right } = cellsOfRange(place);
      freeze(draft, ref, { top: 0, left: 0, bottom, right });
    },
    unfreeze: (ref: SheetRef, _: Arguments, { draft }: Turn) => freeze(draft, ref, undefined),
    getLocation: (ref: SheetRef, _: Arguments, { draft }: Turn) => {
      const { frozen } = sheetIn(draft, ref.id);
      return frozen ? handle(range, rangeRef(ref.id, frozen)) : refuse("ItemNotFound");
    },
  },
});
