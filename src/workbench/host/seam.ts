/** Where office.js meets the host: from here on every `Excel.run` of that library goes to it. */
import type { RequestMessage, ResponseMessage } from "./wire/message";

export interface Executor {
  executeAsync(customData: unknown, flags: number, message: RequestMessage): Promise<ResponseMessage>;
}

/** The few doors of Microsoft's library that this host uses; all are in its public debug build. */
export interface OfficeExtensionDoors {
  readonly SessionBase: { _overrideSession: unknown };
  readonly CommonUtility: { _doApiNotSupportedCheck: boolean };
  _testSetRichApiMessageReadyImpl(ready: () => Promise<unknown>): void;
  _testTriggerRichApiMessageEvent(message: { readonly entries: readonly EventEntry[] }): void;
}

export interface EventEntry {
  readonly messageCategory: 65536;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
}

export const connect = (officeExtension: OfficeExtensionDoors, host: Executor): void => {
  officeExtension.SessionBase._overrideSession = {
    _resolveRequestUrlAndHeaderInfo: () => Promise.resolve(null),
    _createRequestExecutorOrNull: () => ({
      executeAsync: (customData: unknown, flags: number, message: RequestMessage) =>
        host.executeAsync(customData, flags, message),
    }),
    getEventRegistration: () => null,
  };
  officeExtension._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  officeExtension.CommonUtility._doApiNotSupportedCheck = true;
};
