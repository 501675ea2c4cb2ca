/** Documents of every layout, what dirties them, and what holds for whatever is read: shared by the tests of the readers and `npm run fuzz`. */
import fc from "fast-check";
import { intake, type Intake } from "../../src/intake";
import { document as evaluation } from "./evaluation-table-text";
import { arrows, named, nameless } from "./indicator-table-text";

export const csvTable = [
  "視点,施策,取組項目,番号,担当課,再掲元,指標,単位,方向,基準年度,基準値,目標値 令和3年度,目標値 令和4年度,取組内容",
  '財政,歳入,使用料,1,財政課,,収納率,％,増やす,R1,98.5,98.6,98.7,"集め,\nます"',
  ",,,,,,件数,件,,,10,１以上,▲30,",
  ",,滞納,2,税務課,1,,,,,,,,",
].join("\n");
export const tableTexts = {
  評価の表: evaluation,
  見出しのある指標の表: named,
  見出しのない指標の表: nameless,
  矢印の計画: arrows,
  CSV: csvTable,
};

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

/** A text with dirt in up to six places. */
export function dirtied(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(text, fc.array(fc.tuple(fc.nat(), dirt), { maxLength: 6 })).map(([clean, insertions]) =>
    insertions.reduce((so, [at, what]) => {
      const place = at % (so.length + 1);
      return so.slice(0, place) + what + so.slice(place);
    }, clean),
  );
}

/** Every number of the plan is on the line that is given for it, and every problem is inside the text. */
export function expectHonest(text: string, { plan, problems, sources }: Intake): void {
  const lines = text.replace(/^\ufeff/u, "").split(text.includes("\n") ? /\r?\n/u : /\r/u);
  // Where a table puts a field into quotation marks, the line has them and the token does not; a tab in running text is a space.
  const plain = (words: string | undefined) => words?.replaceAll('"', "").replaceAll("\t", " ");
  for (const { line, token } of sources)
    expect(plain(lines[line - 1]?.replaceAll("\f", ""))).toContain(plain(token));
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

/** A lone return ends a line for some and not for others; the rest must be exact. */
export function expectDirtyReadHonestly(text: string): void {
  const read = intake(text);
  if (!/\r(?!\n)/u.test(text)) expectHonest(text, read);
}

export function expectReadOrTold(input: string | Uint8Array): void {
  const { plan, problems } = intake(input);
  expect(plan !== null || problems.length > 0).toBe(true);
}
