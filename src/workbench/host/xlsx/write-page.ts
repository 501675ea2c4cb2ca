/** The parts of a sheet's XML about printing it. */
import type { PageLayout } from "../model/sheets/page-layout";
import type { Sheet } from "../model/sheets/sheet";
import { element, textElement } from "./markup";
import {
  COMMENTS_IN_FILE,
  DEFAULT_MARGINS,
  ERRORS_IN_FILE,
  HEADER_PAGES,
  joinHeader,
  MARGINS,
  paperNumber,
} from "./page-words";
import { printArea } from "./references";
import { LAST_COLUMN, LAST_ROW, quoteSheet } from "../formula";

const zoomOf = ({ values }: PageLayout): Readonly<Record<string, unknown>> =>
  (values?.zoom ?? {}) as Record<string, unknown>;
const numberOr = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);

export const fitsPages = (layout: PageLayout): boolean => {
  const zoom = zoomOf(layout);
  return numberOr(zoom.horizontalFitToPages) !== undefined || numberOr(zoom.verticalFitToPages) !== undefined;
};

const headerFooter = ({ headersFooters }: PageLayout): string => {
  if (!headersFooters) return "";
  const state = String(headersFooters.state ?? "Default");
  const texts = HEADER_PAGES.flatMap(([name, pages]) =>
    (["Header", "Footer"] as const).map((kind) => {
      const own = joinHeader((side) => headersFooters[`${pages}.${side}${kind}`]);
      const odd = name === "odd" ? joinHeader((side) => headersFooters[`oddPages.${side}${kind}`]) : "";
      const text = own || odd;
      return text === "" ? "" : textElement(`${name}${kind}`, text);
    }),
  );
  return element(
    "headerFooter",
    {
      differentOddEven: state.endsWith("OddAndEven") || undefined,
      differentFirst: state.startsWith("First") || undefined,
      scaleWithDoc: headersFooters.useSheetScale === false ? false : undefined,
      alignWithMargins: headersFooters.useSheetMargins === false ? false : undefined,
    },
    texts,
  );
};

export const pageParts = ({ pageLayout }: Sheet): string => {
  const values = pageLayout.values ?? {};
  const zoom = zoomOf(pageLayout);
  const fits = fitsPages(pageLayout);
  const margins = Object.fromEntries(
    MARGINS.map((side) => [side, (numberOr(values[`${side}Margin`]) ?? DEFAULT_MARGINS[side]) / 72]),
  );
  const options = {
    horizontalCentered: values.centerHorizontally === true || undefined,
    verticalCentered: values.centerVertically === true || undefined,
    headings: values.printHeadings === true || undefined,
    gridLines: values.printGridlines === true || undefined,
  };
  const firstPage = numberOr(values.firstPageNumber);
  const setup = {
    paperSize: paperNumber(values.paperSize ?? "A4"),
    scale: fits ? undefined : numberOr(zoom.scale),
    firstPageNumber: firstPage,
    // A side that is not given takes as many pages as it needs: 0.
    fitToWidth: fits ? (numberOr(zoom.horizontalFitToPages) ?? 0) : undefined,
    fitToHeight: fits ? (numberOr(zoom.verticalFitToPages) ?? 0) : undefined,
    pageOrder: values.printOrder === "OverThenDown" ? "overThenDown" : undefined,
    orientation: values.orientation === "Landscape" ? "landscape" : "portrait",
    blackAndWhite: values.blackAndWhite === true || undefined,
    draft: values.draftMode === true || undefined,
    cellComments:
      values.printComments === undefined ? undefined : COMMENTS_IN_FILE[String(values.printComments)],
    useFirstPageNumber: firstPage === undefined ? undefined : true,
    errors: values.printErrors === undefined ? undefined : ERRORS_IN_FILE[String(values.printErrors)],
  };
  const anyOption = Object.values(options).some((value) => value !== undefined);
  return (
    (anyOption ? element("printOptions", options) : "") +
    element("pageMargins", margins) +
    element("pageSetup", setup) +
    headerFooter(pageLayout)
  );
};

const breaksPart = (name: string, at: readonly number[], max: number): string =>
  at.length === 0
    ? ""
    : element(
        name,
        { count: at.length, manualBreakCount: at.length },
        // Its id is the last line before the break, counted from 1.
        at.map((id) => element("brk", { id, max, man: true })),
      );

export const breakParts = ({ pageBreaks: { rows, columns } }: Sheet): string =>
  breaksPart("rowBreaks", rows, LAST_COLUMN) + breaksPart("colBreaks", columns, LAST_ROW);

/** What is printed, and what on every page, is kept among the names. */
export const printNames = (sheet: Sheet): readonly (readonly [name: string, formula: string])[] => {
  const { printArea: areas, titleRows, titleColumns } = sheet.pageLayout;
  const place = (area: Parameters<typeof printArea>[0]): string =>
    `${quoteSheet(sheet.name)}!${printArea(area, true)}`;
  const titles = [titleColumns, titleRows].flatMap((each) => (each ? [place(each)] : []));
  return [
    ...(areas && areas.length > 0 ? [["_xlnm.Print_Area", areas.map(place).join(",")] as const] : []),
    ...(titles.length > 0 ? [["_xlnm.Print_Titles", titles.join(",")] as const] : []),
  ];
};
