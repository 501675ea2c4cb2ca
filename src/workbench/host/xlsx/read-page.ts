/** How a file's sheet is printed, in the words of Excel's JavaScript. */
import { LAST_COLUMN, LAST_ROW } from "../formula";
import type { PageLayout } from "../model/sheets/page-layout";
import { isWholeRows, type Rectangle } from "../model/cells/rectangle";
import type { Sheet } from "../model/sheets/sheet";
import {
  COMMENTS_IN_FILE,
  DEFAULT_MARGINS,
  ERRORS_IN_FILE,
  HEADER_PAGES,
  MARGINS,
  paperOf,
  splitHeader,
  wordHere,
} from "./page-words";
import { childOf, childrenOf, flagIn, numberIn, type Branch } from "./xml";

const zoomOf = (setup: Branch | undefined, fits: boolean): Readonly<Record<string, number>> | undefined => {
  if (!fits) {
    const scale = numberIn(setup, "scale");
    return scale === undefined || scale === 100 ? undefined : { scale };
  }
  const across = numberIn(setup, "fitToWidth") ?? 1;
  const down = numberIn(setup, "fitToHeight") ?? 1;
  return {
    ...(across > 0 ? { horizontalFitToPages: across } : {}),
    ...(down > 0 ? { verticalFitToPages: down } : {}),
  };
};

const headersOf = (branch: Branch | undefined): Readonly<Record<string, unknown>> | undefined => {
  if (!branch) return undefined;
  const odd = flagIn(branch, "differentOddEven");
  const first = flagIn(branch, "differentFirst");
  const found: Record<string, unknown> = {};
  for (const [name, pages] of HEADER_PAGES) {
    for (const kind of ["Header", "Footer"] as const) {
      const text = childOf(branch, `${name}${kind}`)?.text ?? "";
      const place = name === "odd" && odd ? "oddPages" : pages;
      for (const [side, part] of Object.entries(splitHeader(text))) found[`${place}.${side}${kind}`] = part;
    }
  }
  if (odd || first) found.state = odd ? (first ? "FirstOddAndEven" : "OddAndEven") : "FirstAndDefault";
  if (!flagIn(branch, "scaleWithDoc", true)) found.useSheetScale = false;
  if (!flagIn(branch, "alignWithMargins", true)) found.useSheetMargins = false;
  return Object.keys(found).length === 0 ? undefined : found;
};

/** A printed margin of 0.7 inches, back in points without the dust of the division. */
const points = (inches: number): number => Math.round(inches * 72 * 1e6) / 1e6;

export const readPage = (sheet: Branch): PageLayout => {
  const setup = childOf(sheet, "pageSetup");
  const options = childOf(sheet, "printOptions");
  const margins = childOf(sheet, "pageMargins");
  const values: Record<string, unknown> = {};
  const put = (key: string, value: unknown): void => {
    if (value !== undefined && value !== false) values[key] = value;
  };
  put("paperSize", paperOf(numberIn(setup, "paperSize") ?? 0));
  put("orientation", setup?.attributes.get("orientation") === "landscape" ? "Landscape" : undefined);
  put("zoom", zoomOf(setup, flagIn(childOf(childOf(sheet, "sheetPr"), "pageSetUpPr"), "fitToPage")));
  put("printOrder", setup?.attributes.get("pageOrder") === "overThenDown" ? "OverThenDown" : undefined);
  put("blackAndWhite", flagIn(setup, "blackAndWhite"));
  put("draftMode", flagIn(setup, "draft"));
  put(
    "firstPageNumber",
    flagIn(setup, "useFirstPageNumber") ? numberIn(setup, "firstPageNumber") : undefined,
  );
  put("printComments", wordHere(COMMENTS_IN_FILE, setup?.attributes.get("cellComments")));
  put("printErrors", wordHere(ERRORS_IN_FILE, setup?.attributes.get("errors")));
  put("centerHorizontally", flagIn(options, "horizontalCentered"));
  put("centerVertically", flagIn(options, "verticalCentered"));
  put("printHeadings", flagIn(options, "headings"));
  put("printGridlines", flagIn(options, "gridLines"));
  for (const side of MARGINS) {
    const inches = numberIn(margins, side);
    const given = inches === undefined ? undefined : points(inches);
    if (given !== undefined && given !== DEFAULT_MARGINS[side]) values[`${side}Margin`] = given;
  }
  const headersFooters = headersOf(childOf(sheet, "headerFooter"));
  return {
    ...(Object.keys(values).length > 0 ? { values } : {}),
    ...(headersFooters ? { headersFooters } : {}),
  };
};

/** What is printed on every page: whole rows, whole columns, or both. */
export const titlesOf = (areas: readonly Rectangle[]): Pick<PageLayout, "titleRows" | "titleColumns"> => {
  const rows = areas.find(isWholeRows);
  const columns = areas.find(
    (area) => area.top === 0 && area.bottom === LAST_ROW && area.right < LAST_COLUMN,
  );
  return { ...(rows ? { titleRows: rows } : {}), ...(columns ? { titleColumns: columns } : {}) };
};

const breaksIn = (breaks: Branch | undefined, last: number): readonly number[] =>
  [
    ...new Set(
      childrenOf(breaks, "brk").flatMap((each) => {
        const at = numberIn(each, "id");
        return at !== undefined && Number.isInteger(at) && at > 0 && at <= last ? [at] : [];
      }),
    ),
  ].sort((a, b) => a - b);

/** Only those a person made: Excel works out the others by itself. */
export const readBreaks = (sheet: Branch): Sheet["pageBreaks"] => ({
  rows: breaksIn(manual(childOf(sheet, "rowBreaks")), LAST_ROW),
  columns: breaksIn(manual(childOf(sheet, "colBreaks")), LAST_COLUMN),
});

const manual = (breaks: Branch | undefined): Branch | undefined =>
  breaks && { ...breaks, children: breaks.children.filter((each) => flagIn(each, "man")) };
