/** How far a sheet must scroll for a cell to be seen, also one in a hidden column or row. */
import type { Ruler } from "../../../src/workbench/page/display/place";
import { wayTo } from "../../../src/workbench/page/display/way-to";

/** Ten columns of 100 pixels; E and F (4, 5) are hidden; two are frozen. */
const ends = [100, 200, 300, 400, 400, 400, 500, 600, 700, 800];
const ruler = (given: Partial<Ruler> = {}): Ruler => ({
  ends,
  head: 40,
  scrolled: 0,
  frozen: 2,
  scale: 1,
  ...given,
});
const view = 430;
const room = 60;

test.each<[string, number, Partial<Ruler>, number]>([
  ["見えている列へは動かない", 2, {}, 0],
  ["固定した列へは、送ってあっても動かない", 1, { scrolled: 200 }, 0],
  ["固定の下に隠れた列は、固定のすぐ右まで戻す", 2, { scrolled: 150 }, -150],
  ["右に切れている列は、列の始まりで止まる", 6, {}, 200],
  ["右の外の列も、列の始まりで止まる", 8, {}, 400],
  ["隠れた列は、幅がなくても打つ場所の分だけ見せる", 5, { scrolled: 30 }, 70],
  ["隠れた列も、固定の下に入れない", 4, { scrolled: 500 }, -300],
  ["描かれた範囲の外の列では動かない", 20, {}, 0],
  ["縮小していれば、その分広く見える", 6, { scale: 0.5 }, 0],
])("%s", (_, index, given, way) => {
  expect(wayTo(ruler(given), index, view, room)).toBe(way);
});
