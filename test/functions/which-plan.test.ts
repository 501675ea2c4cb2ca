/** どの計画か: a range, a name, nothing; several plans; what is said when there is none. */
import { createServer, type Server } from "node:http";
import { type AddressInfo } from "node:net";
import { catalogue } from "../../src/functions/catalogue";
import { type Argument, type CellInput, type Definition, isRefusal } from "../../src/functions/definition";
import { forgetPublishedPlans, unreadPlanFiles } from "../../src/functions/plans/published-plans";
import { fileNames } from "../../src/functions/plans/server-plans";
import { forgetTables, planOfTable } from "../../src/functions/plans/table-plans";
import {
  expectWorkbookPlans,
  failWorkbookPlans,
  forgetWorkbookPlans,
  setWorkbookPlans,
} from "../../src/functions/plans/workbook-plans";
import type { Plan } from "../../src/plan/plan";
import { sampleRows } from "../../src/functions/help/sample-tables";
import { smallPlan } from "../plan/small-plan";

const functionNamed = (id: string): Definition => {
  const found = catalogue.find((each) => each.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

/** The first cell of an answer; a refusal as `#N/A sentence`. */
async function answer(id: string, ...given: Argument[]): Promise<unknown> {
  const result = await functionNamed(id).run(...given);
  const first = Array.isArray(result) ? result[0]?.[0] : result;
  return isRefusal(first) ? `${first.refused} ${first.message}` : first;
}

const small = smallPlan();
const sample = (): CellInput[][] => sampleRows.計画表.map((row) => [...row]);
const other: Plan = {
  ...small,
  id: "betsu",
  municipality: "別市",
  title: "別の計画",
  nodes: small.nodes.filter(({ id }) => id !== "83"),
  indicators: small.indicators
    .filter(({ node }) => node !== "83")
    .map((indicator) => (indicator.id === "3-1" ? { ...indicator, name: "別市だけの指標" } : indicator)),
};

beforeEach(() => {
  forgetWorkbookPlans();
  forgetPublishedPlans();
  forgetTables();
});

describe("計画の名前", () => {
  test.each([
    ["加須市", 91.6],
    ["加須市（公表時）", 91.6],
    ["加須市(公表時)", 91.6],
    [" 加 須 市 ", 91.6],
    ["第3次加須市行政経営プラン", 91.6],
    ["第３次加須市行政経営プラン", 91.6],
    ["kazo", 91.6],
    ["ＫＡＺＯ", 91.6],
  ])("「%s」", async (name, expected) => {
    expect(await answer("TARGET", [["経常収支比率"]], [["令和5"]], [[name]])).toBe(expected);
  });

  test("ない名には、ある名を挙げる", async () => {
    const said = await answer("TARGET", "83", "令和5", "架空市");
    expect(said).toMatch(/^#N\/A 「架空市」という計画はありません/);
    for (const name of ["加須市", "入間市", "伊奈町", "伊勢崎市", "大泉町"])
      expect(said).toContain(`「${name}」`);
  });

  test("このブックの計画が、公表時の計画より先。（公表時）ならいつも公表時", async () => {
    const edited = {
      ...small,
      indicators: small.indicators.map((each) => ({ ...each, targets: { ...each.targets, 2023: "77" } })),
    };
    setWorkbookPlans({ plans: [{ plan: edited, sheet: "加須市" }], evaluationYear: 2023 });
    expect(await answer("TARGET", "83", "令和5", "加須市")).toBe(77);
    expect(await answer("TARGET", "83", "令和5", "加須市（公表時）")).toBe(91.6);
  });

  test.each<[string, Argument, RegExp]>([
    ["空白のセル", [[""]], /^#VALUE! 計画のセルが空白です/],
    ["空白のセル（null）", [[null]], /^#VALUE! 計画のセルが空白です/],
    ["数", [[3]], /^#VALUE! 計画の引数「3」は計画の名前ではありません/],
    ["エラー値", [[{ type: "Error", basicValue: "#REF!" }]], /^#VALUE! 計画のセルが #REF! です/],
    [
      "見出しのない範囲",
      [
        ["a", 1],
        ["b", 2],
      ],
      /^#VALUE! 計画の範囲に見出し行が見つかりません/,
    ],
    ["見出しだけの範囲", sampleRows.計画表.slice(0, 1).map((row) => [...row]), /^#VALUE! 計画の範囲に/],
  ])("計画が%s", async (_name, plan, expected) => {
    expect(await answer("TARGET", "83", "令和5", plan)).toMatch(expected);
  });
});

describe("計画を言わないとき", () => {
  test("計画がなければ、そう知らせる", async () => {
    expect(await answer("PROGRESS")).toMatch(/^#N\/A このブックには計画が読み込まれていません/);
  });

  test("読まれるまで待つ", async () => {
    expectWorkbookPlans();
    let said: unknown = "待っている";
    const waiting = answer("TARGET", "83", "令和5").then((value) => (said = value));
    await Promise.resolve();
    expect(said).toBe("待っている");
    setWorkbookPlans({ plans: [{ plan: small, sheet: "加須市" }], evaluationYear: null });
    await waiting;
    expect(said).toBe(await answer("TARGET", "83", "令和5", "加須市"));
  });

  test("読めなかったら、その理由を知らせ、範囲の形は答える", async () => {
    expectWorkbookPlans();
    const waiting = answer("PROGRESS");
    failWorkbookPlans("通信が切れました");
    expect(await waiting).toMatch(/^#N\/A このブックの計画を読み取れませんでした（通信が切れました）/);
    expect(await answer("TARGET", "83", "令和3", sample())).toBe(91.8);
  });

  test("計画が複数でも、一つにしかない語なら答え、どちらにもあれば計画を挙げる", async () => {
    setWorkbookPlans({
      plans: [
        { plan: small, sheet: "加須市" },
        { plan: other, sheet: "別市" },
      ],
      evaluationYear: 2023,
    });
    expect(await answer("DEPT", "83")).toBe("財政課");
    expect(await answer("DEPT", "別市だけの指標")).toBe("シティプロモーション課");
    expect(await answer("DEPT", "125")).toMatch(
      /^#VALUE! 「125」は2つの計画にあります（.*小さな計画.*別の計画/,
    );
    expect(await answer("DEPT", "125", "別市")).toBe("職員課、財政課");
    expect(await answer("PROGRESS")).toMatch(/^#VALUE! このブックには計画が2つあります/);
    expect(await answer("DEPT", "ない語")).toMatch(/^#N\/A 「ない語」は.*にありません。近いもの：/);
  });
});

describe("範囲の計画", () => {
  test("同じ中身なら読み直さず、一つのセルが変われば読み直す", () => {
    const first = planOfTable(sample());
    expect(planOfTable(sample())).toBe(first);
    const edited = sample();
    (edited[4] ?? [])[9] = 90;
    expect(planOfTable(edited)).not.toBe(first);
    expect(planOfTable(sample())).toBe(first);
  });

  test("列の並びが違っても、自分の列がはさまっても、同じ答え", async () => {
    const order = [12, 11, 5, 9, 10, 0, 3, 2, 1, 4, 6, 7, 8];
    const shuffled = sample().map((row, at) => {
      const cells = order.map((column) => row[column] ?? "");
      return [...cells.slice(0, 4), at === 0 ? "うちの課のメモ" : `メモ${at}`, ...cells.slice(4)];
    });
    expect(await answer("TARGET", "83", "令和3", shuffled)).toBe(91.8);
    expect(await answer("PROGRESS", "83", "令和3", shuffled)).toBe(
      await answer("PROGRESS", "83", "令和3", sample()),
    );
  });

  test("空白は null でも空の文字でも同じ", async () => {
    const nulls = sample().map((row) => row.map((cell) => (cell === "" ? null : cell)));
    for (const table of [nulls, sample()]) {
      expect(await answer("ACTUAL", "83", "令和4", table)).toBe("未入力");
      expect(await answer("ACTUAL", "3", "令和3", table)).toBe(0);
    }
  });

  test("空白が 0 で届いた範囲は、数でない列の 0 で分かり、そう知らせる", async () => {
    const zeros = sample().map((row) => row.map((cell) => (cell === "" ? 0 : cell)));
    (zeros[1] ?? [])[6] = 0;
    expect(await answer("ACTUAL", "83", "令和4", zeros)).toMatch(
      /^#VALUE! 計画の範囲の2行目の「単位」が 0 です/,
    );
  });

  test("エラー値のあるセルがあっても、ほかのセルは答える", async () => {
    const broken = sample();
    (broken[1] ?? [])[10] = { type: "Error", basicValue: "#DIV/0!" };
    expect(await answer("TARGET", "83", "令和3", broken)).toBe(91.8);
    expect(await answer("PROGRESS", "1", "令和3", broken)).toBe("判定不能");
  });
});

describe("サーバーの plans/index.json", () => {
  test.each<[unknown, string[]]>([
    [
      ["a.json", "久喜市.json"],
      ["a.json", "久喜市.json"],
    ],
    [{ plans: ["a.json", "a.json"] }, ["a.json"]],
    [
      [
        "../secret.json",
        "https://example.com/a.json",
        "//host/a.json",
        "a/b.json",
        "a.txt",
        ".json",
        "index.json",
      ],
      [],
    ],
    [["%2e%2e.json", "a\\b.json", "a.json?x", 3, null], []],
    ["a.json", []],
    [null, []],
  ])("%j から読むのは %j", (index, expected) => {
    expect(fileNames(index)).toEqual(expected);
  });

  describe("ページの隣から", () => {
    const page = "https://keikaku.example.lg.jp/plan/taskpane.html";
    const asked: string[] = [];
    function serve(files: Record<string, unknown>): void {
      asked.length = 0;
      Object.assign(globalThis, {
        document: { baseURI: page },
        fetch: async (url: URL) => {
          asked.push(String(url));
          const name = decodeURIComponent(String(url).split("/plans/")[1] ?? "");
          if (!(name in files)) return { ok: false };
          const file = files[name];
          return { ok: true, text: async () => (typeof file === "string" ? file : JSON.stringify(file)) };
        },
      });
    }
    const realFetch = globalThis.fetch;
    afterEach(() => {
      Reflect.deleteProperty(globalThis, "document");
      globalThis.fetch = realFetch;
    });

    test("足された計画を読み、足りないものは同梱で答える", async () => {
      serve({
        "index.json": ["kuki.json", "broken.json"],
        "kuki.json": { ...small, municipality: "久喜市", title: "久喜市の計画" },
        "broken.json": { format: "plan/1" },
      });
      expect(await answer("DEPT", "83", "久喜市")).toBe("財政課");
      expect(await answer("TARGET", "83", "令和5", "加須市")).toBe(91.6);
      expect(asked.every((url) => url.startsWith("https://keikaku.example.lg.jp/plan/plans/"))).toBe(true);
    });

    test("読めないものは、どのファイルがなぜ読めないかを、計画を尋ねた人にも言う", async () => {
      serve({
        "index.json": ["../secret.json", "broken.json", "missing.json", "empty.json", "old.json"],
        "broken.json": "{ これは",
        "empty.json": "",
        "old.json": { format: "plan/1" },
      });
      const said = await answer("TARGET", "83", "令和5", "久喜市");
      expect(said).toMatch(
        /サーバーの plans\/ に読めないものがあります。「index\.json」：「\.\.\/secret\.json」は/,
      );
      expect(said).toMatch(/「broken\.json」：JSONとして1行目のあたりで読めません。/);
      expect(said).toMatch(/ほか2件。$/);
      expect(unreadPlanFiles().map(({ file }) => file)).toEqual([
        "index.json",
        "broken.json",
        "missing.json",
        "empty.json",
        "old.json",
      ]);
      expect(unreadPlanFiles().every(({ reason }) => reason.endsWith("。"))).toBe(true);
      expect(await answer("TARGET", "83", "令和5", "加須市")).toBe(91.6);
    });

    test.each<[unknown, RegExp]>([
      ["{", /^JSON として読めません。/],
      [{ plan: "kuki.json" }, /^ファイル名の一覧がありません。/],
    ])("目録が %j なら、目録の形を言う", async (index, reason) => {
      serve({ "index.json": index });
      expect(await answer("TARGET", "83", "令和5", "加須市")).toBe(91.6);
      expect(unreadPlanFiles()).toEqual([{ file: "index.json", reason: expect.stringMatching(reason) }]);
    });

    test("目録がなくても、同梱の計画で答える", async () => {
      serve({});
      expect(await answer("TARGET", "83", "令和5", "加須市")).toBe(91.6);
    });

    test("本物のサーバーの plans/ に置いた計画を、名前で引ける", async () => {
      const files: Record<string, string> = {
        "/plan/plans/index.json": JSON.stringify({ plans: ["久喜市.json", "broken.json", "missing.json"] }),
        "/plan/plans/久喜市.json": JSON.stringify({ ...small, id: "kuki", municipality: "久喜市" }),
        "/plan/plans/broken.json": "{ これは",
      };
      const server: Server = createServer((request, answer) => {
        const file = files[decodeURIComponent(request.url ?? "")];
        answer.statusCode = file === undefined ? 404 : 200;
        answer.end(file ?? "");
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const { port } = server.address() as AddressInfo;
      Object.assign(globalThis, { document: { baseURI: `http://127.0.0.1:${port}/plan/taskpane.html` } });
      try {
        expect(await answer("TARGET", "83", "令和5", "久喜市")).toBe(3);
        expect(await answer("TARGET", "83", "令和5", "久喜市（公表時）")).toBe(3);
        expect(await answer("TARGET", "83", "令和5", "架空市")).toMatch(/公表された計画は.*「久喜市」/);
      } finally {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    });
  });
});
