/** The pane's door to the workbook: the sheets' operations, fetched after the first paint because nothing is drawn with them. */
import { type Operations, type Refusal } from "../sheets";

/** What answers for an operation that the sheets of this version do not have. */
const notThere: Refusal = {
  ok: false,
  reason: "olderExcel",
  message: "この版の計画アドインでは、この操作はまだ使えません。ブックは変更していません。",
};

let door: Promise<Operations> | null = null;

export function workbook(): Promise<Operations> {
  door ??= open();
  // A chunk that could not be fetched (the network went away) is asked for again at the next click.
  door.catch(() => (door = null));
  return door;
}

async function open(): Promise<Operations> {
  const sheets: object = await import("../sheets");
  return new Proxy(sheets as Operations, {
    // A promise is told by its `then`; the door is none.
    get: (_target, name): unknown =>
      name === "then" ? undefined : (Reflect.get(sheets, name) ?? (() => Promise.resolve(notThere))),
    has: () => true,
  });
}
