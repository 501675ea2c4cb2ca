/** The workbench's page: a spreadsheet, the add-in's pane beside it, its ribbon above. */
import type { FunctionDefinitions } from "../host/calc/calc";
import { createHost } from "../host/create-host";
import type { Host } from "../host/host";
import { type Book, sheetById } from "../host/model/book";
import { type Command, createOffice } from "../host/office";
import { besideCells } from "./beside/beside-cells";
import { floatCharts } from "./charts/layer";
import { createGrid } from "./display/grid";
import { drawConditionalFormats } from "./display/conditional";
import { drawTooNarrow } from "./display/too-narrow";
import { markComments } from "./display/marks";
import { createPlaces } from "./display/place";
import { redrawLaidOver } from "./display/redraw";
import { createDrawing, type Drawn, show, showSelection } from "./display/show";
import { awaitedFunctions } from "./frame/awaited-functions";
import { movableDivider } from "./frame/divider";
import { keepDialogs } from "./frame/dialogs";
import { keepFiles } from "./frame/files";
import { keepPane } from "./frame/pane";
import { guardClosing } from "./frame/closing";
import { handOver, openNewBooks, takeGivenBook } from "./frame/new-window";
import { drawRibbon, readNamespace, readRibbon, type RibbonAction, updateControls } from "./frame/ribbon";
import { listenToClicks } from "./person/clicks";
import { listenFirst } from "./person/first-keys";
import { followLinks } from "./person/links";
import { listenToPerson } from "./person/listen";
import { keepRoomToType } from "./person/room-to-type";
import { floatShapes } from "./shapes/layer";

function element<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`#${id} is not in the page`);
  return found;
}

/** Sentences that stay long enough to be read. */
function teller(place: HTMLElement): (sentence: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (sentence) => {
    clearTimeout(timer);
    place.textContent = sentence;
    timer = setTimeout(() => (place.textContent = ""), 12_000);
  };
}

const selectionIn = (book: Book) => sheetById(book, book.activeSheet)?.selection;

/** How long the page may stand still for drawing, in milliseconds. */
const patience = 24;
/** Two frames: what Univer was told has been drawn. */
const frames = 50;

/** The spreadsheet follows the host: many changes in one turn are drawn once, large ones a slice at a time. */
function follow(
  host: Host,
  draw: (before: Book, after: Book) => Drawn,
  finished: (selected: boolean) => void,
): { readonly showNext: () => void } {
  let drawn = host.book();
  let busy = false;
  let selected = false;
  const next = () => {
    const before = drawn;
    drawn = host.book();
    const work = draw(before, drawn);
    const go = () => {
      const until = performance.now() + patience;
      for (;;) {
        const { done, value } = work.next();
        if (done) break;
        const settling = value === "settle";
        if (!settling && performance.now() < until) continue;
        setTimeout(go, settling ? frames : 0);
        return;
      }
      const moved = selected;
      selected = false;
      finished(moved);
      if (host.book() === drawn) busy = false;
      else queueMicrotask(next);
    };
    go();
  };
  host.onChange(({ before, after, source }) => {
    // A person's own selection is ahead of the host's; only a program's is followed.
    if (source !== "person") selected ||= selectionIn(before) !== selectionIn(after);
    if (busy) return;
    busy = true;
    queueMicrotask(next);
  });
  return { showNext: () => void (selected = true) };
}

async function start(): Promise<void> {
  const manifest = await (await fetch("manifest.xml")).text();
  const metadata = (await (await fetch("functions.json")).json()) as Omit<FunctionDefinitions, "namespace">;
  const definitions: FunctionDefinitions = { ...metadata, namespace: readNamespace(manifest) };
  const host = createHost();
  const tell = teller(element("status", HTMLSpanElement));
  const keys = listenFirst();
  const grid = createGrid(element("grid", HTMLDivElement), host.book(), definitions);
  const drawing = createDrawing(grid.injector);
  drawConditionalFormats(grid.injector, () => host.book());
  drawTooNarrow(grid.injector);
  markComments(grid.injector, () => host.book());
  const redraw = redrawLaidOver(grid.injector, () => host.book());
  const places = createPlaces(element("grid", HTMLDivElement), grid.injector);
  const undo = element("undo", HTMLButtonElement);
  const redo = element("redo", HTMLButtonElement);
  const bookName = element("book-name", HTMLInputElement);
  const drawFrame = () => {
    undo.disabled = !host.canUndo;
    redo.disabled = !host.canRedo;
    if (document.activeElement !== bookName) bookName.value = host.book().name;
  };
  const view = follow(
    host,
    (before, after) => show(drawing, before, after),
    (selected) => {
      if (selected) showSelection(grid.injector, drawing, host.book());
      redraw();
      places.moved();
      drawFrame();
    },
  );
  drawFrame();
  const person = listenToPerson({ host, injector: grid.injector, drawing, tell, beside: () => beside, keys });
  const beside = besideCells({
    host,
    injector: grid.injector,
    places,
    grid: element("grid", HTMLDivElement),
    keys,
    edit: person.edit,
  });
  keepRoomToType(host, grid.injector, places);
  const followLink = followLinks({ host, beside, edit: person.edit, showNext: view.showNext });
  listenToClicks(host, element("grid", HTMLDivElement), places, followLink);
  floatCharts({ host, places, grid: element("grid", HTMLDivElement), keys, edit: person.edit });
  floatShapes(host, places);
  bookName.addEventListener("change", () => {
    void person.edit({ kind: "renameBook", name: bookName.value }).then(drawFrame);
    bookName.blur();
  });
  undo.addEventListener("click", () => void host.undo());
  redo.addEventListener("click", () => void host.redo());
  const pane = keepPane(element("pane", HTMLIFrameElement), "taskpane.html");
  keepFiles({
    host,
    opened: async () => {
      await host.registerFunctions(definitions, awaitedFunctions(definitions));
      await pane.restart();
    },
    tell,
    save: element("save", HTMLButtonElement),
    open: element("open", HTMLButtonElement),
    chooser: element("open-file", HTMLInputElement),
    saveAs: element("save-as", HTMLSelectElement),
    problems: element("file-problems", HTMLDialogElement),
    desk: document.body,
  });
  openNewBooks(host, tell);
  await takeGivenBook(host);

  const desk = document.querySelector("main") ?? document.body;
  const showPane = (shown: boolean) => desk.classList.toggle("without-side", !shown);
  element("side-close", HTMLButtonElement).addEventListener("click", () => showPane(false));
  movableDivider(element("divider", HTMLDivElement), desk);

  const commands = new Map<string, Command>();
  const dialogs = keepDialogs(document.body);
  const ribbon = element("ribbon", HTMLDivElement);
  window.workbench = {
    host,
    dialogs,
    office: createOffice(host, {
      showPane,
      commands,
      openDialog: dialogs.open,
      origin: window.location.origin,
      openAddress: (address) => void window.open(address, "_blank", "noopener"),
      guardClosing: guardClosing(window),
      updateControls: (controls) => updateControls(ribbon, controls),
      isDark: () => window.matchMedia("(prefers-color-scheme: dark)").matches,
    }),
    handOver,
    paneLoaded: (associations) => void host.registerFunctions(definitions, associations).then(pane.arrived),
  };
  pane.start();

  const press = (action: RibbonAction) => {
    if (action.kind === "showTaskpane") return showPane(true);
    const command = commands.get(action.name);
    if (command) command({ completed: () => undefined, source: { id: action.name } });
    else tell(`「${action.name}」に割り当てられた処理がありません（manifest.xml の FunctionName）。`);
  };
  drawRibbon(ribbon, readRibbon(manifest), press);
}

void start();
