/** How a text divides into numbered lines, the same way an editor numbers them. */

export interface Line {
  /** From 1. */
  number: number;
  /** As printed, without the line end and without the marks a PDF leaves at a page break. */
  text: string;
  /** From 1; a form feed begins a new page. */
  page: number;
}

/** A lone CR ends a line only in a text that has no LF at all; otherwise it is dirt inside one. */
export function splitLines(text: string): Line[] {
  const end = text.includes("\n") ? /\r?\n/ : /\r/;
  let page = 1;
  return text
    .replace(/^\uFEFF/, "")
    .split(end)
    .map((printed, index) => {
      page += printed.split("\f").length - 1;
      return { number: index + 1, text: printed.replaceAll("\f", ""), page };
    });
}

export function isBlank(line: Line): boolean {
  return line.text.trim() === "";
}
