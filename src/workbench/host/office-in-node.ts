/** Microsoft's office.js in Node: the debug build for Excel on the web, in a room of its own with the little of a browser it asks for. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createContext, Script, type Context } from "node:vm";
import { addNewerMembers } from "./newer/library";
import type { LibraryDoors } from "./newer/parts";
import type { OfficeExtensionDoors } from "./seam";

export interface OfficeGlobals {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension & OfficeExtensionDoors;
  readonly CustomFunctions: typeof CustomFunctions;
  Office: unknown;
}

let script: Script | undefined;

/** Read once, run in every room anew: 3 MB take a moment to parse. */
const library = (): Script => {
  if (script) return script;
  const from = createRequire(join(process.cwd(), "package.json"));
  const file = from.resolve("@microsoft/office-js/dist/excel-web-16.00.debug.js");
  script = new Script(readFileSync(file, "utf8"), { filename: file });
  return script;
};

const nowhere = () => undefined;

const browser = (): Record<string, unknown> => {
  const storage = { getItem: () => null, setItem: nowhere, removeItem: nowhere };
  const room: Record<string, unknown> = {
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    performance,
    // One Promise for both rooms: `instanceof` and await behave alike.
    Promise,
    navigator: { userAgent: "Node" },
    document: {
      URL: "https://localhost/",
      cookie: "",
      createElement: () => ({}),
      getElementsByTagName: () => [],
      addEventListener: nowhere,
    },
    location: {
      href: "https://localhost/",
      origin: "https://localhost",
      protocol: "https:",
      host: "localhost",
      hostname: "localhost",
      pathname: "/",
      search: "",
      hash: "",
    },
    localStorage: storage,
    sessionStorage: storage,
    addEventListener: nowhere,
    removeEventListener: nowhere,
  };
  room.window = room;
  room.self = room;
  return room;
};

/** With the members it is too old for: `newer/library.ts`. */
export const loadOffice = (): OfficeGlobals => {
  const room: Context = createContext(browser());
  library().runInContext(room);
  const globals = room as unknown as OfficeGlobals;
  addNewerMembers(globals.Excel, globals.OfficeExtension as unknown as LibraryDoors);
  return globals;
};
