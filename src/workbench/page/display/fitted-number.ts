/** What is drawn of a number in a column of so many pixels: itself, or ##### where a part of it would read as another number. */

/** The number as Univer was told to draw it. null for what is none, and for a decimal without a format: Excel rounds that until it fits. */
export function wholeNumber(drawn: unknown, value: unknown): string | null {
  if (typeof value !== "number") return null;
  if (typeof drawn === "string") return drawn;
  return Number.isInteger(value) && Math.abs(value) < 1e11 ? String(value) : null;
}

export function fittedNumber(text: string, room: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= room) return text;
  return "#".repeat(Math.max(1, Math.floor(room / Math.max(1, widthOf("#")))));
}
