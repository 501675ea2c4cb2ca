/** How Univer names that somebody went to a cell by its address: through the name box, a link, a list. */
export const goneTo: ReadonlySet<string> = new Set([
  "sheet.command.scroll-to-cell",
  "sheet.operation.scroll-to-cell",
]);
