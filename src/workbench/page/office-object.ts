/** `Office` as a pane in Excel on the web finds it: readiness, what this Excel can do, theme, the pane itself, the ribbon's functions. */

export type Command = (event: { completed: () => void; source: { id: string } }) => void;

export interface OfficeSurroundings {
  /** Brings the pane into view, or puts it away. */
  showPane: (shown: boolean) => void;
  commands: Map<string, Command>;
  /** `Office.context.document.settings`: they belong to the document, so the page keeps them. */
  settings: Map<string, unknown>;
  isSetSupported: (set: string, version?: string | number) => boolean;
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

const succeeded = <Value>(value: Value) => ({ status: "succeeded", value, error: null });

export function officeObject({ showPane, commands, settings, isSetSupported }: OfficeSurroundings): object {
  const info = { host: "Excel", platform: "OfficeOnline" };
  let startup = "None";
  const visibility = new Set<(message: { visibilityMode: string }) => void>();
  const show = (shown: boolean) => {
    showPane(shown);
    for (const listener of visibility) listener({ visibilityMode: shown ? "Taskpane" : "Hidden" });
  };
  return {
    HostType: { Excel: "Excel" },
    PlatformType: { OfficeOnline: "OfficeOnline", PC: "PC", Mac: "Mac" },
    StartupBehavior: { load: "Load", none: "None" },
    VisibilityMode: { hidden: "Hidden", taskpane: "Taskpane" },
    AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
    EventType: {
      OfficeThemeChanged: "officeThemeChanged",
      DocumentSelectionChanged: "documentSelectionChanged",
    },
    onReady: async (callback?: (given: typeof info) => unknown) => {
      await callback?.(info);
      return info;
    },
    context: {
      ...info,
      diagnostics: { ...info, version: "16.0.0.0" },
      contentLanguage: "ja-JP",
      displayLanguage: "ja-JP",
      // Asked each time: the system may turn dark while the page is open.
      get officeTheme() {
        return window.matchMedia("(prefers-color-scheme: dark)").matches ? dark : light;
      },
      requirements: { isSetSupported },
      document: {
        url: "",
        settings: {
          get: (name: string) => settings.get(name) ?? null,
          set: (name: string, value: unknown) => void settings.set(name, value),
          remove: (name: string) => void settings.delete(name),
          saveAsync: (...given: unknown[]) => {
            const callback = given.find((each) => typeof each === "function") as
              ((result: object) => void) | undefined;
            setTimeout(() => callback?.(succeeded(undefined)), 0);
          },
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
    actions: {
      associate: (id: string, command: Command) => void commands.set(id, command),
    },
  };
}
