/** Dialogs of the add-in: a page of its own over the workbench, in a frame, that speaks with the pane through this page. */
import type { DialogNews, OpenDialog } from "../../host/common-api/dialogs";

/** What the page in a dialog may do: speak to whoever opened it, and hear from it. */
export interface OpenedFor {
  say(message: string, origin: string): void;
  hear(listener: (message: string) => void): void;
}

export interface Dialogs {
  readonly open: OpenDialog;
  /** Of a window that is a dialog's. */
  of(window: Window): OpenedFor | undefined;
}

interface Shown {
  readonly frame: HTMLIFrameElement;
  readonly news: DialogNews;
  readonly listeners: ((message: string) => void)[];
  /** Said before the page listened. */
  readonly waiting: string[];
}

const titleBar = (close: () => void): HTMLElement => {
  const bar = document.createElement("div");
  bar.className = "office-dialog-title";
  const name = document.createElement("span");
  name.textContent = "アドインのダイアログ";
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "×";
  button.setAttribute("aria-label", "ダイアログを閉じる");
  button.addEventListener("click", close);
  bar.append(name, button);
  return bar;
};

export const keepDialogs = (place: HTMLElement): Dialogs => {
  const shown = new Set<Shown>();
  return {
    open: (address, { width, height }, news) => {
      const box = document.createElement("dialog");
      box.className = "office-dialog";
      box.setAttribute("aria-label", "アドインのダイアログ");
      box.style.width = `${width}vw`;
      box.style.height = `${height}vh`;
      const frame = document.createElement("iframe");
      frame.title = "アドインのダイアログの内容";
      frame.src = address;
      const one: Shown = { frame, news, listeners: [], waiting: [] };
      const away = () => {
        shown.delete(one);
        box.remove();
      };
      const closed = () => {
        away();
        news.closed();
      };
      box.addEventListener("cancel", closed);
      box.append(titleBar(closed), frame);
      place.append(box);
      shown.add(one);
      box.showModal();
      return {
        close: away,
        message: (message) => {
          if (one.listeners.length === 0) one.waiting.push(message);
          for (const listener of one.listeners) listener(message);
        },
      };
    },
    of: (window) => {
      const one = [...shown].find(({ frame }) => frame.contentWindow === window);
      return (
        one && {
          say: (message, origin) => one.news.message(message, origin),
          hear: (listener) => {
            one.listeners.push(listener);
            for (const message of one.waiting.splice(0)) listener(message);
          },
        }
      );
    },
  };
};
