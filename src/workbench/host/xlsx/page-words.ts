/** How a sheet is printed, in the words of files and of Excel's JavaScript. */

/** The number of a paper in a file is its place here. */
const PAPERS = [
  "", "Letter", "LetterSmall", "Tabloid", "Ledger", "Legal", "Statement", "Executive", "A3", "A4", "A4Small", "A5",
  "B4", "B5", "Folio", "Quatro", "Paper10x14", "Paper11x17", "Note", "Envelope9", "Envelope10", "Envelope11",
  "Envelope12", "Envelope14", "Csheet", "Dsheet", "Esheet", "EnvelopeDL", "EnvelopeC5", "EnvelopeC3", "EnvelopeC4",
  "EnvelopeC6", "EnvelopeC65", "EnvelopeB4", "EnvelopeB5", "EnvelopeB6", "EnvelopeItaly", "EnvelopeMonarch",
  "EnvelopePersonal", "FanfoldUS", "FanfoldStdGerman", "FanfoldLegalGerman",
] as const; // prettier-ignore

export const paperNumber = (paper: unknown): number | undefined => {
  const at = PAPERS.findIndex((each) => each !== "" && each === paper);
  return at < 0 ? undefined : at;
};
export const paperOf = (number: number): string | undefined => PAPERS[number] || undefined;

export const ERRORS_IN_FILE: Readonly<Record<string, string>> = {
  AsDisplayed: "displayed",
  Blank: "blank",
  Dash: "dash",
  NotAvailable: "NA",
};
export const COMMENTS_IN_FILE: Readonly<Record<string, string>> = {
  NoComments: "none",
  EndSheet: "atEnd",
  InPlace: "asDisplayed",
};
export const wordHere = (
  words: Readonly<Record<string, string>>,
  given: string | undefined,
): string | undefined => Object.keys(words).find((word) => words[word] === given);

export const MARGINS = ["left", "right", "top", "bottom", "header", "footer"] as const;
/** Points, as Excel starts with them. */
export const DEFAULT_MARGINS: Readonly<Record<(typeof MARGINS)[number], number>> = {
  left: 50.4,
  right: 50.4,
  top: 54,
  bottom: 54,
  header: 21.6,
  footer: 21.6,
};

/** Which of a sheet's headers a file keeps under which name. */
export const HEADER_PAGES = [
  ["odd", "defaultForAllPages"],
  ["even", "evenPages"],
  ["first", "firstPage"],
] as const;

const PARTS = [
  ["&L", "left"],
  ["&C", "center"],
  ["&R", "right"],
] as const;

/** `&L左&C中` from the three texts of a header. */
export const joinHeader = (part: (side: string) => unknown): string =>
  PARTS.map(([code, side]) => {
    const text = part(side);
    return typeof text === "string" && text !== "" ? code + text : "";
  }).join("");

/** The three texts of a header; a text before any code stands in the middle. */
export const splitHeader = (text: string): Readonly<Record<string, string>> => {
  const found: Record<string, string> = {};
  let side = "center";
  for (const piece of text.split(/(&[LCR])/)) {
    const code = PARTS.find(([each]) => each === piece);
    if (code) side = code[1];
    else if (piece !== "") found[side] = (found[side] ?? "") + piece;
  }
  return found;
};
