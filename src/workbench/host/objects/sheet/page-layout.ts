/** PageLayout: kept and answered as set. */
import { sheetIn, updateSheet, type Draft } from "../../model/draft";
import { LAST_COLUMN, LAST_ROW } from "../../formula";
import type { Rectangle } from "../../model/cells/rectangle";
import type { PageLayout } from "../../model/sheets/page-layout";
import { refuse } from "../../refusal";
import {
  handle,
  objectType,
  type ObjectType,
  type Arguments,
  type Scalar,
  type Turn,
} from "../../wire/object-type";
import { anyNumber, flag, oneOf, plainObject, text } from "../arguments";
import { range } from "../range/range";
import { cellsOfRange, areasAnywhere, rangeRef } from "../range/address";
import { rangeAreas } from "../range/areas";

interface SheetRef {
  readonly id: string;
}

const update = (draft: Draft, ref: SheetRef, patch: Partial<PageLayout>): void =>
  updateSheet(draft, ref.id, { pageLayout: { ...sheetIn(draft, ref.id).pageLayout, ...patch } });

const value = (key: string, fallback: unknown, read: (given: unknown) => unknown): Scalar<SheetRef> => ({
  get: (ref, { draft }) => sheetIn(draft, ref.id).pageLayout.values?.[key] ?? fallback,
  set: (ref, given, { draft }) =>
    update(draft, ref, { values: { ...sheetIn(draft, ref.id).pageLayout.values, [key]: read(given) } }),
});

const switched = (key: string) => value(key, false, (given) => flag(given, false));
const margin = (key: string, fallback: number) =>
  value(key, fallback, (given) => {
    const points = anyNumber(given);
    return points >= 0 ? points : refuse("InvalidArgument");
  });

const PAPER = [
  "Letter", "LetterSmall", "Tabloid", "Ledger", "Legal", "Statement", "Executive", "A3", "A4", "A4Small", "A5", "B4",
  "B5", "Folio", "Quatro", "Paper10x14", "Paper11x17", "Note", "Envelope9", "Envelope10", "Envelope11", "Envelope12",
  "Envelope14", "Csheet", "Dsheet", "Esheet", "EnvelopeDL", "EnvelopeC5", "EnvelopeC3", "EnvelopeC4", "EnvelopeC6",
  "EnvelopeC65", "EnvelopeB4", "EnvelopeB5", "EnvelopeB6", "EnvelopeItaly", "EnvelopeMonarch", "EnvelopePersonal",
  "FanfoldUS", "FanfoldStdGerman", "FanfoldLegalGerman",
] as const; // prettier-ignore

/** An empty text is how programs take an area or titles away again. */
const areasFrom = (given: unknown, ref: SheetRef, { draft }: Turn): readonly Rectangle[] =>
  given === ""
    ? []
    : areasAnywhere(draft.book, given, ref.id).map((place) =>
        place.sheet === ref.id ? { ...cellsOfRange(place) } : refuse("InvalidArgument"),
      );

const HEADERS = [
  "leftHeader",
  "centerHeader",
  "rightHeader",
  "leftFooter",
  "centerFooter",
  "rightFooter",
] as const;
interface HeaderRef extends SheetRef {
  readonly pages: string;
}
const headerText = (part: string): Scalar<HeaderRef> => ({
  get: (ref, { draft }) => sheetIn(draft, ref.id).pageLayout.headersFooters?.[`${ref.pages}.${part}`] ?? "",
  set: (ref, given, { draft }) => {
    const content = text(given);
    if (content.length > 255) refuse("InvalidArgument");
    const old = sheetIn(draft, ref.id).pageLayout.headersFooters;
    update(draft, ref, { headersFooters: { ...old, [`${ref.pages}.${part}`]: content } });
  },
});
const headerFooter: ObjectType<HeaderRef> = objectType<HeaderRef>("HeaderFooter", {
  scalars: Object.fromEntries(HEADERS.map((part) => [part, headerText(part)])),
});
const headerValue = (
  key: string,
  fallback: unknown,
  read: (given: unknown) => unknown,
): Scalar<SheetRef> => ({
  get: (ref, { draft }) => sheetIn(draft, ref.id).pageLayout.headersFooters?.[key] ?? fallback,
  set: (ref, given, { draft }) => {
    const old = sheetIn(draft, ref.id).pageLayout.headersFooters;
    update(draft, ref, { headersFooters: { ...old, [key]: read(given) } });
  },
});
const pages = (name: string) => (ref: SheetRef) => handle(headerFooter, { ...ref, pages: name });
const headersFooters: ObjectType<SheetRef> = objectType<SheetRef>("HeaderFooterGroup", {
  scalars: {
    state: headerValue("state", "Default", (given) =>
      oneOf(given, ["Default", "FirstAndDefault", "OddAndEven", "FirstOddAndEven"]),
    ),
    useSheetMargins: headerValue("useSheetMargins", true, (given) => flag(given, true)),
    useSheetScale: headerValue("useSheetScale", true, (given) => flag(given, true)),
  },
  objects: {
    defaultForAllPages: pages("defaultForAllPages"),
    firstPage: pages("firstPage"),
    evenPages: pages("evenPages"),
    oddPages: pages("oddPages"),
  },
});

const POINTS: Readonly<Record<string, number>> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };
const MARGINS = ["top", "bottom", "left", "right", "header", "footer"] as const;

export const pageLayout: ObjectType<SheetRef> = objectType<SheetRef>("PageLayout", {
  scalars: {
    orientation: value("orientation", "Portrait", (given) => oneOf(given, ["Portrait", "Landscape"])),
    paperSize: value("paperSize", "A4", (given) => oneOf(given, PAPER)),
    blackAndWhite: switched("blackAndWhite"),
    draftMode: switched("draftMode"),
    printErrors: value("printErrors", "AsDisplayed", (given) =>
      oneOf(given, ["AsDisplayed", "Blank", "Dash", "NotAvailable"]),
    ),
    printComments: value("printComments", "NoComments", (given) =>
      oneOf(given, ["NoComments", "EndSheet", "InPlace"]),
    ),
    printOrder: value("printOrder", "DownThenOver", (given) =>
      oneOf(given, ["DownThenOver", "OverThenDown"]),
    ),
    zoom: value("zoom", { scale: 100 }, (given) => {
      const zoom = plainObject(given);
      const { scale } = zoom;
      if (typeof scale === "number" && (scale < 10 || scale > 400)) refuse("InvalidArgument");
      return zoom;
    }),
    centerHorizontally: switched("centerHorizontally"),
    centerVertically: switched("centerVertically"),
    printHeadings: switched("printHeadings"),
    printGridlines: switched("printGridlines"),
    firstPageNumber: value("firstPageNumber", "", (given) => given),
    leftMargin: margin("leftMargin", 50.4),
    rightMargin: margin("rightMargin", 50.4),
    topMargin: margin("topMargin", 54),
    bottomMargin: margin("bottomMargin", 54),
    headerMargin: margin("headerMargin", 21.6),
    footerMargin: margin("footerMargin", 21.6),
  },
  objects: { headersFooters: (ref: SheetRef) => handle(headersFooters, ref) },
  methods: {
    setPrintArea: (ref: SheetRef, args: Arguments, turn: Turn) =>
      update(turn.draft, ref, { printArea: areasFrom(args[0], ref, turn) }),
    setPrintTitleRows: (ref: SheetRef, args: Arguments, turn: Turn) => {
      const [area] = areasFrom(args[0], ref, turn);
      update(turn.draft, ref, { titleRows: area && { ...area, left: 0, right: LAST_COLUMN } });
    },
    setPrintTitleColumns: (ref: SheetRef, args: Arguments, turn: Turn) => {
      const [area] = areasFrom(args[0], ref, turn);
      update(turn.draft, ref, { titleColumns: area && { ...area, top: 0, bottom: LAST_ROW } });
    },
    setPrintMargins: (ref: SheetRef, args: Arguments, turn: Turn) => {
      const factor = POINTS[oneOf(args[0], ["Points", "Inches", "Centimeters"])] ?? 1;
      const wanted = plainObject(args[1]);
      for (const side of MARGINS) {
        if (typeof wanted[side] !== "number") continue;
        pageLayout.scalars?.[`${side}Margin`]?.set?.(ref, wanted[side] * factor, turn);
      }
    },
    getPrintArea: (ref: SheetRef, _: Arguments, { draft }: Turn) => {
      const areas = sheetIn(draft, ref.id).pageLayout.printArea ?? [];
      return areas.length === 0
        ? refuse("ItemNotFound")
        : handle(rangeAreas, { areas: areas.map((area) => rangeRef(ref.id, area)) });
    },
    getPrintTitleRows: (ref: SheetRef, _: Arguments, { draft }: Turn) => {
      const { titleRows } = sheetIn(draft, ref.id).pageLayout;
      return titleRows ? handle(range, rangeRef(ref.id, titleRows)) : refuse("ItemNotFound");
    },
    getPrintTitleColumns: (ref: SheetRef, _: Arguments, { draft }: Turn) => {
      const { titleColumns } = sheetIn(draft, ref.id).pageLayout;
      return titleColumns ? handle(range, rangeRef(ref.id, titleColumns)) : refuse("ItemNotFound");
    },
  },
});
