/** 数式: Excel がファイルに書く形と、セルに見せる形. */
import { fromFile, mayBeArray, toFile } from "../../../src/workbench/host/xlsx/formula-in-file";

const KNOWN = new Set(["PLAN.RATE", "PLAN.GRADEOF"]);

describe("ファイルに書く形と、読み戻した形", () => {
  test.each([
    [
      "アドインの関数",
      "=PLAN.RATE([@実績],[@目標])",
      "_xldudf_PLAN_RATE(加須市[[#This Row],[実績]],加須市[[#This Row],[目標]])",
    ],
    ["この行の、空白のある列", "=[@[達成率 令和3年度]]*2", "加須市[[#This Row],[達成率 令和3年度]]*2"],
    ["この行の列から列まで", "=SUM([@[実績]:[目標]])", "SUM(加須市[[#This Row],[実績]:[目標]])"],
    ["この行ぜんぶ", "=COUNTA([@])", "COUNTA(加須市[#This Row])"],
    ["表の名前のある参照", "=SUM(大泉町[目標])", "SUM(大泉町[目標])"],
    ["見出しと合計", "=大泉町[[#Headers],[目標]]", "大泉町[[#Headers],[目標]]"],
    ["新しい関数", '=XLOOKUP("a",A1:A9,B1:B9)', '_xlfn.XLOOKUP("a",A1:A9,B1:B9)'],
    ["シートの関数", "=SORT(FILTER(A1:A9,B1:B9>1))", "_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,B1:B9>1))"],
    ["点のある昔からの関数", "=NETWORKDAYS.INTL(A1,B1)", "NETWORKDAYS.INTL(A1,B1)"],
    ["点のある新しい関数", "=STDEV.S(A1:A3)", "_xlfn.STDEV.S(A1:A3)"],
    ["スピルの範囲", "=SUM(A1#)", "SUM(_xlfn.ANCHORARRAY(A1))"],
    ["一つだけ取る", "=@A1:A3", "_xlfn.SINGLE(A1:A3)"],
    ["LET の名前", "=LET(x,1,x+A1)", "_xlfn.LET(_xlpm.x,1,_xlpm.x+A1)"],
    ["LAMBDA の名前", "=MAP(A1:A3,LAMBDA(v,v*2))", "_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.v,_xlpm.v*2))"],
    ["文字列の中は変えない", '="PLAN.RATE("&"[@x]"', '"PLAN.RATE("&"[@x]"'],
  ])("%s", (_, here, there) => {
    expect(toFile(here, "加須市")).toBe(there);
    expect(fromFile(there, { table: "加須市", known: KNOWN })).toBe(here);
  });

  test("列ぜんぶは、表の名前を付けて書く", () => {
    expect(toFile("=SUM([目標])", "加須市")).toBe("SUM(加須市[目標])");
  });

  test("ほかの表の「この行」は、表の名前が残る", () => {
    expect(fromFile("大泉町[[#This Row],[目標]]", { table: "加須市" })).toBe("=大泉町[@目標]");
  });

  test("知らないアドインの関数は、最初の _ までがアドインの名前", () => {
    expect(fromFile("_xldudf_CONTOSO_ADD_TWO(1)")).toBe("=CONTOSO.ADD_TWO(1)");
  });

  test("列の名前の記号は逃がしたまま", () => {
    expect(toFile("=[@['[a']]]", "表1")).toBe("表1[[#This Row],['[a']]]");
    expect(fromFile("表1[[#This Row],['[a']]]", { table: "表1" })).toBe("=[@['[a']]]");
  });
});

describe("ここでは数式として受け取らないもの", () => {
  test.each([
    ["ほかのブック", "[1]Sheet1!A1"],
    ["引用符のあるほかのブック", "'[1]Sheet 1'!A1"],
    ["ほかのブックの名前", "[1]!売上"],
    ["DDE", "cmd|'/c calc'!A0"],
    ["壊れた数式", "SUM(A1"],
  ])("%s", (_, text) => {
    expect(fromFile(text)).toBeUndefined();
  });
});

describe("配列としてスピルしてよいと書くのは", () => {
  const spills = (name: string) => name === "PLAN.TABLE";
  test.each([
    ["=A1:A3*2", true],
    ["=FILTER(A1:A9,B1:B9)", true],
    ['=PLAN.TABLE("a","b")', true],
    ["=表[目標]", true],
    ["=SUM(A1:A3)", false],
    ["=A1*2", false],
    ["=[@目標]*2", false],
    ["=PLAN.RATE([@実績],[@目標])", false],
  ])("%s → %s", (formula, expected) => {
    expect(mayBeArray(formula, spills)).toBe(expected);
  });
});
