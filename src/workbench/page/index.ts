/** The workbench's page: a spreadsheet, the add-in's pane beside it, its ribbon above. */
import { createHost } from "../host/host";
import { createGrid } from "./display/grid";
import { createDrawing, show } from "./display/show";
import { movableDivider } from "./frame/divider";
import { drawRibbon, readRibbon } from "./frame/ribbon";

function element<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`#${id} is not in the page`);
  return found;
}

async function start(): Promise<void> {
  const host = createHost();
  let shown = host.book();
  const grid = createGrid(element("grid", HTMLDivElement), shown);
  const drawing = createDrawing(grid.injector);
  const refresh = () => {
    const next = host.book();
    show(drawing.mutate, shown, next);
    shown = next;
  };
  window.workbench = {
    host: {
      executeAsync: async (customData, flags, message) => {
        const answer = await host.executeAsync(customData, flags, message);
        refresh();
        return answer;
      },
    },
    office: () => ({
      onReady: async () => ({ host: "Excel", platform: "OfficeOnline" }),
      context: {},
      actions: { associate: () => undefined },
      addin: { showAsTaskpane: async () => undefined },
    }),
  };
  const side = element("pane", HTMLIFrameElement);
  side.src = "taskpane.html";
  movableDivider(element("divider", HTMLDivElement), document.querySelector("main") ?? document.body);
  const manifest = await (await fetch("manifest.xml")).text();
  drawRibbon(element("ribbon", HTMLDivElement), readRibbon(manifest), (action) => console.info(action));
}

void start();
