/** ふつうでないブック: 付き物のシートや名前が欠けた、計画のシートだけを消した、似た表がある、Excel の使えない名の計画. */

import type { Plan } from "../../src/plan/plan";
import {
  loadPlan,
  mendCells,
  previewLoad,
  previewReload,
  readPlans,
  recordRevision,
  reloadPlan,
  removePlan,
  repairPlan,
  type TypedTarget,
  undoLast,
  watchPlans,
  writeScale,
} from "../../src/sheets";
import { formatYear } from "../../src/plan/year";
import { DEFAULT_SCALE } from "../../src/plan/scales/bundled";
import { gradeOf } from "../../src/plan/scales/grade";
import { columnOf, must, onlyPlan, typeInto } from "./asked";
import { deleteSheets, openLoaded } from "./loaded-workbook";
import { openPlannerWorkbook } from "./planner-workbook";
import { revisedPlan, smallPlan } from "./small-plan";
import { stateOf } from "./workbook-state";

const because = { reason: "見直し", date: "2022/4/1", who: "企画課" };

describe("計画のシートだけを消した", () => {
  test("計画はないものとして読まれ、もう一度読み込めば、その版のとおりになる", async () => {
    const book = await openLoaded({ functions: false });
    await deleteSheets(book, "見本市");
    expect((await must(readPlans())).reading.plans).toEqual([]);
    await must(loadPlan(revisedPlan));
    expect(await onlyPlan()).toMatchObject({ plan: revisedPlan, typedTargets: [], problems: [] });
    await must(removePlan("small"));
    expect((await must(readPlans())).reading.plans).toEqual([]);
    expect(book.host.book().tables.filter(({ name }) => name.startsWith("控え"))).toEqual([]);
  });
});

describe("尺度や設定の表を消した", () => {
  test("尺度の表がなくても読め、更新でき、そのことは尺度がないことで分かる", async () => {
    const book = await openLoaded({ functions: false });
    await book.run((context) => {
      context.workbook.tables.getItem("尺度_見本市").delete();
      return Promise.resolve();
    });
    expect(await onlyPlan()).toMatchObject({ scale: null, scaleTable: null, plan: smallPlan });
    await must(reloadPlan(revisedPlan, because));
    expect((await onlyPlan()).plan).toEqual(revisedPlan);
  });

  test.each([
    ["条件", "以うえ", "条件「以うえ」は使えません。以上・超・以下・未満・それ以外のどれかにしてください。"],
    ["条件", "", "条件が空です。以上・超・以下・未満・それ以外のどれかにしてください。"],
    ["達成率（％）", "八十", "達成率「八十」を数として読めません。80 のような数にしてください。"],
    ["達成率（％）", "", "達成率が空です。80 のような数にしてください。"],
  ])(
    "尺度の表の%sが「%s」なら、ほかの尺度では評価せず、どの行をどう直すかを言う",
    async (column, typed, reason) => {
      const book = await openLoaded({ functions: false });
      await book.run(async (context) => {
        const rules = context.workbook.tables.getItem("尺度_見本市");
        const cell = rules.columns.getItem(column).getDataBodyRange().getCell(1, 0);
        cell.values = [[typed]];
        await context.sync();
      });
      const { scale, problems } = await onlyPlan();
      expect(problems.map(({ message, address }) => [message, address])).toEqual([
        [
          `尺度の表「尺度_見本市」を読めません。「概ね達成」の${reason}直すまで、この計画の評価は「判定不能」です。`,
          expect.stringMatching(/^設定!/),
        ],
      ]);
      expect(gradeOf(1, scale)).toBe("判定不能");
    },
  );

  test("設定と控えを消しても、表から読め、範囲に変えられていれば表に戻せ、更新もできる", async () => {
    const book = await openLoaded({ functions: false });
    await deleteSheets(book, "設定", "控え（見本市）");
    await book.run((context) => {
      context.workbook.tables.getItem("表_見本市").convertToRange();
      context.workbook.names.getItem("見本市").delete();
      return Promise.resolve();
    });
    const { plan } = await onlyPlan();
    expect([plan.id, plan.municipality, plan.period]).toEqual(["見本市", "見本市", [2021, 2023]]);
    expect(await reloadPlan({ ...revisedPlan, id: plan.id }, because)).toMatchObject({
      ok: false,
      reason: "notLoaded",
    });
    const { table } = await must(repairPlan(plan.id));
    const repaired = await onlyPlan();
    await must(reloadPlan({ ...revisedPlan, id: repaired.plan.id }, because));
    expect(await onlyPlan()).toMatchObject({ table, plan: { title: revisedPlan.title } });
  });

  test("改定履歴がなければ、更新はできて、履歴だけが残らない", async () => {
    const book = await openLoaded({ functions: false });
    await deleteSheets(book, "改定履歴");
    await must(reloadPlan(revisedPlan, because));
    expect((await onlyPlan()).plan).toEqual(revisedPlan);
  });

  test("計画一覧の行を消した計画も更新でき、一覧に戻しはしない", async () => {
    const book = await openLoaded({ functions: false });
    await book.run((context) => {
      context.workbook.tables.getItem("計画一覧").getDataBodyRange().clear();
      return Promise.resolve();
    });
    await must(reloadPlan(revisedPlan, because));
    const line = await book.run(async (context) => {
      const range = context.workbook.tables.getItem("計画一覧").getDataBodyRange().load("values");
      await context.sync();
      return range.values.flat() as unknown[];
    });
    expect(line.every((cell) => cell === "")).toBe(true);
  });

  test("一覧で直した題名と期間は、計画の題名と期間になる。読めない年度は控えのまま", async () => {
    const book = await openLoaded({ functions: false });
    const change = async (header: string, words: string): Promise<void> =>
      book.run((context) => {
        const list = context.workbook.tables.getItem("計画一覧");
        list.columns.getItem(header).getDataBodyRange().values = [[words]];
        return Promise.resolve();
      });
    await change("計画名", "わたしたちの計画");
    await change("終了年度", "令和7年度");
    await change("開始年度", "いつか");
    await change("計画ID", "書き換えた");
    expect((await onlyPlan()).plan).toMatchObject({
      id: "small",
      title: "わたしたちの計画",
      period: [2021, 2025],
    });
  });

  test("一覧のすぐ下に人のメモがあれば、二つ目の計画は一覧に足さずに読み込む", async () => {
    const book = await openLoaded({ functions: false });
    await book.run((context) => {
      const table = context.workbook.tables.getItem("計画一覧");
      const list = table.getRange();
      list.getRowsBelow(1).getCell(0, 1).values = [["人のメモ"]];
      // Excel takes what is typed below a table into it: this person took it out again.
      table.resize(list);
      return Promise.resolve();
    });
    const other = { ...smallPlan, id: "other", municipality: "隣市", title: "隣市の計画" };
    const { preview } = await must(previewLoad(other));
    expect(preview.sheets.some(({ action }) => action === "追記")).toBe(false);
    await must(loadPlan(other));
    expect(Object.values((await stateOf(book)).sheets["設定"]?.cells ?? {})).toContain("人のメモ");
    expect((await must(readPlans())).reading.plans.map(({ plan }) => plan.title)).toEqual([
      smallPlan.title,
      other.title,
    ]);
  });
});

describe("範囲に変えられた表", () => {
  test("間の人の列も、下のメモも、計画ではない", async () => {
    const book = await openLoaded({ functions: false });
    await book.run(async (context) => {
      const table = context.workbook.tables.getItem("表_見本市");
      table.columns.add(1, [["担当者"], ["加藤"], [""], [""], [""], [""], [""], [""]]);
      await context.sync();
      table.convertToRange();
      context.workbook.worksheets.getItem("見本市").getRange("A14").values = [["下のメモ"]];
    });
    const { plan, address } = await onlyPlan();
    expect([plan, address]).toEqual([smallPlan, "見本市!A4:AF11"]);
    await must(repairPlan("small"));
    expect(await book.values("A14", "見本市")).toEqual([["下のメモ"]]);
    expect((await onlyPlan()).plan).toEqual(smallPlan);
  });

  test("見出し行だけの一覧は、計画ではない", async () => {
    const book = await openPlannerWorkbook({ functions: false });
    await book.write("A1:D2", [
      ["ID", "階層1 目標", "指標", "担当課"],
      ["", "", "", ""],
    ]);
    await book.write("A3", [["（これから）"]], "Sheet1");
    expect((await must(readPlans())).reading.plans).toEqual([]);
  });

  test("再掲の行に人が打った式は、表に戻しても式のまま残る", async () => {
    const book = await openLoaded({ functions: false });
    const ids = await columnOf(book, "ID");
    await book.run((context) => {
      const unit = context.workbook.tables.getItem("表_見本市").columns.getItem("単位").getDataBodyRange();
      unit.getCell(ids.indexOf("4→1-1"), 0).set({ numberFormat: [["General"]] });
      unit.getCell(ids.indexOf("4→1-1"), 0).formulas = [["=1+1"]];
      return Promise.resolve();
    });
    await book.run((context) => {
      context.workbook.tables.getItem("表_見本市").convertToRange();
      return Promise.resolve();
    });
    await must(repairPlan("small"));
    expect((await columnOf(book, "単位", "formulas"))[ids.indexOf("4→1-1")]).toBe("=1+1");
  });
});

describe("場所", () => {
  test("行・名前・見出し・計算の列の場所を答え、ないものにはないと答える", async () => {
    await openLoaded({ functions: false });
    const { addressOf } = await onlyPlan();
    expect([
      addressOf({ indicator: "1-1" }),
      addressOf({ indicator: "1-1", column: "name" }),
      addressOf({ node: "2", column: "name" }),
      addressOf({ node: "目標2", column: "name" }),
      addressOf({ node: "2", column: "departments" }),
      addressOf({ indicator: "1-1", column: "grade", year: 2021 }),
      addressOf({ indicator: "1-1", column: "grade" }),
      addressOf({ indicator: "1-1", column: "actual", year: 1999 }),
      addressOf({ node: "ない項目", column: "name" }),
      addressOf({ column: "actual", year: 2021 }),
      // The plan as a whole is where its first row is.
      addressOf({}),
    ]).toEqual([
      "見本市!A5",
      "見本市!H5",
      "見本市!D7",
      "見本市!B8",
      "見本市!F7",
      "見本市!U5",
      null,
      null,
      null,
      null,
      "見本市!A5",
    ]);
  });
});

describe("目標を消した、足した", () => {
  test("消した目標も足した目標も一覧に出て、記録すると計画のものになる", async () => {
    const book = await openLoaded({ functions: false });
    await typeInto(book, "目標値 令和3年度", 0, [""]);
    const { typedTargets } = await onlyPlan();
    expect(typedTargets).toMatchObject([{ indicator: "1-1", year: 2021, before: "12", after: "" }]);
    await must(recordRevision("small", typedTargets, because));
    expect((await onlyPlan()).plan.indicators[0]?.targets).toEqual({ "2022": "12.0", "2023": "1,200" });
    await typeInto(book, "目標値 令和3年度", 0, [7]);
    expect((await onlyPlan()).typedTargets).toMatchObject([{ year: 2021, before: "", after: "7" }]);
  });

  const typed: TypedTarget = {
    plan: "small",
    indicator: "1-1",
    name: "発行回数",
    year: 2022,
    before: "12.0",
    after: "15",
    address: null,
  };

  test("控えのない計画の記録は、先に更新するよう言って断る", async () => {
    const book = await openLoaded({ functions: false });
    await deleteSheets(book, "控え（見本市）");
    const before = await stateOf(book);
    const answer = await recordRevision("small", [typed], because);
    expect(answer).toMatchObject({ ok: false, reason: "notLoaded" });
    expect(answer.ok ? "" : answer.message).toContain("控え");
    expect(await stateOf(book)).toEqual(before);
  });
});

describe("名のない計画、ほかの名の計画", () => {
  const named = (more: Partial<Plan>): Plan => ({ ...smallPlan, ...more });
  test.each<[string, Plan, string, string]>([
    ["Excel の使う名", named({ municipality: "History" }), "計画 History", "History"],
    ["使える文字のない名", named({ municipality: "'''" }), "計画", "___"],
    ["数字で始まる名", named({ municipality: "3町" }), "3町", "_3町"],
    ["セルの番地のような名", named({ municipality: "R3" }), "R3", "_R3"],
  ])("%s でも読み込め、名前が付き、範囲に変えられても表に戻せる", async (_name, plan, sheet, name) => {
    const book = await openPlannerWorkbook({ functions: false });
    await must(loadPlan(plan));
    expect(await onlyPlan()).toMatchObject({ plan, sheet, name, problems: [] });
    await book.run((context) => {
      context.workbook.tables.getItem(`表_${name}`).convertToRange();
      return Promise.resolve();
    });
    await must(repairPlan("small"));
    expect(await onlyPlan()).toMatchObject({ plan, table: `表_${name}` });
  });

  test("項目のない計画も、表の形だけはできる", async () => {
    const empty = named({ nodes: [], indicators: [] });
    await openPlannerWorkbook({ functions: false });
    await must(loadPlan(empty));
    expect((await onlyPlan()).plan).toEqual(empty);
  });

  test("表では表せないところのある計画は、そう下見で言う", async () => {
    const odd = named({
      indicators: smallPlan.indicators.map((each) =>
        each.id === "1-1" ? { ...each, targets: { "2021": "" } } : each,
      ),
    });
    await openPlannerWorkbook({ functions: false });
    const { preview } = await must(previewLoad(odd));
    expect(preview.problems).toMatchObject([
      { severity: "warning", message: expect.stringContaining("表では表せない") },
    ]);
  });
});

test("引用符で始まる言葉を書式のないセルに打ってあっても、直したあと元に戻せば同じ", async () => {
  const book = await openLoaded({ functions: false });
  await book.run((context) => {
    const cells = context.workbook.tables.getItem("表_見本市").columns.getItem("担当課").getDataBodyRange();
    const cell = cells.getCell(5, 0);
    cell.set({ numberFormat: [["General"]] });
    cell.values = [["''課"]];
    return Promise.resolve();
  });
  const { plan } = await onlyPlan();
  const node = plan.nodes.find(({ departments }) => departments[0] === "'課");
  expect(node).toBeDefined();
  const before = await stateOf(book);
  const change = { kind: "department", node: node?.id ?? "", before: ["'課"], after: ["総務課"] } as const;
  await must(mendCells("small", [{ ...change, before: [...change.before], after: [...change.after] }]));
  await must(undoLast());
  expect(await stateOf(book)).toEqual(before);
});

test("書いている間にシートごと消されても、断って終わり、ほかは元のまま", async () => {
  const book = await openLoaded({ functions: false });
  const { host } = book;
  const { executeAsync } = host;
  Object.assign(host, {
    executeAsync: async (...given: Parameters<typeof executeAsync>) => {
      const [, , message] = given;
      if (JSON.stringify(message).includes('"Resize"')) {
        Object.assign(host, { executeAsync });
        await deleteSheets(book, "設定");
      }
      return executeAsync(...given);
    },
  });
  const scale = { ...DEFAULT_SCALE, rules: DEFAULT_SCALE.rules.slice(1) };
  expect(await writeScale("small", scale)).toMatchObject({ ok: false });
  expect((await onlyPlan()).plan).toEqual(smallPlan);
});

test("見張りは、ほかの人の編集をそれと言い、やめたあとは何も言わない", async () => {
  const book = await openLoaded({ functions: false });
  const told: string[] = [];
  const { dispose } = await must(watchPlans(({ source }) => told.push(source)));
  const sheet = book.host.book().sheets.find(({ name }) => name === "見本市");
  const edit = (text: string): Promise<unknown> =>
    book.host.applyCoauthorEdit({ kind: "type", sheet: sheet?.id ?? "", row: 4, column: 18, text });
  await edit("11");
  await new Promise((resolve) => setTimeout(resolve, 900));
  expect(told).toEqual(["remote"]);
  await edit("12");
  await dispose();
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(told).toEqual(["remote"]);
  expect((await must(previewReload(smallPlan))).preview.same).toBe(true);
});

test.each<[string, (context: Excel.RequestContext) => void]>([
  ["表", (context) => context.workbook.tables.getItem("表_見本市").delete()],
  ["シート", (context) => context.workbook.worksheets.getItem("見本市").delete()],
])("計画の%sを消したら、計画がないと言うだけでなく、消えたことと戻し方を言う", async (_what, remove) => {
  const book = await openLoaded();
  await book.run((context) => {
    remove(context);
    return Promise.resolve();
  });
  const { reading } = await must(readPlans());
  expect(reading.plans).toEqual([]);
  expect(reading.problems).toEqual([
    {
      severity: "error",
      message: expect.stringMatching(
        /^「見本市行政経営プラン」の表がこのブックに見つかりません。.*「元に戻す」/u,
      ) as string,
      address: null,
    },
  ]);
  // Loaded once more it is there, and nothing is missed any longer.
  await must(loadPlan(smallPlan));
  expect((await must(readPlans())).reading.problems).toEqual([]);
});

test("値だけで保存したブックを開いて続けると、達成率が変わらないことを言う。一つのセルに上書きしただけなら言わない", async () => {
  const book = await openLoaded();
  const overwrite = (rows: number) =>
    book.run(async (context) => {
      const { columns } = context.workbook.tables.getItem("表_見本市");
      const rates = [2021, 2022, 2023].map((year) =>
        columns
          .getItem(`達成率 ${formatYear(year)}`)
          .getDataBodyRange()
          .load("rowCount"),
      );
      await context.sync();
      for (const range of rates)
        range.getResizedRange(rows - range.rowCount, 0).values = Array.from({ length: rows }, () => [
          "未入力",
        ]);
    });
  const problems = async () => (await onlyPlan()).problems.map(({ message }) => message);
  await overwrite(1);
  expect(await problems()).toEqual([]);
  await overwrite(7);
  expect(await problems()).toEqual([
    expect.stringMatching(/^達成率の列に数式がありません。値だけで保存した/u),
  ]);
});
