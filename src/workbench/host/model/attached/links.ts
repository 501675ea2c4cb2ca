/** The links of a sheet's cells: which cell has which, giving one and taking it away. */
import { applyStyle } from "../looks/appearance";
import { sheetIn, updateSheet, type Draft } from "../draft";
import { assertAllowed } from "../guard";
import type { Link, Target } from "./link";
import { containsCell, without, type Rectangle } from "../cells/rectangle";
import type { Style } from "../looks/style";

/** How Excel shows a link: the look of its style "Hyperlink". */
export const LINK_LOOK: Style = { fontColor: "#0563C1", underline: "Single" };

const PLAIN_LOOK: Style = { fontColor: "#000000", underline: "None" };

export const linkAt = (links: readonly Link[], row: number, column: number): Link | undefined =>
  links.find(({ area }) => containsCell(area, row, column));

const cut = (links: readonly Link[], hole: Rectangle): readonly Link[] =>
  links.flatMap((link) => without(link.area, hole).map((area) => ({ ...link, area })));

export const setLink = (draft: Draft, sheet: string, area: Rectangle, target: Target): void => {
  assertAllowed(draft.book, sheet, "allowInsertHyperlinks");
  const rest = cut(sheetIn(draft, sheet).links, area);
  updateSheet(draft, sheet, { links: [...rest, { ...target, area: { ...area } }] });
  applyStyle(draft, sheet, area, LINK_LOOK);
};

/** `looks`: the cells stop looking like links, too. */
export const clearLinks = (draft: Draft, sheet: string, area: Rectangle, looks: boolean): void => {
  const { links } = sheetIn(draft, sheet);
  const rest = cut(links, area);
  if (rest.length === links.length && rest.every((link, at) => link.area === links[at]?.area)) return;
  updateSheet(draft, sheet, { links: rest });
  if (looks) applyStyle(draft, sheet, area, PLAIN_LOOK);
};
