/** `Office.context.document.settings`: the workbook's settings, of which a program changes a copy until it saves them. */
import { updateBook } from "../model/draft";
import { answer } from "./answer";
import type { CommonHost } from "./common-host";
import type { Doors } from "./handlers";
import { fail } from "./problem";

/** Above about 1 MB Excel on the web takes no settings (office-js#3957). */
const LARGEST = 1024 * 1024;

export const officeSettings = (host: CommonHost, doors: Doors): object => {
  /** Set or taken away and not yet saved; undefined is taken away. */
  const pending = new Map<string, string | undefined>();
  const held = (name: string): unknown => {
    if (pending.has(name)) {
      const text = pending.get(name);
      return text === undefined ? null : (JSON.parse(text) as unknown);
    }
    return host.book().settings.get(name) ?? null;
  };
  const self: object = {
    ...doors,
    get: (name: string) => held(name),
    // What is put in is kept as it is now, and what cannot be written to a file is refused.
    set: (name: string, value: unknown) => void pending.set(name, JSON.stringify(value ?? null)),
    remove: (name: string) => void pending.set(name, undefined),
    saveAsync: (...given: unknown[]) =>
      answer(given, async () => {
        const wanted = new Map(pending);
        if ([...wanted.values()].some((text) => (text?.length ?? 0) > LARGEST)) fail(4001);
        await host.change(({ draft }) => {
          const settings = new Map(draft.book.settings);
          for (const [name, text] of wanted) {
            if (text === undefined) settings.delete(name);
            else settings.set(name, JSON.parse(text) as unknown);
          }
          updateBook(draft, { settings });
          draft.happenings.push({ kind: "settingsChanged" });
        });
        for (const [name, text] of wanted) if (pending.get(name) === text) pending.delete(name);
        return self;
      }),
    refreshAsync: (...given: unknown[]) =>
      answer(given, () => {
        pending.clear();
        return self;
      }),
  };
  return self;
};
