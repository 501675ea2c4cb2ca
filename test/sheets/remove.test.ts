/** 取り除き: 人の書いたものがあれば残してどこかを言い、見たあとにほかの人が書いても消さず、付き物が欠けていても取り除ける. */

import type { Answer } from "../../src/sheets";
import { previewRemove, readPlans, removePlan } from "../../src/sheets";
import type { Failure } from "../../src/workbench/host/faults";
import type { OpenWorkbook } from "../helpers/workbook";
import { must, onlyPlan } from "./asked";
import { deleteSheets, openLoaded } from "./loaded-workbook";
import { foreignEdit, type ForeignEdit, meanwhile, typed } from "./meanwhile";
import { stateOf } from "./workbook-state";

const sheetsOf = ({ host }: OpenWorkbook): string[] => host.book().sheets.map(({ name }) => name);

describe("人の書いたものがあれば残す", () => {
  test("自分の列、表の外のメモ、消した行を、それぞれ言う", async () => {
    const book = await openLoaded();
    await book.run(async (context) => {
      const table = context.workbook.tables.getItem("表_見本市");
      table.columns.add(2, [["担当者"], ["加藤"], [""], [""], [""], [""], [""], [""]]);
      table.rows.getItemAt(6).delete();
      const sheet = context.workbook.worksheets.getItem("見本市");
      sheet.getRange("D1").values = [["回覧済み"]];
      await context.sync();
    });
    const { preview } = await must(previewRemove("small"));
    expect(preview.touched).toEqual([
      "見本市!D1",
      "見本市!C4",
      "見本市!C5",
      "見本市（5 の行が削除されています）",
    ]);
    await must(removePlan("small"));
    expect(await book.values("C4:D5", "見本市")).toEqual([
      ["担当者", "階層2 施策"],
      ["加藤", "(1) 情報の公開"],
    ]);
    expect((await onlyPlan()).sheet).toBe("見本市");
  });

  test("自分で付けた ID の行は、人の書いたもの", async () => {
    const book = await openLoaded();
    await book.write("A11", [["わたしの 5"]], "見本市");
    const { preview } = await must(previewRemove("small"));
    expect(preview.touched).toEqual(expect.arrayContaining(["見本市!A11", "見本市!F11"]));
  });

  test("題名を書き換えた、空いたセルに式を入れた、達成率を手で入れたのも、人の書いたもの", async () => {
    const book = await openLoaded();
    await book.write("A1", [["わたしの計画"]], "見本市");
    await book.write("S6", [["=1+1"]], "見本市");
    await book.write("T5", [[0.5]], "見本市");
    const { preview } = await must(previewRemove("small"));
    expect(preview.touched).toEqual(["見本市!A1", "見本市!T5", "見本市!S6"]);
  });

  test.each([true, false])("集計に書いたものがあれば、集計は残る（関数があるか: %s）", async (functions) => {
    const book = await openLoaded({ functions });
    await book.write("L2", [["所見"]], "集計");
    await must(removePlan("small"));
    expect(sheetsOf(book)).toContain("集計");
    expect(sheetsOf(book)).not.toContain("見本市");
  });

  test("すっかり空けた集計は、だれのものでもない", async () => {
    const book = await openLoaded();
    await book.run((context) => {
      context.workbook.worksheets.getItem("集計").getRange().clear();
      return Promise.resolve();
    });
    await must(removePlan("small"));
    expect(sheetsOf(book)).not.toContain("集計");
  });
});

test.each(["設定", "改定履歴", "点検", "集計", "設定、改定履歴、点検、集計"])(
  "%s を消したブックからも、取り除ける",
  async (names) => {
    const book = await openLoaded();
    const gone = names.split("、");
    await deleteSheets(book, ...gone);
    const kept = ["設定", "点検", "改定履歴"].filter((name) => !gone.includes(name));
    const { preview } = await must(removePlan("small"));
    const staying = preview.sheets.filter(({ action }) => action === "残す").map(({ name }) => name);
    expect(new Set(staying)).toEqual(new Set(kept));
    expect(sheetsOf(book)).toEqual(["Sheet1", ...kept]);
  },
);

test("計画一覧の行を人が消してあっても、ほかの行に触れずに取り除く", async () => {
  const book = await openLoaded();
  await book.run((context) => {
    const list = context.workbook.tables.getItem("計画一覧");
    list.getDataBodyRange().getCell(0, 0).values = [["わたしのメモ"]];
    return Promise.resolve();
  });
  await must(removePlan("small"));
  const cells = await book.run(async (context) => {
    const range = context.workbook.tables.getItem("計画一覧").getDataBodyRange().load("values");
    await context.sync();
    return range.values.flat() as unknown[];
  });
  expect(cells.slice(0, 2)).toEqual(["わたしのメモ", "見本市"]);
});

test("進み具合を知らせる", async () => {
  await openLoaded();
  const steps: string[] = [];
  await must(removePlan("small", { onStep: ({ name, done, of }) => steps.push(`${done}/${of} ${name}`) }));
  expect(steps).toEqual(["1/2 取り除いています", "2/2 終わりました"]);
});

/** The last request that has something to do deletes; between the last look and it nobody can look. */
async function requestsBeforeDeleting({ host }: OpenWorkbook): Promise<number> {
  host.record.clear();
  await must(removePlan("small"));
  return host.record.requests.findIndex(({ actions }) => actions.includes("method Delete"));
}

describe("取り除いている間に、ほかの人が実績を打ち込んだ", () => {
  const typeActual = (book: OpenWorkbook): Promise<unknown> =>
    foreignEdit(book, typed("見本市", 4, 18, "11"));

  test("消すのと同じ要求の前でなければ、いつでも残り、そう言うか、人の書いたものとして残す", async () => {
    const rehearsal = await openLoaded();
    const deleting = await requestsBeforeDeleting(rehearsal);
    expect(deleting).toBeGreaterThan(0);
    const answers: string[] = [];
    for (let request = 1; request <= deleting; request++) {
      const book = await openLoaded();
      meanwhile(book, request, () => typeActual(book));
      const answer: Answer = await removePlan("small");
      answers.push(answer.ok ? "残す" : answer.reason);
      const { reading } = await must(readPlans());
      expect(reading.plans[0]?.plan.indicators[0]?.actuals).toEqual({ "2021": "11" });
      book.host.dispose();
    }
    expect(new Set(answers)).toEqual(new Set(["残す", "changedMeanwhile"]));
  }, 240_000);

  test("断ったときは、何も変わっていない", async () => {
    const rehearsal = await openLoaded();
    const deleting = await requestsBeforeDeleting(rehearsal);
    const book = await openLoaded();
    meanwhile(book, deleting, () => typeActual(book));
    expect(await removePlan("small")).toMatchObject({ ok: false, reason: "changedMeanwhile" });
    const after = await stateOf(book);
    const fresh = await openLoaded();
    await typeActual(fresh);
    expect(after).toEqual(await stateOf(fresh));
  });

  describe("取り除きが一度失敗し、やり直す間に", () => {
    const failing = async (
      when: Failure["when"],
      later: number,
      edit: ForeignEdit,
    ): Promise<{ book: OpenWorkbook; answer: Answer }> => {
      const rehearsal = await openLoaded();
      const deleting = await requestsBeforeDeleting(rehearsal);
      const book = await openLoaded();
      book.host.faults.fail({ request: deleting + 1, when });
      meanwhile(book, deleting + 1 + later, () => foreignEdit(book, edit));
      return { book, answer: await removePlan("small") };
    };

    test("打ち込まれた実績は残り、何が残っているかを言う", async () => {
      const { answer } = await failing({ kind: "before" }, 1, typed("見本市", 4, 18, "11"));
      expect(answer).toMatchObject({ ok: false, reason: "unfinished" });
      const { reading } = await must(readPlans());
      expect(reading.plans[0]?.plan.indicators[0]?.actuals).toEqual({ "2021": "11" });
    });

    test("計画のシートがもうなくても、集計に打ち込まれた言葉は残る", async () => {
      const { book, answer } = await failing(
        { kind: "afterWrites", writes: 4 },
        1,
        typed("集計", 1, 11, "所見"),
      );
      expect(answer).toMatchObject({ ok: false, reason: "unfinished" });
      expect(sheetsOf(book)).not.toContain("見本市");
      expect(await book.values("L2", "集計")).toEqual([["所見"]]);
    });

    test("だれも打ち込まなければ、途中からでも最後まで取り除く", async () => {
      const { book, answer } = await failing(
        { kind: "afterWrites", writes: 4 },
        99,
        typed("集計", 1, 11, "所見"),
      );
      expect(answer).toMatchObject({ ok: true });
      expect(sheetsOf(book)).toEqual(["Sheet1", "設定", "点検", "改定履歴"]);
    });
  });

  test("評価の区切りが変わっていれば、いつでも残る", async () => {
    const rehearsal = await openLoaded();
    const scale = await rehearsal.run(async (context) => {
      const cell = context.workbook.tables.getItem("尺度_見本市").getDataBodyRange().getCell(0, 2);
      cell.load("rowIndex,columnIndex");
      await context.sync();
      return { row: cell.rowIndex, column: cell.columnIndex };
    });
    const deleting = await requestsBeforeDeleting(rehearsal);
    const answers: string[] = [];
    for (let request = 1; request <= deleting; request++) {
      const book = await openLoaded();
      meanwhile(book, request, () => foreignEdit(book, typed("設定", scale.row, scale.column, "97")));
      const answer: Answer = await removePlan("small");
      answers.push(answer.ok ? "残す" : answer.reason);
      const cells = (await stateOf(book)).sheets.設定?.cells ?? {};
      expect([request, cells[`${scale.row},${scale.column}`]]).toEqual([request, 97]);
      book.host.dispose();
    }
    expect(new Set(answers)).toEqual(new Set(["残す", "changedMeanwhile"]));
  }, 240_000);
});
