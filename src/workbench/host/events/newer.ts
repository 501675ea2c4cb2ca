/** Events of today's Excel that the library on npm is too old for: it gets them here, made of its own parts. */
import { TYPE } from "./messages";

interface Handlers {
  new (context: unknown, parent: unknown, name: string, options: object): unknown;
}
interface Listened {
  readonly context: unknown;
  readonly id?: string;
  readonly [member: string]: unknown;
}
type ObjectClass = { readonly prototype: object } | undefined;

/** What the library's own events do when somebody listens: a method of the object, sent with the next request. */
type CallMethod = (
  of: unknown,
  name: string,
  operation: 0,
  args: readonly unknown[],
  flags: 0,
  result: 0,
) => unknown;

export interface NewerDoors {
  readonly GenericEventHandlers: Handlers;
  readonly Constants: { readonly eventWorkbookId: string };
  readonly BatchApiHelper: { readonly invokeMethod: CallMethod };
}

interface Filtered {
  readonly class: string;
  readonly type: number;
  readonly ofWorkbook?: true;
  readonly kind: "TableFiltered" | "WorksheetFiltered";
}

const FILTERED: readonly Filtered[] = [
  { class: "Table", type: TYPE.tableFiltered, kind: "TableFiltered" },
  { class: "TableCollection", type: TYPE.tableFiltered, ofWorkbook: true, kind: "TableFiltered" },
  { class: "Worksheet", type: TYPE.sheetFiltered, kind: "WorksheetFiltered" },
  { class: "WorksheetCollection", type: TYPE.sheetFiltered, ofWorkbook: true, kind: "WorksheetFiltered" },
];

/** `onFiltered` of tables and sheets, where the library has none. */
export const addNewerEvents = (excel: object, doors: NewerDoors): void => {
  for (const { class: name, type, ofWorkbook, kind } of FILTERED) {
    const prototype = (excel as Readonly<Record<string, ObjectClass>>)[name]?.prototype;
    if (!prototype || "onFiltered" in prototype) continue;
    const made = new WeakMap<object, unknown>();
    Object.defineProperty(prototype, "onFiltered", {
      configurable: true,
      enumerable: true,
      get(this: Listened) {
        const call = (method: string) => doors.BatchApiHelper.invokeMethod(this, method, 0, [], 0, 0);
        const handlers =
          made.get(this) ??
          new doors.GenericEventHandlers(this.context, this, "Filtered", {
            eventType: type,
            registerFunc: () => call("_RegisterFilteredEvent"),
            unregisterFunc: () => call("_UnregisterFilteredEvent"),
            getTargetIdFunc: () => (ofWorkbook ? doors.Constants.eventWorkbookId : this.id),
            eventArgsTransformFunc: (message: object) => Promise.resolve({ type: kind, ...message }),
          });
        made.set(this, handlers);
        return handlers;
      },
    });
  }
};
