import fc from "fast-check";
import { intake, type Intake } from "../../src/intake";
import { document as evaluation } from "./evaluation-table-text";
import { arrows, named, nameless } from "./indicator-table-text";

const table = [
  "視点,施策,取組項目,番号,担当課,再掲元,指標,単位,方向,基準年度,基準値,目標値 令和3年度,目標値 令和4年度,取組内容",
  '財政,歳入,使用料,1,財政課,,収納率,％,増やす,R1,98.5,98.6,98.7,"集め,\nます"',
  ",,,,,,件数,件,,,10,１以上,▲30,",
  ",,滞納,2,税務課,1,,,,,,,,",
].join("\n");
const texts = {
  評価の表: evaluation,
  見出しのある指標の表: named,
  見出しのない指標の表: nameless,
  矢印の計画: arrows,
  CSV: table,
};
const anyText = fc.constantFrom(...Object.values(texts));
const runs = { numRuns: 80 };

const fullWidth = (text: string) =>
  text.replace(/[!-+\--~]/g, (letter) =>
    letter === '"' ? letter : String.fromCharCode(letter.charCodeAt(0) + 0xfee0),
  );

/** Every number of the plan is on the line that is given for it, and every problem is inside the text. */
function expectHonest(text: string, { plan, problems, sources }: Intake): void {
  const lines = text.replace(/^\ufeff/u, "").split(text.includes("\n") ? /\r?\n/u : /\r/u);
  for (const { line, token } of sources) expect(lines[line - 1]?.replaceAll("\f", "")).toContain(token);
  const known = new Set(sources.map((source) => source.path));
  for (const { id, baseline, targets, actuals } of plan?.indicators ?? []) {
    if (baseline) expect(known).toContain(`indicators/${id}/baseline`);
    for (const year of Object.keys(targets)) expect(known).toContain(`indicators/${id}/targets/${year}`);
    for (const year of Object.keys(actuals ?? {}))
      expect(known).toContain(`indicators/${id}/actuals/${year}`);
  }
  plan?.assessments.forEach(({ marks }, index) => {
    for (const scale of Object.keys(marks)) expect(known).toContain(`assessments/${index}/${scale}`);
  });
  const ids = plan?.nodes.map((node) => node.id) ?? [];
  expect(new Set(ids).size).toBe(ids.length);
  for (const node of plan?.nodes ?? []) if (node.parent !== null) expect(ids).toContain(node.parent);
  for (const { line, message } of problems) {
    expect(message).not.toBe("");
    expect(line === undefined || (line >= 1 && line <= lines.length)).toBe(true);
  }
}

const folded = ({ plan }: Intake) =>
  JSON.parse(
    JSON.stringify({ ...plan, corrections: [] }, (_, value: unknown) =>
      typeof value === "string" ? value.normalize("NFKC").replace(/\s/gu, "") : value,
    ),
  ) as unknown;

describe.each(Object.entries(texts))("%s", (_, text) => {
  test("CRLF でも CR でも同じに読める", () => {
    expect(intake(text.replaceAll("\n", "\r\n")).plan).toEqual(intake(text).plan);
    expect(intake(text.replaceAll("\n", "\r")).plan).toEqual(intake(text).plan);
  });

  test("全角で書いてあっても同じに読める", () => {
    expect(folded(intake(fullWidth(text)))).toEqual(folded(intake(text)));
  });

  test("どこで切れていても例外はなく、残った数値は行に立つ", () => {
    for (let length = 0; length <= text.length; length += 29) {
      const cut = text.slice(0, length);
      expectHonest(cut, intake(cut));
      const rest = text.slice(length);
      expectHonest(rest, intake(rest));
    }
  });
});

describe("壊れた文書", () => {
  test("どこに何が混じっても例外はない", () => {
    const dirt = fc.oneof(
      fc.string({ unit: "binary", maxLength: 8 }),
      fc.constantFrom(
        "\t",
        "\n",
        "\r",
        '"',
        ",",
        "▶▶▶",
        "第1節 ",
        "\u0000",
        "\f",
        "Ａ\tあ\t\tア",
        "999",
        "施策の展開\n",
        "　",
      ),
    );
    fc.assert(
      fc.property(anyText, fc.array(fc.tuple(fc.nat(), dirt), { maxLength: 6 }), (text, insertions) => {
        const dirty = insertions.reduce((so, [at, what]) => {
          const place = at % (so.length + 1);
          return so.slice(0, place) + what + so.slice(place);
        }, text);
        // Quotation marks written twice and lone returns stand differently on their line; the rest must be exact.
        const read = intake(dirty);
        if (!dirty.includes('""') && !/\r(?!\n)/u.test(dirty)) expectHonest(dirty, read);
      }),
      runs,
    );
  });

  test("行の順がどうでも例外はない", () => {
    fc.assert(
      fc.property(
        anyText.chain((text) => fc.shuffledSubarray(text.split("\n"))),
        (lines) => {
          const text = lines.join("\n");
          expectHonest(text, intake(text));
        },
      ),
      runs,
    );
  });

  test("でたらめなバイト列でも例外はない", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const { plan, problems } = intake(bytes);
        expect(plan !== null || problems.length > 0).toBe(true);
      }),
      runs,
    );
  });
});

describe("読めた行と読めなかった行", () => {
  test("塊の順を入れ替えても、読めるものは同じ", () => {
    const [head = "", ...sections] = evaluation.split(/(?=第2節|計画の実現)/u);
    const facts = (text: string) => {
      const { plan } = intake(text);
      const names = new Map(plan?.nodes.map((node) => [node.id, node.name]));
      return plan?.assessments
        .map(({ node, marks, departments }) => JSON.stringify([names.get(node), marks, departments]))
        .sort();
    };
    expect(facts([head, ...sections].join(""))).toHaveLength(7);
    fc.assert(
      fc.property(fc.shuffledSubarray(sections, { minLength: sections.length }), (order) => {
        expect(facts([head, ...order].join("\n"))).toEqual(facts(evaluation));
      }),
      { numRuns: 10 },
    );
  });

  test("知らない行を足せば、その行が問題になる", () => {
    fc.assert(
      fc.property(fc.constantFrom(evaluation, named, nameless), fc.nat({ max: 60 }), (text, at) => {
        const lines = text.split("\n");
        const place = at % lines.length;
        const stray = "ここに関係のない文章が一つあります。読めないはずです。";
        const inside = [...lines.slice(0, place), "", stray, "", ...lines.slice(place)];
        const { problems } = intake(inside.join("\n"));
        const covered = problems.some((problem) => {
          const last = "lastLine" in problem ? Number(problem.lastLine) : (problem.line ?? 0);
          return (problem.line ?? 0) <= place + 2 && place + 2 <= last;
        });
        expect(covered).toBe(true);
      }),
      runs,
    );
  });
});
