/** 近似曲線: もとの曲線の上の点からは、その曲線が出る. */
import {
  movingAverage,
  trendOf,
  type Point,
  type Trend,
} from "../../../../src/workbench/host/model/charts/trend";

const XS = [1, 2, 3, 4, 5, 6];
const on = (curve: (x: number) => number): readonly Point[] => XS.map((x) => [x, curve(x)]);
const usual: Trend = { type: "Linear", polynomialOrder: 2, movingAveragePeriod: 2, intercept: undefined };

test.each<[string, Partial<Trend>, (x: number) => number]>([
  ["直線", {}, (x) => 2 * x - 7],
  ["切片を決めた直線", { intercept: -7 }, (x) => 2 * x - 7],
  ["二次", { type: "Polynomial" }, (x) => x * x - 3 * x + 1],
  ["四次", { type: "Polynomial", polynomialOrder: 4 }, (x) => x ** 4 - 2 * x ** 3 + x - 5],
  ["指数", { type: "Exponential" }, (x) => 3 * Math.exp(0.4 * x)],
  ["切片を決めた指数", { type: "Exponential", intercept: 3 }, (x) => 3 * Math.exp(0.4 * x)],
  ["対数", { type: "Logarithmic" }, (x) => 5 * Math.log(x) + 2],
  ["累乗", { type: "Power" }, (x) => 2 * x ** 1.5],
])("%s", (_, trend, curve) => {
  const found = trendOf(on(curve), { ...usual, ...trend });
  for (const x of [1, 2.5, 6]) expect(found?.(x)).toBeCloseTo(curve(x), 6);
});

test.each<[string, Partial<Trend>, readonly Point[]]>([
  ["点が一つの直線", {}, [[1, 2]]],
  ["同じ所に重なる点", {}, [[2, 1], [2, 5]]],
  ["点の足りない三次", { type: "Polynomial", polynomialOrder: 3 }, [[1, 1], [2, 2], [3, 4]]],
  ["負の値の指数", { type: "Exponential" }, [[1, -1], [2, 2]]],
  ["0 以下での対数", { type: "Logarithmic" }, [[0, 1], [2, 2]]],
  ["負の値の累乗", { type: "Power" }, [[1, -1], [2, 2]]],
])("決まらないもの（%s）は引かない", (_, trend, points) => {
  expect(trendOf(points, { ...usual, ...trend })).toBeUndefined();
}); // prettier-ignore

test("移動平均は、数がそろった所から", () => {
  expect(movingAverage([[1, 2], [2, 4], [3, 9]], 2)).toEqual([[2, 3], [3, 6.5]]); // prettier-ignore
});
