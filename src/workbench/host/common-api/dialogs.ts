/** `Office.context.ui`: one dialog at a time, opened by the page around, and the messages between it and the program. */
import { answer, callbackIn, type Handler, optionsIn } from "./answer";
import { fail, Problem } from "./problem";

export interface DialogSize {
  /** Percent of the screen. */
  readonly width: number;
  readonly height: number;
}

/** What the page says of a dialog it shows. */
export interface DialogNews {
  readonly message: (message: string, origin: string) => void;
  /** A person closed it. */
  readonly closed: () => void;
}

export interface ShownDialog {
  close(): void;
  message(message: string): void;
}

export type OpenDialog = (address: string, size: DialogSize, news: DialogNews) => ShownDialog;

const percent = (given: unknown): number =>
  typeof given === "number" && given > 0 ? Math.min(given, 99.9) : 99.9;

/** Only pages of the add-in's own server, and only what a secure page may show. */
const checked = (address: unknown, home: string | undefined): string => {
  if (typeof address !== "string" || !URL.canParse(address)) return fail(12002, String(address));
  const { protocol, hostname, origin } = new URL(address);
  const local = protocol === "http:" && (hostname === "localhost" || hostname === "127.0.0.1");
  if (protocol !== "https:" && !local) return fail(12003, address);
  return home !== undefined && origin !== home ? fail(12004, address) : address;
};

export interface DialogSurroundings {
  readonly openDialog?: OpenDialog;
  /** The origin of the add-in's own pages. */
  readonly origin?: string;
  readonly openAddress?: (address: string) => void;
}

export const officeDialogs = ({ openDialog, origin, openAddress }: DialogSurroundings): object => {
  let shown: ShownDialog | undefined;
  const display = (address: unknown, given: readonly unknown[]): object => {
    if (!openDialog) return fail(5000, "displayDialogAsync");
    if (shown) return fail(12007);
    const { height, width } = optionsIn(given);
    const handlers = new Map<string, Set<Handler>>();
    const tell = (event: string, told: object) => {
      for (const handler of handlers.get(event) ?? []) handler({ type: event, ...told });
    };
    const opened = openDialog(
      checked(address, origin),
      { height: percent(height), width: percent(width) },
      {
        message: (message, from) => tell("dialogMessageReceived", { message, origin: from }),
        closed: () => {
          shown = undefined;
          tell("dialogEventReceived", { error: new Problem(12006).code });
        },
      },
    );
    shown = opened;
    return {
      close: () => {
        if (shown !== opened) return;
        shown = undefined;
        opened.close();
      },
      addEventHandler: (event: string, handler: Handler) => {
        handlers.set(event, (handlers.get(event) ?? new Set()).add(handler));
      },
      messageChild: (message: unknown) => opened.message(String(message)),
    };
  };
  return {
    displayDialogAsync: (address: unknown, ...given: unknown[]) =>
      answer(given, () => display(address, given)),
    // Only a dialog has somebody to speak to.
    messageParent: () => fail(5000, "messageParent"),
    closeContainer: () => fail(5000, "closeContainer"),
    openBrowserWindow: (address: unknown) => {
      const { protocol } = URL.canParse(String(address)) ? new URL(String(address)) : { protocol: "" };
      if (!openAddress || !/^https?:$/.test(protocol))
        return fail(5000, `openBrowserWindow ${String(address)}`);
      openAddress(String(address));
    },
    addHandlerAsync: (...given: unknown[]) =>
      answer([callbackIn(given.slice(2))], () => fail(5000, "ダイアログの中だけで届きます")),
  };
};
