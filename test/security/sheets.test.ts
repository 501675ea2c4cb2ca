/** シートに入るもの: whatever a plan file says stays text in cells, under names Excel allows; a workbook from elsewhere is read or told of, never obeyed. */
import { readPlan } from "../../src/plan/file/read";
import { loadPlan, readPlans, reloadPlan, removePlan } from "../../src/sheets";
import type { Plan } from "../../src/plan/plan";
import { freeName, freeSheetName } from "../../src/sheets/legal-names";
import { tsvOf } from "../../src/pane/parts/table-data";
import { openPlannerWorkbook } from "../sheets/planner-workbook";
import { revisedPlan, smallPlan } from "../sheets/small-plan";
import { stateOf } from "../sheets/workbook-state";
import { formulas, hostilePlan } from "./hostile-plan";

jest.setTimeout(120_000);

test("計画ファイルの = + - @ で始まる言葉は、どのシートのどのセルでも数式にならず、読み戻すと同じ", async () => {
  expect(readPlan(hostilePlan).problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const book = await openPlannerWorkbook();
  expect(await loadPlan(hostilePlan)).toMatchObject({ ok: true });
  const written = new Set<string>();
  const { sheets } = await stateOf(book);
  for (const { id, name } of book.host.book().sheets) {
    const cells = sheets[name]?.cells ?? {};
    const used = Object.keys(cells).map((key) => key.split(",").map(Number));
    const bottom = Math.max(0, ...used.map(([row]) => row ?? 0)) + 1;
    const right = Math.max(0, ...used.map(([, column]) => column ?? 0)) + 1;
    const [kept, values] = await book.run(async (context) => {
      const range = context.workbook.worksheets.getItem(id).getRangeByIndexes(0, 0, bottom, right);
      range.load("formulas,values");
      await context.sync();
      return [range.formulas, range.values] as [unknown[][], unknown[][]];
    });
    kept.forEach((row, y) =>
      row.forEach((formula, x) => {
        if (!formulas.includes(String(formula))) return;
        written.add(String(formula));
        // A formula would show its result.
        expect([name, y, x, values[y]?.[x]]).toEqual([name, y, x, formula]);
      }),
    );
  }
  expect([...written].sort()).toEqual([...formulas].sort());
  const read = await readPlans();
  if (!read.ok) throw new Error(read.message);
  expect(read.reading.plans[0]?.plan.nodes).toEqual(hostilePlan.nodes);
  expect(await removePlan("hostile")).toMatchObject({ ok: true });
});

test("作業ウィンドウから写す表でも、数式にならない", () => {
  const fields = tsvOf({ headers: ["名"], rows: formulas.map((each) => [each]) })
    .split("\r\n")
    .slice(1)
    .map((field) => field.replace(/^"(.*)"$/s, "$1"));
  expect(fields.map((field) => field.charAt(0))).toEqual(formulas.map(() => "'"));
});

test.each([
  ["一文字足りる長さ", 32_767, true],
  ["一文字余る長さ", 32_768, false],
])("セルに入る長さ：%s", async (_, length, fits) => {
  const book = await openPlannerWorkbook();
  const before = await stateOf(book);
  const [first, ...others] = smallPlan.indicators;
  if (first === undefined) throw new Error("指標がない");
  const answer = await loadPlan({
    ...smallPlan,
    indicators: [{ ...first, note: "あ".repeat(length) }, ...others],
  });
  expect(answer.ok).toBe(fits);
  if (answer.ok) return;
  expect(answer).toMatchObject({ reason: "badPlan" });
  expect(answer.detail?.join()).toMatch(/注記」が長すぎます（32767 文字まで）/);
  expect(await stateOf(book)).toEqual(before);
});

describe("シートと表の名前", () => {
  const hostileNames = [
    "'",
    "[]:*?/\\",
    "History",
    "A1",
    "R1C1",
    "=1",
    "\u0000",
    "😀".repeat(40),
    "長".repeat(300),
    "集計",
    "<b>",
    " ",
  ];

  test.each(hostileNames)("「%s」という市町村名でも、Excel が許す名前になる", async (municipality) => {
    await openPlannerWorkbook();
    const answer = await loadPlan({ ...smallPlan, municipality });
    expect(answer).toMatchObject({ ok: true });
    const read = await readPlans();
    expect(read).toMatchObject({ ok: true, reading: { plans: [{ plan: { id: "small", municipality } }] } });
  });

  test("名前は、長さ・文字・重なりのどれでも決まりを守る", () => {
    for (const wanted of hostileNames) {
      const sheet = freeSheetName(wanted, [wanted, "集計"]);
      expect(sheet.length).toBeGreaterThan(0);
      expect(sheet.length).toBeLessThanOrEqual(31);
      expect(sheet).not.toMatch(/[[\]:*?/\\]|^'|'$/);
      expect(freeName(wanted, [wanted])).toMatch(/^[\p{L}_][\p{L}\p{N}_.]*$/u);
    }
  });

  test("四つの字からなる絵文字の途中で切らない", () => {
    expect(freeSheetName(`${"あ".repeat(30)}😀`, [])).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });
});

describe("よそから来たブック、共同編集者", () => {
  const content: [string, (text: string) => string][] = [
    ["JSON でない", () => "{"],
    ["原型を書き換える", () => '{"__proto__":{"broken":true},"constructor":{"prototype":{"broken":true}}}'],
    ["別の型", () => '[1,null,"<b>"]'],
    ["null", () => "null"],
    ["親が輪になる", (text) => text.replace(/"parent":("[^"]*"|null)/, '"parent":"1"')],
    ["とても長い", () => JSON.stringify("あ".repeat(30_000))],
    ["深い入れ子", () => "[".repeat(5_000) + "]".repeat(5_000)],
  ];

  test.each(content)(
    "控えの中身が%sでも、読めるか、文で知らせ、ブックの入力は変わらない",
    async (_, spoil) => {
      const book = await openPlannerWorkbook();
      await loadPlan(smallPlan);
      const spoilt = await book.run(async (context) => {
        const table = context.workbook.tables.getItem("控え_見本市");
        const body = table.getDataBodyRange().load("values");
        await context.sync();
        const column = table.columns.getItem("内容").getDataBodyRange();
        body.values.forEach(([, kind, , text], row) => {
          if (kind === "項目" || kind === "計画") column.getCell(row, 0).values = [[spoil(String(text))]];
        });
        await context.sync();
        return body.values.length;
      });
      expect(spoilt).toBeGreaterThan(5);
      const before = (await stateOf(book)).sheets.見本市;
      const read = await readPlans();
      expect(read).toMatchObject({ ok: true });
      const update = await reloadPlan(revisedPlan, { reason: "見直し", date: "2022/4/1" });
      if (!update.ok) {
        expect(update.message).toMatch(/。/);
        expect((await stateOf(book)).sheets.見本市).toEqual(before);
      }
      expect(Reflect.get({}, "broken")).toBeUndefined();
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );

  test("__proto__ や constructor という名の項目・担当課・年度の見出しがあっても、ほかの計画に影響しない", async () => {
    const book = await openPlannerWorkbook();
    await loadPlan(smallPlan);
    await book.run(async (context) => {
      const table = context.workbook.tables.getItem("表_見本市");
      table.columns.getItem("担当課").getDataBodyRange().getCell(0, 0).values = [["__proto__"]];
      table.columns.getItem("備考").getHeaderRowRange().values = [["__proto__"]];
      table.columns.getItem("ID").getDataBodyRange().getCell(1, 0).values = [["constructor"]];
    });
    const read = await readPlans();
    if (!read.ok) throw new Error(read.message);
    const plan: Plan | undefined = read.reading.plans[0]?.plan;
    expect(plan?.nodes.some(({ departments }) => departments.includes("__proto__"))).toBe(true);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
