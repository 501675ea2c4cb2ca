/** Runs in the pane's page, after Microsoft's library: gives it Office as Excel would, and leads its requests to the host of the page around it. */
import { addNewerEvents, type NewerDoors } from "../host/events/newer";
import { addNewerMembers } from "../host/newer/library";
import type { LibraryDoors } from "../host/newer/parts";
import { connect, hearUndoGroups, type OfficeExtensionDoors } from "../host/seam";
import type { Association } from "../host/calc/custom/definition";
import { officeInDialog } from "./office-in-dialog";
import type { Workbench } from "./workbench";

declare global {
  interface Window {
    /** Put there by the page that holds the spreadsheet. */
    workbench?: Workbench;
  }
}

/** Excel takes these away from every pane; a pane that relies on them must fail here too. */
function withholdWhatExcelWithholds(): void {
  Object.defineProperty(window.history, "pushState", { value: null });
  Object.defineProperty(window.history, "replaceState", { value: null });
  for (const name of ["alert", "confirm", "prompt"] as const) {
    window[name] = () => {
      throw new Error(`window.${name} は Excel の作業ウィンドウでは使えません。`);
    };
  }
}

/** Functions the pane's page registers, by id. Excel's loader keeps them until the host asks; so does this. */
const associations = new Map<string, Association>();
/** After the page has loaded the host is told of each that comes late, once for all that come together. */
let tellLate: (() => void) | undefined;

const library = (window as unknown as { CustomFunctions?: object }).CustomFunctions;
Object.assign(window, {
  CustomFunctions: Object.assign(library ?? {}, {
    associate: (given: string | Record<string, Association>, body?: Association) => {
      const entries = typeof given === "string" ? [[given, body] as const] : Object.entries(given);
      for (const [id, each] of entries) if (each) associations.set(id.toUpperCase(), each);
      tellLate?.();
    },
  }),
});

const doors = (window as unknown as { OfficeExtension: OfficeExtensionDoors & NewerDoors & LibraryDoors })
  .OfficeExtension;
const around = window.parent === window ? undefined : window.parent.workbench;
const dialog = around?.dialogs.of(window);

withholdWhatExcelWithholds();
if (dialog) Object.assign(window, { Office: officeInDialog(dialog) });
else if (around) {
  const disconnect = connect(doors, around.host);
  // The next workbook gets a pane of its own; this one hears no more of it.
  window.addEventListener("pagehide", disconnect);
  const excel = (window as unknown as { Excel: object }).Excel;
  hearUndoGroups(excel);
  addNewerEvents(excel, doors);
  addNewerMembers(excel, doors);
  Object.assign(window, { Office: around.office });
  window.addEventListener("load", () => {
    around.paneLoaded(associations);
    let waiting = false;
    tellLate = () => {
      if (waiting) return;
      waiting = true;
      queueMicrotask(() => {
        waiting = false;
        around.paneLoaded(associations);
      });
    };
  });
} else {
  // The pane's page opened by itself: Office answers that there is no host, as in any browser.
  Object.assign(window, {
    Office: {
      onReady: async () => ({ host: null, platform: null }),
      context: {},
      actions: { associate: () => undefined },
      addin: { showAsTaskpane: async () => undefined, hide: async () => undefined },
    },
  });
}
