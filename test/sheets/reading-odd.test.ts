/** 読み戻し、めずらしい表: 列を抜いた表、短い行、見出しの付け替え、番号で分かれる取組、輪になった親. */

import type { Plan } from "../../src/plan/plan";
import type { CellValue } from "../../src/sheets/cell-values";
import { readPlanTable } from "../../src/sheets";
import { matrixOf } from "./matrix";
import { smallPlan } from "./small-plan";

const origin = { sheet: "見本市", row: 3, column: 0 };

const read = (matrix: CellValue[][], base: Plan | null = smallPlan) => {
  const reading = readPlanTable(matrix, { base, origin });
  if (reading === null) throw new Error("読めない");
  return reading;
};
const nodeOf = ({ plan }: ReturnType<typeof read>, id: string) => plan.nodes.find((each) => each.id === id);

/** The small plan's table after a person changed cells: [row id, header, value]. */
function typed(changes: readonly (readonly [string, string, CellValue])[], plan = smallPlan): CellValue[][] {
  const matrix = matrixOf(plan);
  const [header = []] = matrix;
  for (const [id, column, value] of changes) {
    const row = matrix.find((cells) => cells[0] === id);
    if (row === undefined || !header.includes(column)) throw new Error(`${id} ${column} がない`);
    row[header.indexOf(column)] = value;
  }
  return matrix;
}

function withoutColumn(matrix: CellValue[][], name: string): CellValue[][] {
  const at = (matrix[0] ?? []).indexOf(name);
  return matrix.map((row) => row.filter((_, position) => position !== at));
}

function withRow(row: Record<string, CellValue>, matrix = matrixOf(smallPlan)): CellValue[][] {
  const [header = []] = matrix;
  return [...matrix, header.map((name) => row[String(name)] ?? "")];
}

describe("値", () => {
  const withTargets = (targets: Record<string, string>): Plan => ({
    ...smallPlan,
    indicators: smallPlan.indicators.map((each) => (each.id === "1-1" ? { ...each, targets } : each)),
  });

  test("007 のような番号と、16桁の数は、数にせず文字のまま置く", () => {
    const plan = withTargets({ "2021": "007", "2022": "1234567890123456", "2023": "-5" });
    const [header = [], row = []] = matrixOf(plan);
    const cells = ["3", "4", "5"].map((year) => row[header.indexOf(`目標値 令和${year}年度`)]);
    expect(cells).toEqual(["007", "1234567890123456", -5]);
    expect(read(matrixOf(plan), plan).plan).toEqual(plan);
  });

  test("公表された実績は、読み戻しても同じ。直せば直したものになる", () => {
    const plan: Plan = {
      ...smallPlan,
      indicators: smallPlan.indicators.map((each) =>
        each.id === "1-1" ? { ...each, actuals: { "2021": "11.50" } } : each,
      ),
    };
    expect(read(matrixOf(plan), plan).plan).toEqual(plan);
    const changed = read(typed([["1-1", "実績値 令和4年度", 12]], plan), plan);
    expect(changed.plan.indicators[0]?.actuals).toEqual({ "2021": "11.50", "2022": "12" });
  });

  test("空と印字された基準値は、空のまま", () => {
    const plan: Plan = {
      ...smallPlan,
      indicators: smallPlan.indicators.map((each) => ({ ...each, baseline: { year: null, text: "" } })),
    };
    expect(read(matrixOf(plan), plan).plan).toEqual(plan);
  });

  test("短い行の、ない先は空白", () => {
    const [header = [], first = [], ...rest] = matrixOf(smallPlan);
    const reading = read([header, first.slice(0, header.indexOf("指標") + 1), ...rest]);
    expect(reading.plan.indicators[0]).toMatchObject({ name: "発行回数", unit: null, targets: {} });
  });

  test("エラーになったセルは、たまたま同じ文字の印字でも、書き換えられたもの", () => {
    const plan = withTargets({ "2021": "#N/A" });
    const reading = read(matrixOf(plan), plan);
    expect(reading.problems.map(({ address }) => address)).toEqual([]);
    expect(read(typed([["1-1", "単位", "#N/A"]])).problems.map(({ address }) => address)).toEqual([
      "見本市!J5",
    ]);
  });
});

describe("見出し", () => {
  test("いちばん上の見出しを、すべての行で別の見出しの言葉にすれば、そこへ移る", () => {
    const reading = read(typed(["1-1", "1-2", "2-1"].map((id) => [id, "階層1 目標", "2 財政"] as const)));
    expect(reading.plan.nodes.filter(({ level }) => level === "目標").map(({ name }) => name)).toEqual([
      "財政",
    ]);
    expect(nodeOf(reading, nodeOf(reading, "1")?.parent ?? "")).toMatchObject({
      parent: "目標2",
      number: "(1)",
      name: "情報の公開",
    });
  });

  test("下の段の見出しでも同じ。行ごとに違う言葉にすれば、分かれて移る", () => {
    const plan: Plan = {
      ...smallPlan,
      nodes: [
        ...smallPlan.nodes.slice(0, 4),
        { id: "施策9", parent: "目標1", level: "施策", number: "(9)", name: "広聴", departments: [] },
        { id: "9", parent: "施策9", level: "取組項目", number: "9", name: "懇談会", departments: [] },
        ...smallPlan.nodes.slice(4),
      ],
    };
    const all = ["1-1", "1-2", "2-1"];
    const moved = read(
      typed(
        all.map((id) => [id, "階層2 施策", "(9) 広聴"] as const),
        plan,
      ),
      plan,
    );
    expect([nodeOf(moved, "1")?.parent, nodeOf(moved, "2")?.parent, nodeOf(moved, "施策1")]).toEqual([
      "施策9",
      "施策9",
      undefined,
    ]);
    const parted = read(
      typed(
        [
          ["1-1", "階層2 施策", "(7) 甲"],
          ["1-2", "階層2 施策", "(7) 甲"],
          ["2-1", "階層2 施策", "(8) 乙"],
        ],
        plan,
      ),
      plan,
    );
    expect([nodeOf(parted, "1")?.parent, nodeOf(parted, "2")?.parent]).toEqual([
      "目標1／(7) 甲",
      "目標1／(8) 乙",
    ]);
  });

  test("上の段だけ空けて足した行は、書いた見出しの下に入る", () => {
    const reading = read(
      withRow({ "階層2 施策": "(5) 新", "階層3 取組項目": "新しい取組", 担当課: "総務課" }),
    );
    const item = reading.plan.nodes.find(({ name }) => name === "新しい取組");
    expect(reading.plan.nodes.find(({ id }) => id === item?.parent)).toMatchObject({
      number: "(5)",
      name: "新",
      parent: null,
    });
  });

  test("見出しだけの行に番号を書けば、見出しの言葉は番号ごと名前になる", () => {
    const reading = read(
      withRow({ "階層1 目標": "2 財政", "階層2 施策": "(3) 基金", 番号: "12", 担当課: "財政課" }),
    );
    expect(reading.plan.nodes.at(-1)).toMatchObject({ number: "12", name: "(3) 基金", level: "施策" });
  });

  test("取組の番号は消せる", () => {
    expect(nodeOf(read(typed([["2-1", "番号", ""]])), "2")?.number).toBeNull();
  });

  test("列のない階層は、控えの名か、階層何番かで呼ばれ、上の段は控えから補う", () => {
    const gone = withoutColumn(matrixOf(smallPlan), "階層1 目標");
    expect(read(gone).plan.levels).toEqual(smallPlan.levels);
    expect(read(gone, null).plan.levels).toEqual(["階層1", "施策", "取組項目"]);
    const [header = [], ...rows] = gone;
    const deeper = read([[...header, "階層4 細目"], ...rows.map((row) => [...row, ""])]);
    expect(deeper.plan.levels).toEqual(["目標", "施策", "取組項目", "細目"]);
  });

  test("見出し行だけの表は、何もない計画", () => {
    const { plan } = read(matrixOf(smallPlan).slice(0, 1), null);
    expect([plan.nodes, plan.indicators, plan.expects.targets]).toEqual([[], [], "none"]);
  });

  test("親が輪になった計画も、読み終わる", () => {
    const round: Plan = {
      ...smallPlan,
      nodes: smallPlan.nodes.map((node) => (node.id === "目標1" ? { ...node, parent: "施策1" } : node)),
    };
    const { plan } = read(matrixOf(round), round);
    expect(plan.indicators).toEqual(smallPlan.indicators);
    expect(plan.nodes.filter(({ level }) => level === "取組項目")).toHaveLength(5);
  });
});

describe("足した行", () => {
  const under = { "階層1 目標": "1 広報", "階層2 施策": "(1) 情報の公開", "階層3 取組項目": "広報紙の発行" };

  test("同じ名前でも番号が違えば、別の取組。番号のない取組には、番号を書いた行も入る", () => {
    const other = read(withRow({ ...under, 番号: "8", 指標: "部数", "目標値 令和3年度": 5 }));
    expect(other.plan.indicators.at(-1)?.node).toBe("8");
    const same = read(withRow({ ...under, 番号: "1", 指標: "部数", "目標値 令和3年度": 5 }));
    expect(same.plan.indicators.at(-1)?.node).toBe("1");
    const numberless: Plan = {
      ...smallPlan,
      nodes: smallPlan.nodes.map((node) => (node.id === "1" ? { ...node, number: null } : node)),
    };
    const joined = read(
      withRow({ ...under, 番号: "1", 指標: "部数", "目標値 令和3年度": 5 }, matrixOf(numberless)),
      numberless,
    );
    expect(joined.plan.indicators.at(-1)?.node).toBe("1");
  });

  test("控えのない表の、自分で付けた ID の指標の行は、番号の取組になる", () => {
    const reading = read(
      withRow({ ...under, ID: "追加", 番号: "8", 指標: "部数", "目標値 令和3年度": 5 }),
      null,
    );
    expect(reading.plan.indicators.at(-1)).toMatchObject({ id: "追加", node: "8" });
  });

  test("控えと違う ID の付いた同じ取組の行は、控えのない表では別の取組になる", () => {
    const reading = read(withRow({ ...under, ID: "7-1", 指標: "部数", "目標値 令和3年度": 5 }), null);
    expect(reading.plan.indicators.at(-1)?.node).toBe("7");
  });

  test("名も番号もない行の ID は、行とだけ呼ばれる", () => {
    const reading = read(withRow({ ...under, "実績値 令和3年度": 5 }));
    expect(reading.plan.indicators.at(-1)?.id).toBe("追加-行");
  });

  test("再掲元を消した再掲の行は、書かれた値があれば自分の指標の行になる", () => {
    const reading = read(
      typed([
        ["4→1-1", "再掲元", ""],
        ["4→1-1", "実績値 令和3年度", 9],
      ]),
    );
    expect(reading.plan.indicators.at(-1)).toMatchObject({ node: "4", actuals: { "2021": "9" } });
  });

  test("再掲元の列ごと消した再掲の行は、再掲のまま", () => {
    expect(read(withoutColumn(matrixOf(smallPlan), "再掲元")).plan).toEqual(smallPlan);
  });

  test("元の見出しも自分の行も消された見出しの再掲は、見出し行の場所で知らされる", () => {
    const plan: Plan = {
      ...smallPlan,
      nodes: smallPlan.nodes
        .filter(({ id }) => id !== "4")
        .map((node) => (node.id === "施策2" ? { ...node, sameAs: "施策1" } : node)),
    };
    const gone = ["1-1", "1-2", "2-1", "施策2"];
    const reading = read(
      matrixOf(plan).filter(([id]) => !gone.includes(String(id))),
      plan,
    );
    expect(reading.problems).toMatchObject([
      { address: "見本市!G4", message: expect.stringContaining("再掲「健全な財政」の元の行がありません") },
    ]);
  });

  test("再掲元に取組の ID を書いてもよい", () => {
    const place = { "階層1 目標": "2 財政", "階層2 施策": "(1) 健全な財政", "階層3 取組項目": "再び" };
    const reading = read(withRow({ ...place, ID: "8", 再掲元: "1" }));
    expect(nodeOf(reading, "8") ?? reading.plan.nodes.at(-1)).toMatchObject({ sameAs: "1" });
  });
});
