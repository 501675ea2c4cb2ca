/** Entry of the task pane: waits for Office, then renders, then reads the workbook. */
import { createRoot } from "react-dom/client";
import { associateCommands } from "./commands";
import { NotInExcel } from "./NotInExcel";
import { Pane } from "./Pane";
import { isAskedFor, selfTest } from "./selftest/self-test";
import { start } from "./start";
import { openScreen } from "./state/pane-state";

/** office.js opened outside Excel waits for ever; after this long a person is told instead of shown nothing. */
const patience = 15_000;

const place = document.getElementById("pane");
if (place) {
  const root = createRoot(place);
  const waiting = setTimeout(() => root.render(<NotInExcel />), patience);
  void Office.onReady().then(() => {
    clearTimeout(waiting);
    associateCommands();
    if (isAskedFor(window.location.search)) {
      selfTest.set({ open: true });
      openScreen("settings");
    }
    root.render(<Pane />);
    void start();
  });
}
