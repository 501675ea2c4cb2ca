/** `Office` beside `Excel`: the same object in a page and in Node; only showing the pane is the page's own. */
import { type Command, createOffice, type OfficeSurroundings } from "../../../src/workbench/host/office";
import { createHost } from "../../../src/workbench/host/create-host";
import type { Host } from "../../../src/workbench/host/host";

let host: Host;
beforeEach(() => {
  host = createHost();
});
afterEach(() => host.dispose());

const office = (around: OfficeSurroundings = {}) => createOffice(host, around) as typeof Office;

test("作業ウィンドウを見せる・しまう、その知らせを聞く・聞くのをやめる", async () => {
  const shown: boolean[] = [];
  const heard: string[] = [];
  const { addin } = office({ showPane: (now) => void shown.push(now) });
  const deaf = await addin.onVisibilityModeChanged(({ visibilityMode }) => void heard.push(visibilityMode));
  await addin.showAsTaskpane();
  await addin.hide();
  await deaf();
  await addin.showAsTaskpane();
  expect(shown).toEqual([true, false, true]);
  expect(heard).toEqual(["Taskpane", "Hidden"]);
});

test("選択が動くと DocumentSelectionChanged が届き、外すと届かない", async () => {
  const given = office();
  const { document } = given.context;
  const event = given.EventType.DocumentSelectionChanged;
  let count = 0;
  const handler = () => void (count += 1);
  const status = await new Promise((resolve) => {
    document.addHandlerAsync(event, handler, (result) => resolve(result.status));
  });
  expect(status).toBe("succeeded");
  const select = async (row: number) => {
    const area = { top: row, left: 0, bottom: row, right: 0 };
    await host.applyUserEdit({ kind: "select", sheet: host.book().activeSheet, area });
    await host.settled();
  };
  await select(4);
  expect(count).toBe(1);
  document.removeHandlerAsync(event, { handler });
  await select(5);
  expect(count).toBe(1);
});

test("文書の設定は書いたものが読め、保存の返事はあとから来る", async () => {
  const { settings } = office().context.document;
  settings.set("版", 2);
  expect(settings.get("版")).toBe(2);
  expect(settings.get("ない")).toBeNull();
  let answered = false;
  const answer = new Promise<void>((resolve) => {
    settings.saveAsync(() => {
      answered = true;
      resolve();
    });
  });
  expect(answered).toBe(false);
  await answer;
});

test("リボンの関数は、渡された置き場に名前で入る", () => {
  const commands = new Map<string, Command>();
  office({ commands }).actions.associate("openPane", () => undefined);
  expect([...commands.keys()]).toEqual(["openPane"]);
});

test.each([
  [true, true],
  [false, false],
])("画面が暗い（%s）ときは暗い配色を答える", (isDark, expected) => {
  const { officeTheme } = office({ isDark: () => isDark }).context;
  expect(officeTheme?.isDarkTheme).toBe(expected);
});

describe("ダイアログ", () => {
  const shown = () => {
    const said: string[] = [];
    let news: Parameters<NonNullable<OfficeSurroundings["openDialog"]>>[2] | undefined;
    const given = office({
      origin: "https://keikaku.example.lg.jp",
      openDialog: (address, { width, height }, told) => {
        said.push(`開く ${address} ${width}×${height}`);
        news = told;
        return { close: () => void said.push("閉じる"), message: (text) => void said.push(`子へ ${text}`) };
      },
    });
    const open = (address: string) =>
      new Promise<Office.AsyncResult<Office.Dialog>>((done) => {
        given.context.ui.displayDialogAsync(address, { width: 30, height: 40 }, done);
      });
    return { said, open, given, news: () => news };
  };
  const page = "https://keikaku.example.lg.jp/dialog.html";

  test("言葉をやりとりし、人が閉じれば 12006、二つ目は 12007", async () => {
    const { said, open, given, news } = shown();
    const { value: dialog } = await open(page);
    const heard: unknown[] = [];
    const { DialogMessageReceived, DialogEventReceived } = given.EventType;
    dialog.addEventHandler(DialogMessageReceived, (event) => void heard.push(event));
    dialog.addEventHandler(DialogEventReceived, (event) => void heard.push(event));
    dialog.messageChild("こんにちは");
    news()?.message("はい", "https://keikaku.example.lg.jp");
    expect((await open(page)).error.code).toBe(12007);
    news()?.closed();
    expect((await open(page)).status).toBe("succeeded");
    expect(said).toEqual([`開く ${page} 30×40`, "子へ こんにちは", `開く ${page} 30×40`]);
    expect(heard).toMatchObject([
      { message: "はい", origin: "https://keikaku.example.lg.jp" },
      { error: 12006 },
    ]);
  });

  test("よそのサーバーは 12004、https でなければ 12003、開く所がなければ 5000", async () => {
    const { open } = shown();
    expect((await open("https://elsewhere.example/")).error.code).toBe(12004);
    expect((await open("http://keikaku.example.lg.jp/")).error.code).toBe(12003);
    const nowhere = await new Promise<Office.AsyncResult<Office.Dialog>>((done) => {
      office().context.ui.displayDialogAsync(page, done);
    });
    expect(nowhere.error.code).toBe(5000);
  });
});

test("リボンの部品の入り切りは、一つずつ伝わる。形が違えば断る", async () => {
  const heard: unknown[] = [];
  const { ribbon } = office({ updateControls: (controls) => void heard.push(...controls) });
  await ribbon.requestUpdate({
    tabs: [
      { id: "Tab", visible: true, groups: [{ id: "Group", controls: [{ id: "Check", enabled: false }] }] },
    ],
  });
  expect(heard).toEqual([{ id: "Tab", visible: true }, { id: "Group" }, { id: "Check", enabled: false }]);
  await expect(ribbon.requestUpdate({} as never)).rejects.toThrow("tabs");
});

test("Office.initialize に入れた関数は呼ばれる。サインインはないと言う", async () => {
  const given = office();
  const reason = new Promise((resolve) => {
    given.initialize = resolve;
  });
  expect(await reason).toBe(given.InitializationReason.DocumentOpened);
  await expect(given.auth.getAccessToken()).rejects.toMatchObject({ code: 13000 });
});

test("閉じる前に尋ねるのは、尋ねられる画面でだけ。とどまれば知らせる", async () => {
  const said: boolean[] = [];
  let stay: () => void = () => undefined;
  const { beforeDocumentCloseNotification: guard } = office({
    guardClosing: (on, stayed) => {
      said.push(on);
      stay = stayed;
    },
  }).addin;
  let stayed = 0;
  const deaf = await guard.onCloseActionCancelled(() => (stayed += 1));
  await guard.enable();
  stay();
  await deaf();
  stay();
  await guard.disable();
  expect([said, stayed]).toEqual([[true, false], 1]);
  await expect(office().addin.beforeDocumentCloseNotification.enable()).rejects.toMatchObject({ code: 5000 });
});

test.each([
  ["ExcelApi", "1.20", true],
  ["ImageCoercion", "1.2", true],
  ["MatrixBindings", "1.1", true],
  ["CompressedFile", "1.1", true],
  ["CustomXmlParts", "1.1", false],
  ["PdfFile", "1.1", false],
  ["KeyboardShortcuts", "1.1", false],
])("要件セット %s %s があるかは、できることのとおり %s", (set, version, expected) => {
  expect(office().context.requirements.isSetSupported(set, version)).toBe(expected);
});
