/** Tells when another cell may have been selected in the sheet, so that the place shown is the place meant. */

/** Arrow keys held down would ask Excel for every cell they pass. */
const settle = 200;

/** Where no event is offered, this is how long the place may lag behind the sheet. */
const every = 1_500;

export function followSelection(changed: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(changed, settle);
  };
  // What happened without a change of selection (Excel's own 元に戻す) shows when somebody comes back to the pane.
  window.addEventListener("focus", soon);
  const stop = followEvents(soon) ?? followByAsking(changed);
  return () => {
    clearTimeout(timer);
    window.removeEventListener("focus", soon);
    stop();
  };
}

/** null where the host offers no such event, though the types promise it. */
function followEvents(changed: () => void): (() => void) | null {
  const sheet: Partial<Office.Document> | undefined = Office.context?.document;
  if (sheet?.addHandlerAsync === undefined) return null;
  sheet.addHandlerAsync(Office.EventType.DocumentSelectionChanged, changed);
  return () => sheet.removeHandlerAsync?.(Office.EventType.DocumentSelectionChanged, { handler: changed });
}

function followByAsking(changed: () => void): () => void {
  const asking = setInterval(() => {
    if (document.visibilityState === "visible") changed();
  }, every);
  return () => clearInterval(asking);
}
