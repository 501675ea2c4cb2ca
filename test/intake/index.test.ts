import { intake, readAnnotations, type Annotations } from "../../src/intake";
import { block, simpleTargets, smallBook } from "./plan-book-text";

const noted = (more: Omit<Annotations, "format">): Annotations => ({ format: "annotations/1", ...more });

describe("文書の形", () => {
  test.each(["", " \n\n　\r\n", "\uFEFF"])("空の文書 %j は読めない", (text) => {
    const { plan, kind, problems } = intake(text);
    expect({ plan, kind }).toEqual({ plan: null, kind: null });
    expect(problems).toMatchObject([
      { severity: "error", line: 1, message: expect.stringContaining("空") as string },
    ]);
  });

  test.each([undefined, null, 5, {}, []])("文書でないもの %j は読めない", (input) => {
    const { plan, problems } = intake(input as unknown as string);
    expect(plan).toBeNull();
    expect(problems).toMatchObject([
      { severity: "error", line: 1, message: expect.stringContaining("空") as string },
    ]);
  });

  test.each([smallBook, "取組項目,指標,目標値 R3\n植樹,本数,10"])("どの問題にも行がある", (text) => {
    const { problems } = intake(text);
    expect(problems.map(({ message }) => message)).toContainEqual(expect.stringContaining("分かりません"));
    expect(problems.filter(({ line }) => line === undefined)).toEqual([]);
  });

  test("知らない形の文書は、何を渡せばよいかを言う", () => {
    const { plan, problems } = intake("拝啓\n春の候、いかがお過ごしでしょうか。");
    expect(plan).toBeNull();
    expect(problems).toMatchObject([
      { severity: "error", message: expect.stringContaining("取組項目のブロック") as string },
    ]);
  });

  test("計画書は選ばなくても分かる", () => {
    expect(intake(smallBook).kind).toBe("plan-book");
  });

  test("計画のファイル（plan/1）は、そのまま計画になる", () => {
    const { plan } = intake(
      smallBook,
      noted({ plan: { id: "kaku", municipality: "架空市", code: "112101", title: "架空計画" } }),
    );
    expect(intake(JSON.stringify(plan))).toMatchObject({ kind: "plan-file", plan, problems: [] });
    expect(intake('{ "format": "plan/1" }')).toMatchObject({ kind: "plan-file", plan: null });
    expect(intake("{ 壊れた")).toMatchObject({ kind: "plan-file", plan: null });
  });

  test("UTF-8 のバイト列は文字列と同じに読む", () => {
    expect(intake(new TextEncoder().encode(smallBook))).toEqual(intake(smallBook));
  });

  test("問題は行の順に並ぶ", () => {
    const lines = intake(`はじめに\n${smallBook}\nおわりに`).problems.map((problem) => problem.line ?? 0);
    expect(lines).toEqual([...lines].sort((one, other) => one - other));
  });

  test("方向は文書にないので、推し量らない", () => {
    expect(intake(smallBook).plan?.indicators.map((indicator) => indicator.direction)).toEqual(
      intake(smallBook).plan?.indicators.map(() => null),
    );
  });
});

describe("注記ファイル", () => {
  test("計画の名称、方向、累計が補われる", () => {
    const { plan } = intake(
      smallBook,
      noted({
        plan: { id: "kaku", municipality: "架空市", code: "112101", title: "架空計画" },
        indicators: {
          "3-1": { is: "直した数", direction: "up", cumulative: true, because: "直した数の通算" },
        },
      }),
    );
    expect(plan).toMatchObject({
      id: "kaku",
      municipality: "架空市",
      title: "架空計画",
      period: [2021, 2025],
    });
    expect(plan?.indicators.find((indicator) => indicator.id === "3-1")).toEqual(
      expect.objectContaining({ name: "直した数", direction: "up", cumulative: true }),
    );
    expect(JSON.stringify(plan)).not.toContain("通算");
  });

  test("details: omit なら取組内容と備考の文を除く", () => {
    const book = `${smallBook}\n${block({ number: "9", name: "花壇の手入れ", remark: "雨の日は休み" })}`;
    expect(JSON.stringify(intake(book).plan)).toMatch(/"detail".*"remarkText"/u);
    const bare = JSON.stringify(intake(book, noted({ details: "omit" })).plan);
    expect(bare).not.toMatch(/"detail"|"remarkText"/u);
    expect(bare).toContain('"remark":true');
  });

  test("訂正は読む前に行を直し、計画に記録される", () => {
    const line = smallBook.split("\n").findIndex((each) => each.includes("ベンチの補修")) + 1;
    const corrections = [{ line, printed: "補修", meant: "修理", where: "取組項目-3" }];
    const { plan, problems } = intake(smallBook, noted({ corrections }));
    expect(plan?.nodes.find((node) => node.id === "3")?.name).toBe("ベンチの修理");
    expect(plan?.corrections).toEqual([{ printed: "補修", meant: "修理", where: "取組項目-3" }]);
    expect(problems.filter((problem) => problem.severity === "error")).toEqual([]);
  });

  test("続けて印刷されたセルは、注記のとおりに分ける", () => {
    const text = block({
      number: "1",
      name: "花だんの世話",
      targets: simpleTargets("花の数（本）", "5", "6789 10"),
    });
    const line = text.split("\n").indexOf("6789 10") + 1;
    const { plan } = intake(text, noted({ divisions: [{ line, cells: ["6", "7", "8", "9", "10"] }] }));
    expect(Object.values(plan?.indicators[0]?.targets ?? {})).toEqual(["6", "7", "8", "9", "10"]);
  });

  test.each<[string, Omit<Annotations, "format">, string]>([
    ["文書にない指標", { indicators: { "99-1": { direction: "up" } } }, "99-1"],
    ["文書にない項目", { nodes: { "99": { name: "なし" } } }, "99"],
    [
      "別の名称の指標",
      { indicators: { "3-1": { is: "直さなかった数", direction: "down" } } },
      "直さなかった数",
    ],
    ["その行にない訂正", { corrections: [{ line: 1, printed: "ない", meant: "ある", where: "1行" }] }, "1行"],
    [
      "文書の外の行の訂正",
      { corrections: [{ line: 9999, printed: "ない", meant: "ある", where: "外" }] },
      "9999行",
    ],
  ])("%sへの注記は誤りになり、計画には及ばない", (_, notes, word) => {
    const { plan, problems } = intake(smallBook, noted(notes));
    expect(plan?.indicators).toEqual(intake(smallBook).plan?.indicators);
    expect(problems).toContainEqual(
      expect.objectContaining({ severity: "error", message: expect.stringContaining(word) as string }),
    );
  });

  test.each<[string, unknown, string]>([
    ["書式の名がない", {}, "「format」が読めません"],
    [
      "知らない方向",
      { format: "annotations/1", indicators: { "1-1": { direction: "sideways" } } },
      "「indicators.1-1.direction」が読めません",
    ],
    ["知らない項目", { format: "annotations/1", extra: 1 }, "「extra」という項目はありません"],
    ["null", null, "注記ファイルではありません"],
    ["配列", [], "注記ファイルではありません"],
  ])("読めない注記ファイル（%s）は、どこが悪いかを言う", (_, json, says) => {
    const { problems } = readAnnotations(json);
    expect(problems[0]).toMatchObject({
      severity: "error",
      message: expect.stringContaining(says) as string,
    });
  });

  test("__proto__ という項目名は何も変えない", () => {
    const json: unknown = JSON.parse(
      '{"format":"annotations/1","indicators":{"__proto__":{"direction":"up"}}}',
    );
    const { annotations } = readAnnotations(json);
    expect(intake(smallBook, annotations).plan?.indicators).toEqual(intake(smallBook).plan?.indicators);
  });
});
