/** Editing a scale: back to the same scale when nothing changed, marked as ours where something did. */
import * as fc from "fast-check";
import {
  changed,
  conditions,
  draftOf,
  draftProblems,
  isEdited,
  limitProblem,
  moved,
  scaleOf,
  withoutRow,
  withRow,
} from "../../../src/pane/screens/settings/scale-draft";
import { DEFAULT_SCALE, SCALES } from "../../../src/plan/scales/bundled";

test.each(SCALES.map((scale) => [scale.name, scale] as const))("%s：触らなければ元のまま", (_name, scale) => {
  expect(scaleOf(draftOf(scale))).toEqual(scale);
  expect(isEdited(draftOf(scale), scale)).toBe(false);
  expect(draftProblems(draftOf(scale))).toEqual([]);
});

describe("4段階を直す", () => {
  const draft = draftOf(DEFAULT_SCALE);

  test("全角や％の付いた数値も読む", () => {
    expect(scaleOf(changed(draft, 1, { percent: "８５％" })).rules[1]?.percent).toBe(85);
  });

  test("言葉を変えると、その言葉は計画のものではなくなる", () => {
    const rule = scaleOf(changed(draft, 0, { name: "達成" })).rules[0];
    expect(rule).toMatchObject({ name: "達成", nameFrom: "アドイン" });
    expect(scaleOf(changed(draft, 0, { percent: "101" })).rules[0]?.nameFrom).toBe("計画");
  });

  test("元の言葉に戻せば、計画のものに戻る", () => {
    const back = changed(changed(draft, 0, { name: "達成" }), 0, { name: "目標達成" });
    expect(isEdited(back, DEFAULT_SCALE)).toBe(false);
  });

  test.each([
    ["数値が空", changed(draft, 1, { percent: "" }), /概ね達成/],
    ["数値でない", changed(draft, 1, { percent: "八割" }), /概ね達成/],
    ["順が逆", moved(draft, 0, 1), /当てはまる率はありません/],
    ["名前が空", changed(draft, 0, { name: " " }), /名前がありません/],
    ["最後の区分を除いた", withoutRow(draft, 3), /区分がありません/],
    ["加えたばかりの行", withRow(draft), /名前がありません/],
  ])("%s", (_name, edited, expected) => {
    expect(
      draftProblems(edited)
        .map(({ message }) => message)
        .join(),
    ).toMatch(expected);
  });

  test.each([
    ["80", null],
    ["８０％", null],
    ["", "率を 80 のように入れてください。残り全部の区分なら、条件を「それ以外」にします。"],
    ["八割", "「八割」は数ではありません。80 のように入れてください。"],
  ])("率の欄に「%s」と入れたら、その欄で言う", (percent, said) => {
    const [, rule] = changed(draft, 1, { percent }).rules;
    expect(rule === undefined ? "" : limitProblem(rule)).toBe(said);
  });

  test("「それ以外」の区分に率は要らない", () => {
    expect(draft.rules.map(limitProblem)).toEqual([null, null, null, null]);
  });

  test("端の行はそれより先へ動かない", () => {
    expect(moved(draft, 0, -1)).toBe(draft);
    expect(moved(draft, 3, 1)).toBe(draft);
  });

  test("加えた行を除けば元どおり", () => {
    const added = withRow(draft);
    const key = added.rules.find(({ from }) => from === null)?.key ?? -1;
    expect(withoutRow(added, key)).toEqual(draft);
  });
});

test("何を入れても例外にならない", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3 }),
      fc.string(),
      fc.string(),
      fc.constantFrom(...conditions),
      (key, name, percent, condition) => {
        draftProblems(changed(draftOf(DEFAULT_SCALE), key, { name, percent, condition }));
      },
    ),
  );
});
