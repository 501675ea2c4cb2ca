/** Where office.js meets the host: from here on every `Excel.run` of that library goes to it. */
import type { EventEntry } from "./events/entry";
import { TYPE } from "./events/messages";
import type { RequestMessage, ResponseMessage } from "./wire/message";

export interface Executor {
  executeAsync(customData: unknown, flags: number, message: RequestMessage): Promise<ResponseMessage>;
  /** Events on their way to programs. Gives back how to stop listening. */
  onEvents?(listener: (entries: readonly EventEntry[]) => void): () => void;
}

/** The few doors of Microsoft's library that this host uses; all are in its public debug build. */
export interface OfficeExtensionDoors {
  readonly SessionBase: { _overrideSession: unknown };
  readonly CommonUtility: { _doApiNotSupportedCheck: boolean };
  _testSetRichApiMessageReadyImpl(ready: () => Promise<unknown>): void;
  _testTriggerRichApiMessageEvent(message: { readonly entries: readonly EventEntry[] }): void;
}

/** Gives back how to take the connection down again. */
export const connect = (officeExtension: OfficeExtensionDoors, host: Executor): (() => void) => {
  officeExtension.SessionBase._overrideSession = {
    _resolveRequestUrlAndHeaderInfo: () => Promise.resolve(null),
    _createRequestExecutorOrNull: () => ({
      executeAsync: (customData: unknown, flags: number, message: RequestMessage) =>
        host.executeAsync(customData, flags, message),
    }),
    getEventRegistration: () => null,
  };
  officeExtension._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  // Where `Office.context.requirements` says that an API set is missing, its members fail as they do in an older Excel.
  officeExtension.CommonUtility._doApiNotSupportedCheck = true;
  const stop = host.onEvents?.((entries) => {
    // A change of settings goes through Office's own handlers: office.ts.
    officeExtension._testTriggerRichApiMessageEvent({
      entries: entries.filter(({ messageType }) => messageType !== TYPE.settingsChanged),
    });
  });
  return () => {
    stop?.();
    officeExtension.SessionBase._overrideSession = undefined;
  };
};

/** The header by which requests of one undo group are known to the host. */
export const UNDO_GROUP = "X-Workbench-Undo-Group";

interface RunsBatches {
  run: (...args: unknown[]) => Promise<unknown>;
}

/**
 * `Excel.run({ mergeUndoGroup: true }, …)`: the library on npm is older than this option and lets it go unheard, so the
 * requests of such a run are marked here.
 */
export const hearUndoGroups = (excel: object): void => {
  const library = excel as RunsBatches;
  const { run } = library;
  let groups = 0;
  library.run = (...args) => {
    const [options, batch] = args;
    const merged =
      typeof options === "object" &&
      options !== null &&
      (options as { mergeUndoGroup?: unknown }).mergeUndoGroup === true;
    if (!merged || typeof batch !== "function") return run(...args);
    const group = `group${++groups}`;
    return run(options, (context: { readonly requestHeaders: Record<string, string> }) => {
      context.requestHeaders[UNDO_GROUP] = group;
      return (batch as (context: unknown) => unknown)(context);
    });
  };
};
