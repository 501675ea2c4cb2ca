/** 点検 of 財政指標: which printed values reach a statutory line. */

import type { Indicator } from "../../../src/plan/plan";
import { everyYear } from "../plan-parts";
import { findingsOf, soundPlan } from "./plans";

const place = (name: string) => `取組項目1「財政の健全化」の指標「${name}」の`;

const found = (name: string, own: Partial<Indicator>) =>
  findingsOf(
    "statutory-line",
    soundPlan({}, { name, unit: "％", direction: "down", baseline: null, targets: everyYear("10"), ...own }),
  );

test("基準値なら注意、目標値と実績値なら警告で、達した基準をみな挙げる", () => {
  const own = {
    baseline: { year: 2019, text: "18.0" },
    targets: { ...everyYear("17.9"), 2022: "25" },
    actuals: { 2021: "35.0" },
  };
  expect(
    found("実質公債費比率", own).map(({ severity, year, message }) => [severity, year, message]),
  ).toEqual([
    ["note", 2019, `${place("実質公債費比率")}基準値18.0は、起債許可の基準（18.0％）に達しています。`],
    [
      "warning",
      2022,
      `${place("実質公債費比率")}令和4年度の目標値25は、起債許可の基準（18.0％）、早期健全化の基準（25.0％）に達しています。`,
    ],
    [
      "warning",
      2021,
      `${place("実質公債費比率")}令和3年度の実績値35.0は、起債許可の基準（18.0％）、早期健全化の基準（25.0％）、財政再生の基準（35.0％）に達しています。`,
    ],
  ]);
});

test("同じ年度の目標値と実績値は、別々に了承できる", () => {
  const fingerprints = found("実質公債費比率", { targets: { 2021: "18" }, actuals: { 2021: "18" } }).map(
    ({ fingerprint }) => fingerprint,
  );
  expect(new Set(fingerprints).size).toBe(2);
  expect(
    found("実質公債費比率", { targets: { 2021: "10" }, actuals: { 2021: "18" } }).map(
      ({ fingerprint }) => fingerprint,
    ),
  ).toEqual([fingerprints[1]]);
});

test.each<[string, string, string]>([
  ["基準に届かない", "実質公債費比率", "17.9"],
  ["法定の基準のない財政指標", "経常収支比率", "120"],
  ["財政指標でない比率", "男女比率", "120"],
  ["比率でない指標", "参加者数", "120"],
  ["「－」は、該当なし", "実質赤字比率", "－"],
])("言わない：%s", (_why, name, text) => {
  expect(found(name, { actuals: { 2021: text } })).toEqual([]);
});

test("括弧を付けた名称でも気づく", () => {
  expect(
    found("資金不足比率（水道事業）", { actuals: { 2021: "20.0" } }).map(({ message }) => message),
  ).toEqual([
    `${place("資金不足比率（水道事業）")}令和3年度の実績値20.0は、経営健全化の基準（20.0％）に達しています。`,
  ]);
});
