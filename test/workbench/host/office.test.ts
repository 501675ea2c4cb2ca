/** `Office` beside `Excel`: the same object in a page and in Node; only showing the pane is the page's own. */
import { type Command, createOffice, type OfficeSurroundings } from "../../../src/workbench/host/office";
import { createHost, type Host } from "../../../src/workbench/host/host";

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
