/** Formulas as text: read, moved and resolved as Excel does. The tables are the specification. */
import * as fc from "fast-check";
import {
  asExcelWrites,
  type Cell,
  columnIndex,
  columnLetters,
  type Edit,
  faultOfDefinedName,
  faultOfTableName,
  fromR1C1,
  isReadable,
  type Lookup,
  parseAddress,
  parseStructured,
  precedents,
  printAddress,
  printStructured,
  quoteSheet,
  relocate,
  shiftReferences,
  tokenize,
  toPlain,
  toR1C1,
} from "../../../src/workbench/host/formula";

const table = {
  name: "表_加須",
  area: { sheet: "計画", top: 3, left: 1, bottom: 10, right: 5 },
  header: true,
  totals: true,
  columns: ["ID", "実績", "目標", "達成率 令和3年度", "備考#1"],
};
const names: Readonly<Record<string, string>> = {
  加須市: '=IF(表_加須[#All]="","",表_加須[#All])',
  評価年度: "=設定!$B$2",
  別名: "=評価年度",
  左: "=設定!A1",
  目標列: "=表_加須[目標]",
  率: "=0.1",
};
const sheets = ["計画", "設定", "2021 年"];
const lookup: Lookup = {
  table: (name) => (name.toLowerCase() === table.name ? table : undefined),
  tableAt: ({ sheet, row }) => (sheet === "計画" && row >= 3 && row <= 10 ? table : undefined),
  name: (name) => (names[name] === undefined ? undefined : { name, formula: names[name] }),
  sheet: (name) => sheets.find((sheet) => sheet.toLowerCase() === name.toLowerCase()),
  sheetsBetween: () => undefined,
};
/** D6: a data row of the table. */
const home: Cell = { sheet: "計画", row: 5, column: 3 };

describe("番地", () => {
  test.each([
    ["A", 0],
    ["Z", 25],
    ["AA", 26],
    ["XFD", 16_383],
    ["XFE", undefined],
    ["", undefined],
    ["1", undefined],
  ])("列 %s は %s", (letters, index) => {
    expect(columnIndex(letters)).toBe(index);
    if (index !== undefined) expect(columnLetters(index)).toBe(letters);
  });

  test.each([
    ["A1", "計画!A1"],
    ["$B$2:A1", "計画!A1:B2"],
    ["A:C", "計画!A:C"],
    ["3:1", "計画!1:3"],
    ["設定!b2", "設定!B2"],
    ["'2021 年'!A1:B2", "'2021 年'!A1:B2"],
    ["'田中''s'!A1", "'田中''s'!A1"],
    ["A", undefined],
    ["1", undefined],
    ["A0", undefined],
    ["A1048577", undefined],
    ["XFE1", undefined],
    ["A1:B", undefined],
    ["", undefined],
  ])("%s → %s", (address, printed) => {
    const area = parseAddress(address, "計画");
    expect(area && printAddress(area, { sheet: true })).toBe(printed);
  });

  test.each([
    ["計画", "計画"],
    ["Sheet1", "Sheet1"],
    ["2021年", "'2021年'"],
    ["表 1", "'表 1'"],
    ["田中's", "'田中''s'"],
    ["A1", "'A1'"],
    ["R1C1", "'R1C1'"],
    ["集計（案）", "'集計（案）'"],
    ["a-b", "'a-b'"],
  ])("シート名 %s は %s と書く", (name, written) => expect(quoteSheet(name)).toBe(written));
});

describe("名前の規則", () => {
  test.each([
    ["表1", undefined],
    ["_計画", undefined],
    ["加須市", undefined],
    ["T.2021", undefined],
    ["", "empty"],
    ["あ".repeat(256), "tooLong"],
    ["1表", "firstCharacter"],
    ["表 1", "character"],
    ["表-1", "character"],
    ["A1", "looksLikeReference"],
    ["xfd1", "looksLikeReference"],
    ["XFE1", undefined],
    ["R1C1", "looksLikeReference"],
    ["r", "looksLikeReference"],
    ["C", "looksLikeReference"],
    ["TRUE", "reserved"],
  ] as const)("%s: %s", (name, fault) => {
    expect(faultOfTableName(name)).toBe(fault);
    expect(faultOfDefinedName(name)).toBe(fault);
  });
});

describe("読めるか", () => {
  test.each([
    "=1",
    "=-A1%",
    "=SUM(A1,,2)",
    "=表[#All]",
    '="a""b"',
    "={1,2;3,4}",
    "=A1:B2 B1:C3",
    "=LAMBDA(x,x)(1)",
    "=(A1,B1)",
    "=PLAN.RATE([@実績],[@[目標 令和3年度]])",
    "=A1#",
    "=@A:A",
    "='2021 年'!A1",
    "=f()",
  ])("%s", (formula) => expect(isReadable(formula)).toBe(true));
  test.each([
    "1",
    "=",
    "=1+",
    "=(1",
    "=SUM(1",
    "=SUM(1))",
    '="a',
    "=表[",
    "={1,2;3}",
    "=1 2",
    "=f(1;2)",
    "='計画!A1",
    "=+*1",
    `=${"1+".repeat(5000)}1`,
  ])("%s は読めない", (formula) => expect(isReadable(formula)).toBe(false));
});

test("語をつなぐと元の式になる(どんな文字列でも)", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      "A1",
      "$B$2:C3",
      "表_加須[実績]",
      "[@目標]",
      "SUM(",
      ")",
      ",",
      "+",
      '"x"',
      "#N/A",
      "'2021 年'!A1",
      "加須市",
      "1.5",
      " ",
      "[",
      "'",
      "{1;2}",
      "A1#",
      "@",
    ),
    fc.string({ maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join("");
      expect(
        tokenize(text)
          .map((token) => token.text)
          .join(""),
      ).toBe(text);
      isReadable(`=${text}`);
      toPlain(`=${text}`, home, lookup);
    }),
  );
});

describe("構造化参照", () => {
  test.each([
    "[]",
    "[実績]",
    "[#All]",
    "[#Headers]",
    "[@]",
    "[@実績]",
    "[@[達成率 令和3年度]]",
    "[[実績]:[目標]]",
    "[@[実績]:[目標]]",
    "[[#Headers],[実績]]",
    "[[#Headers],[#Data],[実績]:[目標]]",
    "[備考'#1]",
    "[[#All],[備考'[1']]]",
  ])("%s は読んで書くと同じ", (text) => {
    const structured = parseStructured(text.slice(1, -1));
    expect(structured && printStructured(structured)).toBe(text);
  });

  test.each([
    ["=SUM(表_加須[実績])", "=SUM($C$5:$C$10)"],
    ["=表_加須", "=$B$5:$F$10"],
    ["=表_加須[]", "=$B$5:$F$10"],
    ["=表_加須[#All]", "=$B$4:$F$11"],
    ["=表_加須[#Headers]", "=$B$4:$F$4"],
    ["=表_加須[#Totals]", "=$B$11:$F$11"],
    ["=表_加須[[#Headers],[実績]]", "=$C$4"],
    ["=表_加須[[#Headers],[#Data],[実績]]", "=$C$4:$C$10"],
    ["=表_加須[[実績]:[目標]]", "=$C$5:$D$10"],
    ["=[@実績]/[@目標]", "=$C6/$D6"],
    ["=表_加須[@[達成率 令和3年度]]", "=$E6"],
    ["=表_加須[[#This Row],[実績]:[目標]]", "=$C6:$D6"],
    ["=[実績]", "=$C$5:$C$10"],
    ["=表_加須[備考'#1]", "=$F$5:$F$10"],
    ["=表_加須[ない列]", "=#REF!"],
    ["=ない表[実績]", "=#REF!"],
    ["=ない!A1", "=#REF!"],
    ["=評価年度+1", "=設定!$B$2+1"],
    ["=別名", "=設定!$B$2"],
    ["=SUM(目標列)", "=SUM($D$5:$D$10)"],
    ["=左", "=(設定!D6)"],
    ["=知らない", "=知らない"],
    ["=LET(値,1,値)", "=LET(値,1,値)"],
    ['="表_加須[実績]"', '="表_加須[実績]"'],
  ])("%s → %s", (formula, plain) =>
    expect(toPlain(formula, home, lookup)).toEqual({ kind: "plain", formula: plain, names: [] }),
  );

  test("ほかのシートから", () =>
    expect(toPlain("=SUM(表_加須[実績])", { sheet: "2021 年", row: 0, column: 0 }, lookup)).toMatchObject({
      formula: "=SUM(計画!$C$5:$C$10)",
    }));
  test("表の行でないところの @ は #VALUE!", () =>
    expect(toPlain("=表_加須[@実績]", { ...home, row: 20 }, lookup)).toMatchObject({ formula: "=#VALUE!" }));
  test("式でできた名前は名前のまま渡す", () =>
    expect(toPlain("=PLAN.F(加須市)*率", home, lookup)).toEqual({
      kind: "plain",
      formula: "=PLAN.F(加須市)*率",
      names: ["加須市", "率"],
    }));
  test("読めない式", () => expect(toPlain("=SUM(", home, lookup)).toEqual({ kind: "unreadable" }));

  test("頼る範囲は、表と名前の先まで", () => {
    const read = (formula: string) =>
      precedents(formula, home, lookup).map((area) => printAddress(area, { sheet: true }));
    expect(read("=PLAN.F([@実績],評価年度,加須市)")).toEqual(["計画!C6", "設定!B2", "計画!B4:F11"]);
    expect(read("=1+2")).toEqual([]);
  });

  test("入れた式は Excel の書き方に直る", () => {
    expect(asExcelWrites("=sum(a1:b2)+設定!c3+表_加須[実績]+true", home, lookup)).toBe(
      "=SUM(A1:B2)+設定!C3+表_加須[実績]+TRUE",
    );
    expect(asExcelWrites("=[@[実績]]", home, lookup)).toBe("=[@実績]");
  });
});

describe("動かしたあとの式", () => {
  const rows = (kind: "insertRows" | "deleteRows", at: number, count = 1, sheet = "計画"): Edit => ({
    kind,
    sheet,
    at,
    count,
  });
  const columns = (kind: "insertColumns" | "deleteColumns", at: number, count = 1): Edit => ({
    kind,
    sheet: "計画",
    at,
    count,
  });
  const area = (top: number, left: number, bottom: number, right: number) => ({
    sheet: "計画",
    top,
    left,
    bottom,
    right,
  });
  test.each<[string, string, Edit, string]>([
    ["上に行を入れる", "=A5+$A$5", rows("insertRows", 2, 3), "=A8+$A$8"],
    ["範囲の中に行を入れる", "=SUM(A1:A10)", rows("insertRows", 5), "=SUM(A1:A11)"],
    ["範囲のすぐ下に行を入れても伸びない", "=SUM(A1:A10)", rows("insertRows", 10), "=SUM(A1:A10)"],
    ["ほかのシートの行", "=設定!A5+A5", rows("insertRows", 2), "=設定!A5+A6"],
    ["名指しした自分のシート", "=計画!A5", rows("insertRows", 2), "=計画!A6"],
    ["列全体は行で動かない", "=SUM(A:A)", rows("insertRows", 2), "=SUM(A:A)"],
    ["行全体は行で動く", "=SUM(3:4)", rows("insertRows", 0), "=SUM(4:5)"],
    ["消えた行", "=A5", rows("deleteRows", 4), "=#REF!"],
    ["消えた行(シートつき)", "='計画'!A5", rows("deleteRows", 4), "=計画!#REF!"],
    ["範囲の一部が消える", "=SUM(A1:A10)", rows("deleteRows", 8, 5), "=SUM(A1:A8)"],
    ["範囲の頭が消える", "=SUM(A5:A10)", rows("deleteRows", 2, 4), "=SUM(A3:A6)"],
    ["範囲がみな消える", "=SUM(A5:A6)+1", rows("deleteRows", 3, 5), "=SUM(#REF!)+1"],
    ["列を入れる", "=B1+SUM(A:C)", columns("insertColumns", 1), "=C1+SUM(A:D)"],
    ["列が消える", "=B1+C1", columns("deleteColumns", 1), "=#REF!+B1"],
    ["逆向きの範囲", "=SUM(B5:A1)", rows("insertRows", 2), "=SUM(B6:A1)"],
    ["セルを下へずらす", "=B5+C5", { kind: "insertCells", area: area(2, 1, 3, 1), shift: "down" }, "=B7+C5"],
    [
      "ずらす帯からはみ出す範囲は動かない",
      "=SUM(B5:C6)",
      { kind: "insertCells", area: area(2, 1, 3, 1), shift: "down" },
      "=SUM(B5:C6)",
    ],
    ["セルを右へずらす", "=C3", { kind: "insertCells", area: area(2, 1, 2, 1), shift: "right" }, "=D3"],
    [
      "セルを消して上へ詰める",
      "=B5+B3",
      { kind: "deleteCells", area: area(2, 1, 3, 1), shift: "up" },
      "=B3+#REF!",
    ],
    [
      "移す",
      "=SUM(A1:A2)+B1",
      { kind: "move", from: area(0, 0, 1, 0), to: { sheet: "計画", row: 5, column: 3 } },
      "=SUM(D6:D7)+B1",
    ],
    [
      "別のシートへ移す",
      "=A1",
      { kind: "move", from: area(0, 0, 1, 0), to: { sheet: "2021 年", row: 0, column: 0 } },
      "='2021 年'!A1",
    ],
    [
      "移した先の下敷き",
      "=D6",
      { kind: "move", from: area(0, 0, 1, 0), to: { sheet: "計画", row: 5, column: 3 } },
      "=#REF!",
    ],
    [
      "シート名",
      '=設定!A1&"設定!A1"',
      { kind: "renameSheet", from: "設定", to: "設定 新" },
      "='設定 新'!A1&\"設定!A1\"",
    ],
    ["シート名(大文字小文字)", "=sheet1!A1", { kind: "renameSheet", from: "Sheet1", to: "計" }, "=計!A1"],
    ["シートが消える", "=設定!A1+A1", { kind: "deleteSheet", sheet: "設定" }, "=#REF!A1+A1"],
    [
      "表の名前",
      "=SUM(表[実績])+ROWS(表)",
      { kind: "renameTable", from: "表", to: "表_加須" },
      "=SUM(表_加須[実績])+ROWS(表_加須)",
    ],
    [
      "列の名前",
      "=表[実績]+他[実績]+表[[#Headers],[実績]:[目標]]",
      { kind: "renameColumn", table: "表", from: "実績", to: "実績 [新]" },
      "=表[実績 '[新']]+他[実績]+表[[#Headers],[実績 '[新']]:[目標]]",
    ],
    [
      "自分の表の列の名前",
      "=[@実績]",
      { kind: "renameColumn", table: "表", from: "実績", to: "実績 令和3年度" },
      "=[@[実績 令和3年度]]",
    ],
    ["列が消える(表)", "=表[実績]+1", { kind: "deleteColumn", table: "表", column: "実績" }, "=#REF!+1"],
    ["表を範囲に戻す", "=SUM(表_加須[実績])", { kind: "deleteTable", table }, "=SUM(計画!$C$5:$C$10)"],
    [
      "名前の名前",
      "=評価年度+設定!評価年度",
      { kind: "renameName", from: "評価年度", to: "年度" },
      "=年度+設定!年度",
    ],
    ["文字列の中は変わらない", '="A5"&A1', rows("insertRows", 2), '="A5"&A1'],
  ])("%s: %s", (_, formula, edit, after) =>
    expect(shiftReferences(formula, "計画", edit, { table: "表", row: 5 })).toBe(after),
  );

  test("変わらない式は同じ文字列", () =>
    expect(shiftReferences("=SUM( A1 , B1 )", "計画", rows("insertRows", 5))).toBe("=SUM( A1 , B1 )"));

  test("入れた行を消すと元に戻る", () => {
    const cell = fc.record({ row: fc.integer({ min: 0, max: 40 }), column: fc.integer({ min: 0, max: 40 }) });
    fc.assert(
      fc.property(
        cell,
        cell,
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 5 }),
        (a, b, at, count) => {
          const formula = `=SUM(${printAddress({ sheet: "計画", top: Math.min(a.row, b.row), left: Math.min(a.column, b.column), bottom: Math.max(a.row, b.row), right: Math.max(a.column, b.column) })})`;
          const there = shiftReferences(formula, "計画", rows("insertRows", at, count));
          expect(shiftReferences(there, "計画", rows("deleteRows", at, count))).toBe(formula);
        },
      ),
    );
  });
});

describe("写した式と R1C1", () => {
  test.each([
    ["=A1+$A1+A$1+$A$1", 1, 2, "=C2+$A2+C$1+$A$1"],
    ["=SUM(B2:C3)+設定!B2", -1, -1, "=SUM(A1:B2)+設定!A1"],
    ["=A1", -1, 0, "=#REF!"],
    ["=設定!A1", 0, -1, "=設定!#REF!"],
    ["=SUM(A:A,1:1)", 1, 1, "=SUM(B:B,2:2)"],
    ["=[@実績]+評価年度", 5, 5, "=[@実績]+評価年度"],
  ])("%s を %s 行 %s 列", (formula, down, across, after) =>
    expect(relocate(formula, down, across)).toBe(after),
  );

  test.each([
    ["=A1", "=R[-5]C[-3]"],
    ["=D6", "=RC"],
    ["=$A$1", "=R1C1"],
    ["=SUM(D1:D5)", "=SUM(R[-5]C:R[-1]C)"],
    ["=SUM(A:A,$1:$2)", "=SUM(C[-3],R1:R2)"],
    ["='2021 年'!E7", "='2021 年'!R[1]C[1]"],
    ['=[@実績]&"A1"', '=[@実績]&"A1"'],
  ])("%s ⇄ %s", (formula, r1c1) => {
    expect(toR1C1(formula, home)).toBe(r1c1);
    // A whole column may be written `A:A` only.
    expect(fromR1C1(r1c1, home)).toBe(formula);
  });
});
