/** `Office` as an add-in finds it: readiness, what this Excel can do, the document's settings, the pane itself, the ribbon's functions. */
import { TYPE } from "./events/messages";
import type { Host } from "./host";
import { officeBindings } from "./office-bindings";
import { requirements, type Requirements } from "./requirements";

type Callback = (result: {
  readonly status: string;
  readonly value: unknown;
  readonly error: unknown;
}) => void;

export type Command = (event: { completed: () => void; source: { id: string } }) => void;

/** What only the place around knows: a page has a pane to show, a script in Node has none. */
export interface OfficeSurroundings {
  readonly requirements?: Requirements;
  /** Brings the pane into view, or puts it away. */
  readonly showPane?: (shown: boolean) => void;
  /** Where the functions that `Office.actions.associate` names are kept for the ribbon. */
  readonly commands?: Map<string, Command>;
  /** Asked each time: the system may turn dark while a page is open. */
  readonly isDark?: () => boolean;
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

const succeeded = (value: unknown = undefined) => ({ status: "succeeded", value, error: null });

/** The last function given is the callback, the one before it the handler. */
const functionsIn = (given: readonly unknown[]): readonly ((...args: readonly unknown[]) => void)[] =>
  given.filter((each): each is () => void => typeof each === "function");

/** Calls back later, as Excel does: an add-in that counts on an answer at once must fail here too. */
const answer = (callback: Callback | undefined): void => {
  if (callback) setTimeout(() => callback(succeeded()), 0);
};

/** Office's own events and the messages they come of. */
const OF_MESSAGE: Readonly<Record<string, number>> = {
  documentSelectionChanged: TYPE.sheetSelection,
  settingsChanged: TYPE.settingsChanged,
};

/** `addHandlerAsync` and `removeHandlerAsync`, by the name of the event. */
const handlerDoors = (host: Host) => {
  const handlers = new Map<string, Set<(...args: readonly unknown[]) => void>>();
  host.onEvents((entries) => {
    for (const [event, wanted] of Object.entries(OF_MESSAGE)) {
      if (!entries.some(({ messageType }) => messageType === wanted)) continue;
      for (const handler of handlers.get(event) ?? []) handler({});
    }
  }, "office");
  return {
    addHandlerAsync: (event: string, ...given: unknown[]) => {
      const [handler, callback] = functionsIn(given);
      if (handler) handlers.set(event, (handlers.get(event) ?? new Set()).add(handler));
      answer(callback);
    },
    removeHandlerAsync: (event: string, ...given: unknown[]) => {
      const handler = (given[0] as { readonly handler?: () => void } | undefined)?.handler;
      if (handler) handlers.get(event)?.delete(handler);
      else handlers.delete(event);
      answer(functionsIn(given).at(-1));
    },
  };
};

export const createOffice = (host: Host, around: OfficeSurroundings = {}): object => {
  const settings = new Map<string, unknown>();
  const doors = handlerDoors(host);
  const commands = around.commands ?? new Map<string, Command>();
  const visibility = new Set<(message: { visibilityMode: string }) => void>();
  let startup = "None";
  const info = { host: "Excel", platform: "OfficeOnline" };
  const show = (shown: boolean) => {
    around.showPane?.(shown);
    for (const listener of visibility) listener({ visibilityMode: shown ? "Taskpane" : "Hidden" });
  };
  return {
    HostType: { Excel: "Excel" },
    PlatformType: { OfficeOnline: "OfficeOnline", PC: "PC", Mac: "Mac" },
    EventType: {
      BindingDataChanged: "bindingDataChanged",
      BindingSelectionChanged: "bindingSelectionChanged",
      DocumentSelectionChanged: "documentSelectionChanged",
      SettingsChanged: "settingsChanged",
      OfficeThemeChanged: "officeThemeChanged",
    },
    StartupBehavior: { load: "Load", none: "None" },
    VisibilityMode: { hidden: "Hidden", taskpane: "Taskpane" },
    AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
    onReady: async (callback?: (given: typeof info) => unknown) => {
      await callback?.(info);
      return info;
    },
    context: {
      ...info,
      diagnostics: { ...info, version: "16.0.0.0" },
      contentLanguage: "ja-JP",
      displayLanguage: "ja-JP",
      requirements: around.requirements ?? requirements(),
      get officeTheme() {
        return around.isDark?.() ? dark : light;
      },
      document: {
        url: "",
        ...doors,
        bindings: officeBindings(host),
        settings: {
          ...doors,
          get: (name: string) => settings.get(name) ?? null,
          set: (name: string, value: unknown) => void settings.set(name, value),
          remove: (name: string) => void settings.delete(name),
          saveAsync: (...given: unknown[]) => answer(functionsIn(given).at(-1)),
        },
      },
    },
    addin: {
      showAsTaskpane: async () => show(true),
      hide: async () => show(false),
      setStartupBehavior: async (behavior: string) => {
        startup = behavior;
      },
      getStartupBehavior: async () => startup,
      onVisibilityModeChanged: async (listener: (message: { visibilityMode: string }) => void) => {
        visibility.add(listener);
        return async () => void visibility.delete(listener);
      },
    },
    actions: { associate: (id: string, command: Command) => void commands.set(id, command) },
  };
};
