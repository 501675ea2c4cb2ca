/** `Office` as an add-in finds it: readiness, what this Excel can do, the document, dialogs, the pane itself, the ribbon's functions. */
import { officeDialogs, type DialogSurroundings } from "./common-api/dialogs";
import { answer } from "./common-api/answer";
import { officeDocument } from "./common-api/document";
import { enumerations } from "./common-api/enumerations";
import { fail } from "./common-api/problem";
import { officeRibbon, type UpdateControls } from "./common-api/ribbon";
import { TableData } from "./common-api/table-data";
import type { Host } from "./host";
import { requirements, type Requirements } from "./requirements";

export type Command = (event: { completed: () => void; source: { id: string } }) => void;

/** What only the place around knows: a page has a pane to show, a script in Node has none. */
export interface OfficeSurroundings extends DialogSurroundings {
  readonly requirements?: Requirements;
  /** Brings the pane into view, or puts it away. */
  readonly showPane?: (shown: boolean) => void;
  /** Where the functions that `Office.actions.associate` names are kept for the ribbon. */
  readonly commands?: Map<string, Command>;
  /** Asked each time: the system may turn dark while a page is open. */
  readonly isDark?: () => boolean;
  readonly updateControls?: UpdateControls;
  /** Asks before the workbook is closed, from now on or no more; `stayed` is called when somebody then stays. */
  readonly guardClosing?: (on: boolean, stayed: () => void) => void;
}

const light = {
  bodyBackgroundColor: "#FFFFFF",
  bodyForegroundColor: "#242424",
  controlBackgroundColor: "#FFFFFF",
  controlForegroundColor: "#242424",
  isDarkTheme: false,
};
const dark = {
  bodyBackgroundColor: "#292929",
  bodyForegroundColor: "#FFFFFF",
  controlBackgroundColor: "#3D3D3D",
  controlForegroundColor: "#FFFFFF",
  isDarkTheme: true,
};

const info = { host: "Excel", platform: "OfficeOnline" } as const;

/** There is nobody to sign in to. */
const auth = {
  getAccessToken: async () => fail(13000),
  getAccessTokenAsync: (...given: unknown[]) => answer(given, () => fail(13000)),
  getAuthContext: async () => fail(13000),
};

const addinOf = (
  show: (shown: boolean) => void,
  visibility: Set<(message: object) => void>,
  { guardClosing }: OfficeSurroundings,
) => {
  let startup = "None";
  const cancelled = new Set<() => void>();
  const guard = async (on: boolean) => {
    if (!guardClosing) return fail(5000, "beforeDocumentCloseNotification");
    guardClosing(on, () => {
      for (const listener of cancelled) listener();
    });
  };
  return {
    showAsTaskpane: async () => show(true),
    hide: async () => show(false),
    setStartupBehavior: async (behavior: string) => {
      startup = behavior;
    },
    getStartupBehavior: async () => startup,
    onVisibilityModeChanged: async (listener: (message: object) => void) => {
      visibility.add(listener);
      return async () => void visibility.delete(listener);
    },
    beforeDocumentCloseNotification: {
      enable: () => guard(true),
      disable: () => guard(false),
      onCloseActionCancelled: async (listener: () => void) => {
        cancelled.add(listener);
        return async () => void cancelled.delete(listener);
      },
    },
  };
};

const actionsOf = (commands: Map<string, Command>) => {
  let shortcuts: Readonly<Record<string, string | null>> = {};
  return {
    associate: (id: string, command: Command) => void commands.set(id, command),
    areShortcutsInUse: async (asked: readonly string[]) =>
      asked.map((shortcut) => ({ shortcut, inUse: Object.values(shortcuts).includes(shortcut) })),
    getShortcuts: async () => shortcuts,
    replaceShortcuts: async (wanted: Readonly<Record<string, string | null>>) => {
      shortcuts = { ...shortcuts, ...wanted };
    },
  };
};

export const createOffice = (host: Host, around: OfficeSurroundings = {}): object => {
  const { document, select } = officeDocument(host);
  const visibility = new Set<(message: object) => void>();
  const show = (shown: boolean) => {
    around.showPane?.(shown);
    for (const listener of visibility) listener({ visibilityMode: shown ? "Taskpane" : "Hidden" });
  };
  const sets = around.requirements ?? requirements();
  let initialize: ((reason: string) => unknown) | undefined;
  return {
    ...enumerations,
    TableData,
    select,
    onReady: async (callback?: (given: typeof info) => unknown) => {
      await callback?.(info);
      return info;
    },
    // The old way to begin: the function a program puts here is called as soon as the library is ready.
    get initialize() {
      return initialize;
    },
    set initialize(given: ((reason: string) => unknown) | undefined) {
      initialize = given;
      if (typeof given === "function") setTimeout(() => initialize === given && given("documentOpened"), 0);
    },
    isSetSupported: (set: string, version?: string) => sets.isSetSupported(set, version),
    useShortNamespace: () => undefined,
    context: {
      ...info,
      diagnostics: { ...info, version: "16.0.0.0" },
      contentLanguage: "ja-JP",
      displayLanguage: "ja-JP",
      touchEnabled: false,
      commerceAllowed: false,
      isDialog: false,
      requirements: sets,
      get officeTheme() {
        return around.isDark?.() ? dark : light;
      },
      auth,
      ui: officeDialogs(around),
      document,
    },
    auth,
    addin: addinOf(show, visibility, around),
    actions: actionsOf(around.commands ?? new Map<string, Command>()),
    ribbon: officeRibbon(around.updateControls ?? (() => undefined)),
    contextMenu: {
      requestUpdate: async () => fail(5000, "contextMenu.requestUpdate"),
    },
  };
};
