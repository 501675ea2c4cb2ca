/** `Office.context.document.bindings`: making, finding and releasing bindings. They are the same that Excel's own API sees. */
import { bind, releaseBinding } from "../model/attached/binding";
import { tableByName, tablesOn, type Binding, type Book } from "../model/book";

import { takeId, type Draft } from "../model/draft";
import { cellsOf, containsCell } from "../model/cells/rectangle";
import { rangeAnywhere } from "../objects/range/address";
import { answer, optionsIn } from "./answer";
import { createBinding, type OfficeBinding } from "./binding";
import { listenToBindings } from "./binding-events";
import { createHandlers } from "./handlers";
import { fail } from "./problem";
import type { Cells } from "./reading";
import type { CommonHost } from "./common-host";
import { selectionOf } from "./writing";

const TYPES: Readonly<Record<string, Binding["type"]>> = { text: "Text", matrix: "Range", table: "Table" };
const typeOf = (given: unknown): Binding["type"] => TYPES[String(given)] ?? fail(3009, String(given));

/** The table a place means: the one around its first cell. */
const tableAround = (book: Book, { sheet, area }: Cells) =>
  tablesOn(book, sheet).find((table) => containsCell(table.area, area.top, area.left));

const boundTo = (draft: Draft, place: Cells, given: unknown, options: Readonly<Record<string, unknown>>) => {
  const type = typeOf(given);
  if (type === "Text" && cellsOf(place.area) !== 1) return fail(3004);
  const table = type === "Table" ? tableAround(draft.book, place) : undefined;
  if (type === "Table" && !table) return fail(3004);
  const id = options["id"];
  if (id !== undefined && (typeof id !== "string" || id === "")) return fail(5010, "id");
  const name = typeof id === "string" ? id : `${type === "Range" ? "Matrix" : type}Binding${takeId(draft)}`;
  return bind(draft, table ? { sheet: table.sheet, area: table.area } : place, type, name);
};

/** A table's name, a defined name, or an address with or without its sheet. */
const namedPlace = (book: Book, name: unknown): Cells => {
  if (typeof name !== "string" || name === "") return fail(5010, "itemName");
  const table = tableByName(book, name);
  if (table) return { sheet: table.sheet, area: table.area };
  try {
    const { sheet, area } = rangeAnywhere(book, name, book.activeSheet);
    return { sheet, area };
  } catch {
    return fail(3006, name);
  }
};

export interface OfficeBindings {
  readonly all: object;
  /** `Office.select("bindings#id")`: a binding that is looked for when it is used. */
  select(expression: unknown, failed: unknown): object;
}

export const officeBindings = (host: CommonHost, document: () => object): OfficeBindings => {
  const handlers = createHandlers();
  const known = (id: string): OfficeBinding => {
    const found = host.book().bindings.find((one) => one.id === id) ?? fail(3002, id);
    return createBinding(host, handlers, found, document());
  };
  listenToBindings(host, (id, event, told) => {
    if (host.book().bindings.some((one) => one.id === id)) {
      handlers.tell(id, event, { binding: known(id), ...told });
    }
  });
  const make = (given: readonly unknown[], place: (draft: Draft) => Cells, type: unknown) =>
    answer(given, async () => {
      const { id } = await host.change(({ draft }) => boundTo(draft, place(draft), type, optionsIn(given)));
      return known(id);
    });
  return {
    all: {
      get document() {
        return document();
      },
      addFromNamedItemAsync: (name: unknown, type: unknown, ...given: unknown[]) =>
        make(given, ({ book }) => namedPlace(book, name), type),
      addFromSelectionAsync: (type: unknown, ...given: unknown[]) => make(given, selectionOf, type),
      // There is nobody to ask where no page is: what is selected is what would be offered first.
      addFromPromptAsync: (_: unknown, ...given: unknown[]) =>
        answer(given, () => fail(5000, "addFromPromptAsync")),
      getAllAsync: (...given: unknown[]) =>
        answer(given, () => host.book().bindings.map(({ id }) => known(id))),
      getByIdAsync: (id: string, ...given: unknown[]) => answer(given, () => known(id)),
      releaseByIdAsync: (id: string, ...given: unknown[]) =>
        answer(given, async () => {
          known(id);
          await host.change(({ draft }) => releaseBinding(draft, id));
        }),
    },
    select: (expression, failed) => {
      const id = /^bindings#(.+)$/.exec(String(expression))?.[1] ?? fail(5010, String(expression));
      const call =
        (member: string) =>
        (...given: unknown[]): void => {
          if (host.book().bindings.some((one) => one.id === id)) {
            const binding = known(id) as unknown as Readonly<Record<string, (...args: unknown[]) => void>>;
            binding[member]?.(...given);
          } else answer(typeof failed === "function" ? [failed] : given, () => fail(3002, id));
        };
      const members = ["getDataAsync", "setDataAsync", "addHandlerAsync", "removeHandlerAsync"];
      return Object.fromEntries(members.map((member) => [member, call(member)]));
    },
  };
};
