/** 入力のあるセルの一覧: a hundred cells one under the other are one line. */
import { cellRuns } from "../../../src/pane/screens/plan/cell-runs";

test("縦に続くセルは一つの範囲に、離れたセルと別の列・別のシートは別に書く", () => {
  expect(
    cellRuns(["加須市!U6", "加須市!X6", "加須市!U7", "加須市!U8", "加須市!U10", "集計!A3", "集計!A4"]),
  ).toEqual(["加須市!U6:U8", "加須市!U10", "加須市!X6", "集計!A3:A4"]);
});

test("同じセルは一度だけ、一つのセルでないものはそのまま", () => {
  expect(cellRuns(["U6", "U6", "設定の尺度の表"])).toEqual(["U6", "設定の尺度の表"]);
});
