/** The pane's door to the workbook: the sheets' operations, fetched after the first paint because nothing is drawn with them. */
import { type Operations } from "../sheets";

let door: Promise<Operations> | null = null;

export function workbook(): Promise<Operations> {
  door ??= import("../sheets").then(({ operations }) => operations);
  // A chunk that could not be fetched (the network went away) is asked for again at the next click.
  door.catch(() => (door = null));
  return door;
}
