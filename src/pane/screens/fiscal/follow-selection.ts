/** Tells when another cell may have been selected in the sheet, so that the place shown is the place meant. */

/** Arrow keys held down would ask Excel for every cell they pass. */
const settle = 200;

export function followSelection(changed: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(changed, settle);
  };
  // Where Excel tells nothing (or too early), coming back to the pane is when the place matters.
  window.addEventListener("focus", soon);
  // The types promise it; not every host keeps the promise.
  const sheet: Partial<Office.Document> | undefined = Office.context?.document;
  sheet?.addHandlerAsync?.(Office.EventType.DocumentSelectionChanged, soon);
  return () => {
    clearTimeout(timer);
    window.removeEventListener("focus", soon);
    sheet?.removeHandlerAsync?.(Office.EventType.DocumentSelectionChanged, { handler: soon });
  };
}
