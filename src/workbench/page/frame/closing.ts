/** Asking before the page is closed, when the add-in wants it: the browser asks in its own words. */

/** Long enough for the page to be gone, if it goes. */
const A_WHILE = 500;

export function guardClosing(page: Window): (on: boolean, stayed: () => void) => void {
  let ask: ((event: BeforeUnloadEvent) => void) | undefined;
  return (on, stayed) => {
    if (ask) page.removeEventListener("beforeunload", ask);
    ask = on
      ? (event) => {
          event.preventDefault();
          page.setTimeout(stayed, A_WHILE);
        }
      : undefined;
    if (ask) page.addEventListener("beforeunload", ask);
  };
}
