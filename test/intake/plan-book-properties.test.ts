import fc from "fast-check";
import { intake, type Intake } from "../../src/intake";
import { readPlan } from "../../src/plan/file/read";
import { block, headings, simpleTargets, smallBook, yearsRow } from "./plan-book-text";

const runs = { numRuns: 100 };

const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

/** Every number in the plan stands on the line that is given for it. */
function expectEveryNumberOnItsLine(text: string, { plan, sources }: Intake): void {
  const lines = text.split(/\r?\n/);
  for (const { line, token } of sources) expect(lines[line - 1]).toContain(token);
  const known = new Set(sources.map((source) => source.path));
  for (const indicator of plan?.indicators ?? []) {
    if (indicator.baseline) expect(known).toContain(`indicators/${indicator.id}/baseline`);
    for (const year of Object.keys(indicator.targets))
      expect(known).toContain(`indicators/${indicator.id}/targets/${year}`);
  }
}

function expectProblemsInsideText(text: string, { problems }: Intake): void {
  const last = text.split(/\r?\n/).length;
  for (const { line, message } of problems) {
    expect(message).not.toBe("");
    if (line !== undefined) expect(line >= 1 && line <= last).toBe(true);
  }
}

/** A plan that could not be loaded, once its particulars are filled in, says why. */
function expectLoadableOrTold({ plan, problems }: Intake): void {
  const filledIn = {
    ...plan,
    municipality: "架空市",
    title: "架空計画",
    period: [2021, 2025],
    source: { title: "架空" },
  };
  if (plan && readPlan(filledIn).plan === null) {
    expect(problems.map((problem) => problem.severity)).toContain("error");
  }
}

/** What a plan says, without regard to the width it was printed in. */
function said({ plan }: Intake): unknown {
  const facts = {
    nodes: plan?.nodes.map(({ id, parent, name, departments, sameAs, remark }) => ({
      id,
      parent,
      name,
      departments,
      sameAs,
      remark,
    })),
    indicators: plan?.indicators.map(({ id, name, unit, baseline, targets }) => ({
      id,
      name,
      unit,
      baseline,
      targets,
    })),
  };
  return JSON.parse(JSON.stringify(facts).normalize("NFKC").replace(/\s/g, "")) as unknown;
}

const values = fc.array(fc.integer({ min: 0, max: 99999 }), { minLength: 5, maxLength: 5 });
const madeUpItem = fc.record({ baseline: fc.integer({ min: 0, max: 9999 }), values, remark: fc.boolean() });
const madeUpBlocks = fc.array(madeUpItem, { minLength: 1, maxLength: 12 }).map((items) =>
  items.map(({ baseline, values: row, remark }, index) => ({
    number: index + 1,
    row,
    text: block({
      number: String(index + 1),
      name: `架空の取組その${index + 1}`,
      targets: simpleTargets(
        `架空の数その${index + 1}（件）`,
        String(baseline),
        row.map((value) => value.toLocaleString("en")).join(" "),
      ),
      remark: remark ? "①架空の注 ②もう一つ" : undefined,
    }),
  })),
);

test("どの順に並んだブロックも、同じ項目と同じ数になる", () => {
  fc.assert(
    fc.property(
      madeUpBlocks.chain((blocks) =>
        fc.tuple(fc.constant(blocks), fc.shuffledSubarray(blocks, { minLength: blocks.length })),
      ),
      ([blocks, shuffled]) => {
        const inOrder = intake(headings + blocks.map(({ text }) => text).join("\n"));
        const text = headings + shuffled.map((each) => each.text).join("\n");
        const read = intake(text);
        expect(said(read)).toEqual(said(inOrder));
        for (const { number, row } of blocks) {
          const targets =
            read.plan?.indicators.find((indicator) => indicator.node === String(number))?.targets ?? {};
          expect(Object.values(targets).map((value) => Number(value.replaceAll(",", "")))).toEqual(row);
        }
        expectEveryNumberOnItsLine(text, read);
      },
    ),
    runs,
  );
});

test("途中で切れた文書も読め、数はすべてその行にある", () => {
  fc.assert(
    fc.property(fc.nat(smallBook.length), fc.nat(smallBook.length), (one, other) => {
      const text = smallBook.slice(Math.min(one, other), Math.max(one, other));
      const read = intake(text);
      expectEveryNumberOnItsLine(text, read);
      expectProblemsInsideText(text, read);
    }),
    runs,
  );
});

test("行の終わりが CRLF でも同じ", () => {
  expect(intake(smallBook.replaceAll("\n", "\r\n"))).toEqual(intake(smallBook));
});

test("全角の文書も同じ項目と同じ数になる", () => {
  fc.assert(
    fc.property(madeUpBlocks, (blocks) => {
      const text = headings + blocks.map((each) => each.text).join("\n");
      const read = intake(fullWidth(text));
      expect(said(read)).toEqual(said(intake(text)));
      expectEveryNumberOnItsLine(fullWidth(text), read);
    }),
    runs,
  );
});

const dirt = fc.oneof(
  fc.string({ unit: "binary", maxLength: 6 }),
  fc.constantFrom(
    "\u0000",
    "\uFFFD",
    "\r",
    "\f",
    "【",
    "】",
    "（",
    "取組項目-",
    "担 当 課",
    "目標値等",
    yearsRow,
    "1 2 3",
    "－",
    "\uD800",
  ),
);

test("どこに何が混ざっても例外にならず、数はすべてその行にある", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(smallBook.length), dirt), { minLength: 1, maxLength: 8 }),
      (dirts) => {
        const text = [...dirts]
          .sort(([one], [other]) => other - one)
          .reduce((dirty, [at, what]) => dirty.slice(0, at) + what + dirty.slice(at), smallBook);
        const read = intake(text);
        expectEveryNumberOnItsLine(text.replaceAll("\f", ""), read);
        expectLoadableOrTold(read);
        expectProblemsInsideText(text, read);
      },
    ),
    { numRuns: 300 },
  );
});

test("でたらめな文字列もバイト列も例外にならない", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.uint8Array({ maxLength: 400 })), (input) => {
      expect(intake(input).problems.length).toBeGreaterThan(0);
    }),
    runs,
  );
});

test("ブロックの間に入った行は、読まなかった行として示される", () => {
  const stray = fc.constantFrom("知らない一行", "表 3-2", "12,345", "おわりに");
  fc.assert(
    fc.property(madeUpBlocks, stray, fc.nat(), (blocks, line, seed) => {
      const at = seed % blocks.length;
      const texts = blocks.map((each) => each.text);
      const text = headings + [...texts.slice(0, at + 1), line, ...texts.slice(at + 1)].join("\n");
      const number = text.split("\n").indexOf(line) + 1;
      const named = intake(text).problems.filter((problem) => problem.line === number);
      expect(named).toMatchObject([{ message: expect.stringContaining(line) as string }]);
    }),
    runs,
  );
});
