/** 点検 of 担当課: which names look like a misspelling of another one. */

import { checkPlan } from "../../../src/plan/check";
import { withDepartments } from "./plans";

describe("よく似た名の課が並ぶとき", () => {
  const written = "推愛青赤秋朝足穴雨飴家池石磯犬稲岩海梅浦絵";
  const alike = (count: number) =>
    [...written].slice(0, count).map((character) => `まちづくり${character}進課`);
  const misspelt = (count: number) =>
    checkPlan(withDepartments(...Array<string>(4).fill("まちづくり推進課"), ...alike(count))).filter(
      ({ rule }) => rule === "department-misspelt",
    );

  test("20までは、多い名の書き誤りを疑う", () => {
    expect(misspelt(20)).toHaveLength(19);
  });

  test("20を超えて一字違いが並べば、そう名付けられた課であり、疑わない", () => {
    expect(misspelt(21)).toEqual([]);
  });
});
