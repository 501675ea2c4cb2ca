/** Waits until the page has nothing better to do, so that long work in small pieces never stands between a person and the pane. */

/** Long enough that work is done in the end even when a page is never idle. */
const latest = 1_000;

export function idle(): Promise<void> {
  return new Promise((resolve) => {
    // Safari (Excel for Mac) has no requestIdleCallback.
    if (typeof requestIdleCallback === "function") requestIdleCallback(() => resolve(), { timeout: latest });
    else setTimeout(resolve, 16);
  });
}
