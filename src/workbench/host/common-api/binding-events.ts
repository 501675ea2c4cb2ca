/** Which bindings hear of what happened: their cells were written to or show something else, or are selected. */
import { placeOfReference, TYPE } from "../events/messages";
import { parseAddress } from "../formula";
import { placeOfBinding } from "../model/attached/binding";
import { sheetById, type Binding, type Book } from "../model/book";
import { cellAt } from "../model/cells/grid";
import { columnsOf, intersection, rowsOf, type Rectangle } from "../model/cells/rectangle";
import type { EventEntry } from "../events/entry";
import { BINDING_EVENTS } from "./binding";
import type { CommonHost } from "./common-host";

const [DATA_CHANGED, SELECTION_CHANGED] = BINDING_EVENTS;

type Tell = (id: string, event: string, told: object) => void;

const isWritten = (book: Book, binding: Binding, { messageType, message }: EventEntry): boolean => {
  if (messageType !== TYPE.sheetChanged) return false;
  const { referenceId } = JSON.parse(message) as { readonly referenceId?: string };
  const changed = placeOfReference(referenceId ?? "");
  const place = placeOfBinding(book, binding);
  return (
    changed !== undefined &&
    place?.sheet === changed.sheet &&
    intersection(place.area, changed.area) !== undefined
  );
};

/** The part of the binding that an event's address speaks of. */
const addressed = (book: Book, binding: Binding, { message }: EventEntry): Rectangle | undefined => {
  const { worksheetId, address } = JSON.parse(message) as {
    readonly worksheetId?: string;
    readonly address?: string;
  };
  const place = placeOfBinding(book, binding);
  const sheet = sheetById(book, worksheetId ?? "");
  const area = sheet && parseAddress(address ?? "", sheet.name);
  return place && area && place.sheet === sheet.id ? intersection(place.area, area) : undefined;
};

/** A formula of the binding gives something else than before. */
const isRecalculated = (before: Book, book: Book, binding: Binding, entry: EventEntry): boolean => {
  if (entry.messageType !== TYPE.sheetCalculated) return false;
  const inside = addressed(book, binding, entry);
  const { worksheetId } = JSON.parse(entry.message) as { readonly worksheetId: string };
  const was = sheetById(before, worksheetId)?.grid;
  const is = sheetById(book, worksheetId)?.grid;
  if (!inside || !was || !is || was === is) return false;
  for (let row = inside.top; row <= inside.bottom; row++) {
    for (let column = inside.left; column <= inside.right; column++) {
      if (cellAt(was, row, column)?.value !== cellAt(is, row, column)?.value) return true;
    }
  }
  return false;
};

/** What of the binding is selected, counted from its first cell. */
const selectedIn = (book: Book, binding: Binding, entry: EventEntry): object | undefined => {
  if (entry.messageType !== TYPE.sheetSelection) return undefined;
  const inside = addressed(book, binding, entry);
  const place = placeOfBinding(book, binding);
  return (
    inside &&
    place && {
      startRow: inside.top - place.area.top,
      startColumn: inside.left - place.area.left,
      rowCount: rowsOf(inside),
      columnCount: columnsOf(inside),
    }
  );
};

export const listenToBindings = (host: CommonHost, tell: Tell): void => {
  let heard = host.book();
  host.onEvents((entries) => {
    const before = heard;
    const book = host.book();
    heard = book;
    // One event for a sheet and one for the collection of sheets: the binding hears it once.
    const own = entries.filter(({ targetId }) => targetId !== "Workbook");
    for (const binding of book.bindings) {
      const changed = own.some(
        (entry) => isWritten(book, binding, entry) || isRecalculated(before, book, binding, entry),
      );
      if (changed) tell(binding.id, DATA_CHANGED, {});
      for (const entry of own) {
        const selected = selectedIn(book, binding, entry);
        if (selected) tell(binding.id, SELECTION_CHANGED, selected);
      }
    }
  }, "office");
};
