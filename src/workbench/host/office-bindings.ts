/** `Office.context.document.bindings`: the door through which bindings of Excel's API hear of their cells. */
import { placeOfReference, TYPE } from "./events/messages";
import { parseAddress } from "./formula";
import type { Host } from "./host";
import { sheetById, tableById, type Binding, type Book, type Place } from "./model/book";
import { columnsOf, intersection, rowsOf } from "./model/rectangle";
import type { EventEntry } from "./seam";

type Handler = (event: unknown) => void;
type Callback = (result: {
  readonly status: string;
  readonly value: unknown;
  readonly error: unknown;
}) => void;

const DATA_CHANGED = "bindingDataChanged";
const SELECTION_CHANGED = "bindingSelectionChanged";

const placeOf = (book: Book, { sheet, area, table }: Binding): Place | undefined => {
  if (table !== undefined) return tableById(book, table);
  return area && { sheet, area };
};

const isTold = (book: Book, binding: Binding, { messageType, message }: EventEntry): boolean => {
  if (messageType !== TYPE.sheetChanged) return false;
  const { referenceId } = JSON.parse(message) as { readonly referenceId?: string };
  const changed = placeOfReference(referenceId ?? "");
  const place = placeOf(book, binding);
  return (
    changed !== undefined &&
    place?.sheet === changed.sheet &&
    intersection(place.area, changed.area) !== undefined
  );
};

/** What of the binding is selected, counted from its first cell. */
const selectedIn = (book: Book, binding: Binding, { messageType, message }: EventEntry) => {
  if (messageType !== TYPE.sheetSelection) return undefined;
  const { worksheetId, address } = JSON.parse(message) as {
    readonly worksheetId?: string;
    readonly address?: string;
  };
  const place = placeOf(book, binding);
  const sheet = sheetById(book, worksheetId ?? "");
  const selected = sheet && parseAddress(address ?? "", sheet.name);
  if (!place || !selected || place.sheet !== sheet.id) return undefined;
  const inside = intersection(place.area, selected);
  return (
    inside && {
      startRow: inside.top - place.area.top,
      startColumn: inside.left - place.area.left,
      rowCount: rowsOf(inside),
      columnCount: columnsOf(inside),
    }
  );
};

export const officeBindings = (host: Host): object => {
  const handlers = new Map<string, Set<Handler>>();
  const handlersOf = (id: string, event: string): Set<Handler> => {
    const key = `${event} ${id}`;
    const known = handlers.get(key) ?? new Set<Handler>();
    handlers.set(key, known);
    return known;
  };
  const tell = (id: string, event: string, told: object): void => {
    for (const handler of handlersOf(id, event)) handler({ binding: { id }, type: event, ...told });
  };
  host.onEvents((entries) => {
    const book = host.book();
    for (const binding of book.bindings) {
      // One event for a sheet and one for the collection of sheets: the binding hears it once.
      const own = entries.filter(({ targetId }) => targetId !== "Workbook");
      if (own.some((entry) => isTold(book, binding, entry))) tell(binding.id, DATA_CHANGED, {});
      for (const entry of own) {
        const selected = selectedIn(book, binding, entry);
        if (selected) tell(binding.id, SELECTION_CHANGED, selected);
      }
    }
  }, "office");
  const answer = (callback: Callback | undefined, value?: unknown): void => {
    const result =
      value === null
        ? { status: "failed", value: undefined, error: { code: 3002, message: "バインドがありません。" } }
        : { status: "succeeded", value, error: null };
    if (callback) setTimeout(() => callback(result), 0);
  };
  const last = (given: readonly unknown[]): Callback | undefined =>
    given.filter((each): each is Callback => typeof each === "function").at(-1);
  return {
    getByIdAsync: (id: string, ...given: unknown[]) => {
      const known = host.book().bindings.find((binding) => binding.id === id);
      const binding = known && {
        id,
        type: known.type.toLowerCase(),
        addHandlerAsync: (event: string, handler: Handler, ...rest: unknown[]) => {
          handlersOf(id, event).add(handler);
          answer(last(rest));
        },
        removeHandlerAsync: (event: string, ...rest: unknown[]) => {
          const { handler } = (rest[0] ?? {}) as { readonly handler?: Handler };
          if (handler) handlersOf(id, event).delete(handler);
          else handlersOf(id, event).clear();
          answer(last(rest));
        },
      };
      answer(last(given), binding ?? null);
    },
  };
};
