/** Every screen for everybody: axe in light, dark and high contrast, the keyboard alone, and 320 px, also at 200 % zoom. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Browser, FrameLocator } from "playwright-core";
import { accessibilityFindings } from "./accessible";
import { openBrowser } from "./chromium";
import { loadInPane } from "./story";
import { openWorkbenchPage, type WorkbenchPage } from "./workbench-page";

let browser: Browser;
let book: WorkbenchPage;
let pane: FrameLocator;
const pictures = path.resolve(__dirname, "pictures");
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  browser = await openBrowser();
  book = await openWorkbenchPage(browser);
  book.page.setDefaultTimeout(90_000);
  pane = book.page.frameLocator("#pane");
  await loadInPane(pane, "加須市");
  await pane.getByRole("button", { name: "計画の一覧に戻る" }).last().click();
}, 200_000);
afterAll(() => browser.close());
jest.setTimeout(400_000);
afterEach(() => {
  expect(book.complaints).toEqual([]);
  expect(book.foreign).toEqual([]);
});

const screens = ["計画", "進捗", "点検", "財政", "設定"] as const;
/** A sign that the screen has drawn what it has to show. */
const drawn = {
  計画: () => pane.getByRole("heading", { name: "第3次加須市行政経営プラン" }),
  進捗: () => pane.getByRole("img", { name: /目標ごとの評価の内訳/ }),
  点検: () => pane.getByRole("heading", { name: /^誤り 0/ }),
  財政: () => pane.getByRole("checkbox", { name: /経常収支比率/ }),
  設定: () => pane.getByRole("heading", { name: "評価年度" }),
} as const;

async function open(screen: (typeof screens)[number]): Promise<void> {
  await pane.getByRole("tab", { name: new RegExp(`^${screen}`) }).click();
  await drawn[screen]().first().waitFor();
}

/** The views inside a screen, each of which fills it. */
const viewsOf: Partial<Record<(typeof screens)[number], readonly string[]>> = {
  進捗: ["一覧", "推移", "未入力", "集計"],
  財政: ["比率を計算する", "指標をシートに入れる"],
};

async function eachView(
  screen: (typeof screens)[number],
  look: (name: string) => Promise<void>,
): Promise<void> {
  await open(screen);
  await look(screen);
  for (const view of viewsOf[screen] ?? []) {
    await pane.getByRole("button", { name: view, exact: true }).click();
    // The ratio with the most to fill in.
    if (view === "比率を計算する")
      await pane.getByRole("combobox", { name: "財政指標" }).selectOption("実質公債費比率");
    await book.page.waitForTimeout(300);
    await look(`${screen}-${view}`);
  }
}

test.each([
  ["明るい", { colorScheme: "light", forcedColors: "none" }],
  ["暗い", { colorScheme: "dark", forcedColors: "none" }],
  ["ハイコントラスト", { colorScheme: "dark", forcedColors: "active" }],
] as const)("%s画面で、axe が見つけるものはない", async (name, media) => {
  await book.page.emulateMedia(media);
  const found: string[] = [];
  for (const screen of screens)
    await eachView(screen, async (view) => {
      found.push(...(await accessibilityFindings(book.pane())).map((each) => `${view}：${each}`));
      await book.page.screenshot({ path: path.join(pictures, `screen-${name}-${view}.png`) });
    });
  await book.page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
  expect(found).toEqual([]);
});

// A pane of 320 px at 200 % is 160 px to the page.
test.each([320, 160])("%ipx で横にはみ出すものも、切れるものもない", async (width) => {
  await book.page.evaluate((wanted) => {
    const frame = document.querySelector<HTMLElement>("#pane");
    if (frame) frame.style.width = `${wanted}px`;
  }, width);
  const found: string[] = [];
  for (const screen of screens)
    await eachView(screen, async (view) => {
      const wide = await book.pane().evaluate(() => {
        const screenArea = document.querySelector("#screen");
        const scrolls = screenArea !== null && screenArea.scrollWidth > screenArea.clientWidth;
        const beyond = [...document.querySelectorAll("#screen *, header *")].filter((element) => {
          const { right, width, height } = element.getBoundingClientRect();
          // What Fluent keeps ready but unseen, such as the cross of an empty search box, cuts nothing off.
          const folded = element.parentElement?.getBoundingClientRect().width === 0;
          const seen = !folded && element.closest(".fui-SearchBox__dismiss") === null;
          return seen && width > 1 && height > 1 && right > window.innerWidth + 1;
        });
        const cut = [...document.querySelectorAll<HTMLElement>("button, label, th, td, h2, h3")].filter(
          ({ scrollWidth, clientWidth }) => clientWidth > 1 && scrollWidth > clientWidth + 1,
        );
        return [
          ...(scrolls ? ["横に動く"] : []),
          ...beyond.slice(0, 3).map((element) => `はみ出す ${element.outerHTML.slice(0, 120)}`),
          ...cut.slice(0, 3).map((element) => `切れる ${element.textContent}`),
        ];
      });
      found.push(...wide.map((each) => `${view}：${each}`));
      await book.page.screenshot({ path: path.join(pictures, `narrow-${width}-${view}.png`) });
    });
  await book.page.evaluate(() => document.querySelector<HTMLElement>("#pane")?.style.removeProperty("width"));
  expect(found).toEqual([]);
});

test("キーボードだけで、どの画面のどの操作にも届く", async () => {
  const missed: string[] = [];
  for (const screen of screens)
    await eachView(screen, async (view) => {
      // Twice: what the first walk opened, such as the card of a chosen row, belongs to the screen as well.
      for (let round = 0; round < 2; round += 1) {
        const tab = pane.getByRole("tab", { name: new RegExp(`^${screen}`) });
        await tab.focus();
        await tab.evaluate((element) => element.setAttribute("data-walked", ""));
        for (let presses = 0; presses < 400; presses += 1) {
          await book.page.keyboard.press("Tab");
          const inside = await book.pane().evaluate(() => {
            const at = document.activeElement;
            if (!document.hasFocus() || at === null || at === document.body) return false;
            at.setAttribute("data-walked", "");
            return true;
          });
          if (!inside) break;
        }
      }
      const left = await book.pane().evaluate(() =>
        [
          ...document.querySelectorAll<HTMLElement>(
            "button, a[href], input, select, textarea, [tabindex='0']",
          ),
        ]
          .filter(
            (element) =>
              element.checkVisibility() && !element.matches(":disabled, [tabindex='-1'], [type=file]"),
          )
          // One stop for a group of radio buttons; the arrow keys do the rest.
          .filter(
            (element) =>
              !(element instanceof HTMLInputElement && element.type === "radio" && !element.checked),
          )
          .filter(
            (element) => !element.hasAttribute("data-walked") && !element.hasAttribute("data-tabster-dummy"),
          )
          .map((element) => element.outerHTML.slice(0, 160)),
      );
      missed.push(...left.map((each) => `${view}：${each}`));
    });
  expect(missed).toEqual([]);
});
