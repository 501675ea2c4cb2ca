/** 表の上の言葉: 横に送っても、どれも途中で切れない. */
import { DEFAULT_SCALE } from "../../src/plan/scales/bundled";
import { columnsOf } from "../../src/sheets/columns";
import { planSheet, wordsAbove } from "../../src/sheets/layout/plan-sheet";
import { textWidth } from "../../src/sheets/layout/sheet-spec";
import { seed, SEED_NAMES } from "./planner-workbook";

const names = { table: "表", scaleTable: "尺度", name: "計画" };
const grades = DEFAULT_SCALE.rules.map(({ name }) => name);

describe.each(SEED_NAMES)("%s", (name) => {
  const plan = seed(name);
  const columns = columnsOf(plan);
  const { freeze, widths, folded } = planSheet(plan, "計画", names, grades, plan.period[0]);
  const isFolded = (column: number): boolean =>
    folded.some((group) => column >= group.column && column < group.column + group.columns);
  const widthOf = (column: number): number =>
    isFolded(column)
      ? 0
      : (widths.find((each) => column >= each.column && column < each.column + each.columns)?.characters ??
        0);

  test("動かない列の言葉は、動かない列の中に収まる", () => {
    const frozen = Array.from({ length: freeze.columns }, (_, column) => widthOf(column));
    const room = frozen.reduce((sum, width) => sum + width, 0);
    // The title is set larger and may be longer than that: it names the sheet once.
    const words = wordsAbove(plan).filter(({ row, column }) => column < freeze.columns && row > 0);
    expect(words.map(({ words: said }) => said).filter((said) => textWidth(said) > room)).toEqual([]);
    expect(words).toHaveLength(2);
  });

  test("動く列の言葉は、自分の列の中に収まる。畳まれた列には書かない", () => {
    const words = wordsAbove(plan).filter(({ column }) => column >= freeze.columns);
    const overflowing = words.filter(
      ({ column, words: said }) => columns[column]?.kind !== "number" && textWidth(said) > widthOf(column),
    );
    expect(overflowing).toEqual([]);
    expect(words.length).toBeGreaterThan(0);
  });
});

test("灰色の行の言葉は、再掲のある計画だけ", () => {
  const hint = (name: (typeof SEED_NAMES)[number]): string =>
    wordsAbove(seed(name)).find(({ row, column }) => row === 2 && column === 0)?.words ?? "";
  expect(hint("kazo")).toContain("再掲");
  expect(hint("ina")).toBe("色の付いたセルに入力");
});
