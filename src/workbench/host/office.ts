/** `Office` without a page: what programs in Node find beside `Excel`, in tests and scripts. The page gives its own, with a pane to show. */
import type { Host } from "./host";
import { requirements, type Requirements } from "./requirements";

type Callback = (result: {
  readonly status: string;
  readonly value: unknown;
  readonly error: unknown;
}) => void;

const succeeded = (value: unknown = undefined) => ({ status: "succeeded", value, error: null });

const callbackIn = (given: readonly unknown[]): Callback | undefined =>
  given.find((each): each is Callback => typeof each === "function");

/** The last function given is the callback, the one before it the handler. */
const functionsIn = (given: readonly unknown[]): readonly ((...args: readonly unknown[]) => void)[] =>
  given.filter((each): each is () => void => typeof each === "function");

export interface HeadlessOffice {
  readonly requirements?: Requirements;
}

const SELECTION = 14;

export const createOffice = (host: Host, options: HeadlessOffice = {}): object => {
  const kept = new Map<string, unknown>();
  const handlers = new Map<string, Set<(...args: readonly unknown[]) => void>>();
  host.onEvents((entries) => {
    const selected = entries.some(({ messageType }) => messageType === SELECTION);
    if (selected) for (const handler of handlers.get("documentSelectionChanged") ?? []) handler({});
  });
  const handlerDoors = {
    addHandlerAsync: (event: string, ...given: unknown[]) => {
      const [handler] = functionsIn(given);
      if (handler) handlers.set(event, (handlers.get(event) ?? new Set()).add(handler));
      functionsIn(given)[1]?.(succeeded());
    },
    removeHandlerAsync: (event: string, ...given: unknown[]) => {
      const handler = (given[0] as { readonly handler?: () => void } | undefined)?.handler;
      if (handler) handlers.get(event)?.delete(handler);
      else handlers.delete(event);
      callbackIn(given)?.(succeeded());
    },
  };
  const commands = new Map<string, unknown>();
  let startup = "None";
  const info = { host: "Excel", platform: "OfficeOnline" };
  return {
    HostType: { Excel: "Excel" },
    PlatformType: { OfficeOnline: "OfficeOnline", PC: "PC", Mac: "Mac" },
    EventType: {
      DocumentSelectionChanged: "documentSelectionChanged",
      SettingsChanged: "settingsChanged",
      OfficeThemeChanged: "officeThemeChanged",
    },
    StartupBehavior: { load: "Load", none: "None" },
    AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
    onReady: async (callback?: (given: typeof info) => unknown) => {
      await callback?.(info);
      return info;
    },
    context: {
      ...info,
      contentLanguage: "ja-JP",
      displayLanguage: "ja-JP",
      requirements: options.requirements ?? requirements(),
      officeTheme: { bodyBackgroundColor: "#FFFFFF", bodyForegroundColor: "#242424", isDarkTheme: false },
      document: {
        ...handlerDoors,
        settings: {
          ...handlerDoors,
          get: (name: string) => kept.get(name) ?? null,
          set: (name: string, value: unknown) => void kept.set(name, value),
          remove: (name: string) => void kept.delete(name),
          saveAsync: (...given: unknown[]) => callbackIn(given)?.(succeeded()),
        },
      },
    },
    addin: {
      showAsTaskpane: async () => undefined,
      hide: async () => undefined,
      setStartupBehavior: async (behavior: string) => {
        startup = behavior;
      },
      getStartupBehavior: async () => startup,
    },
    actions: { associate: (id: string, command: unknown) => void commands.set(id, command) },
  };
};
