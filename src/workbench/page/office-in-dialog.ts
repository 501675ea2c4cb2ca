/** `Office` in a dialog's page: Excel gives it no workbook there, only somebody to speak to. */
import { answer, callbackIn, type Handler } from "../host/common-api/answer";
import { enumerations } from "../host/common-api/enumerations";
import { fail } from "../host/common-api/problem";
import { TableData } from "../host/common-api/table-data";
import { requirements } from "../host/requirements";
import type { OpenedFor } from "./frame/dialogs";

const info = { host: "Excel", platform: "OfficeOnline" } as const;
const HEARD = enumerations.EventType.DialogParentMessageReceived;

export const officeInDialog = ({ say, hear }: OpenedFor): object => {
  const sets = requirements();
  return {
    ...enumerations,
    TableData,
    onReady: async (callback?: (given: typeof info) => unknown) => {
      await callback?.(info);
      return info;
    },
    set initialize(begin: (reason: string) => unknown) {
      setTimeout(() => begin("documentOpened"), 0);
    },
    context: {
      ...info,
      contentLanguage: "ja-JP",
      displayLanguage: "ja-JP",
      isDialog: true,
      diagnostics: { ...info, version: "16.0.0.0" },
      requirements: sets,
      ui: {
        // Anything but a text arrives as one.
        messageParent: (message: unknown) => say(String(message), window.location.origin),
        addHandlerAsync: (event: string, handler: Handler, ...rest: unknown[]) =>
          answer([callbackIn(rest)], () => {
            if (event !== HEARD) fail(5000, event);
            hear((message) => handler({ type: HEARD, message, origin: window.location.origin }));
          }),
      },
    },
  };
};
