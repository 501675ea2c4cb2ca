import fc from "fast-check";
import { intake, type Intake } from "../../src/intake";
import { dirtied, expectDirtyReadHonestly, expectHonest, expectReadOrTold, tableTexts } from "./any-text";
import { document as evaluation } from "./evaluation-table-text";
import { named, nameless } from "./indicator-table-text";

const texts = tableTexts;
const anyText = fc.constantFrom(...Object.values(texts));
const runs = { numRuns: 80 };

const fullWidth = (text: string) =>
  text.replace(/[!-+\--~]/g, (letter) =>
    letter === '"' ? letter : String.fromCharCode(letter.charCodeAt(0) + 0xfee0),
  );

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
    fc.assert(fc.property(dirtied(anyText), expectDirtyReadHonestly), runs);
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
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), expectReadOrTold), runs);
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
