/** =PLAN.YEAR and =PLAN.NENDO as a cell calls them. */
import { type Argument, isRefusal } from "../../src/functions/definition";
import { nendo } from "../../src/functions/catalogue/nendo";
import { year } from "../../src/functions/catalogue/year";

describe("PLAN.YEAR", () => {
  test.each<[Argument, number]>([
    ["令和3年度", 2021],
    ["令和5", 2023],
    ["R3", 2021],
    ["令和元年度", 2019],
    ["平成31年度", 2019],
    ["昭和64年", 1989],
    ["Ｈ３０", 2018],
    ["㋿5年", 2023],
    ["2021年度", 2021],
    [2021, 2021],
    [45382, 2023],
    [45383, 2024],
    ["令和6年度決算", 2024],
    ["R5当初予算（案）", 2023],
    ["令和5年度末", 2023],
    ["令和6年度 決算見込", 2024],
    ["令和5年度（決算）", 2023],
    ["2025目標値", 2025],
    ["令和6年3月末", 2023],
  ])("%p は %p", (given, expected) => {
    expect(year.run(given)).toEqual([[expected]]);
  });

  test.each<[Argument]>([
    ["あした"],
    [""],
    [null],
    [3],
    ["令和"],
    [true],
    ["決算"],
    ["5年度決算"],
    [{ type: "Error" }],
  ])("%p は読めないことを文で知らせる", (given) => {
    const answer = year.run(given);
    const cell = Array.isArray(answer) ? answer[0]?.[0] : undefined;
    expect(isRefusal(cell) && cell.refused === "#VALUE!" && cell.message.endsWith("ください。")).toBe(true);
  });

  test("範囲を渡すと同じ形で返る", () => {
    expect(
      year.run([
        ["令和3年度", "R4"],
        ["H30", 2020],
      ]),
    ).toEqual([
      [2021, 2022],
      [2018, 2020],
    ]);
  });
});

describe("PLAN.NENDO", () => {
  test("決算や予算の見出しからも、年度だけを", () => {
    expect(nendo.run([["R3決算", "令和8年度予算額"]])).toEqual([["令和3年度", "令和8年度"]]);
  });

  test("2019 は令和元年度、そのほかは Intl の和暦と一致する", () => {
    const calendar = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", {
      era: "long",
      year: "numeric",
      timeZone: "UTC",
    });
    for (let western = 1869; western <= 2100; western += 1) {
      const printed = calendar.format(new Date(Date.UTC(western, 3, 1)));
      const expected = western === 2019 ? "令和元年度" : `${printed}度`;
      expect(nendo.run(western)).toEqual([[expected]]);
    }
  });

  test("年として読めない値は文で知らせる", () => {
    const answer = nendo.run([["百年"]]);
    expect(Array.isArray(answer) && isRefusal(answer[0]?.[0])).toBe(true);
  });
});
