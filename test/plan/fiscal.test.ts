import fc from "fast-check";
import {
  directionOfRatio,
  FISCAL_RATIOS,
  fiscalRatio,
  linesReached,
  printsDashWhenSound,
  ratioOfIndicator,
  reachesLine,
  statutoryLine,
} from "../../src/plan/fiscal/fiscal";
import type { FiscalParts } from "../../src/plan/fiscal/fiscal";

describe("財政指標を要素から計算する", () => {
  it.each<[string, FiscalParts, number, string, string]>([
    [
      "経常収支比率",
      { 経常経費充当一般財源: 18_000, 経常一般財源: 19_000, 臨時財政対策債: 1_000 },
      90,
      "90.0",
      "18,000÷20,000",
    ],
    [
      "経常収支比率",
      { 経常経費充当一般財源: 18_000, 経常一般財源: 19_000, 臨時財政対策債: 1_000, 減収補填債特例分: 157 },
      89.3,
      "89.3",
      "18,000÷20,157＝89.299…",
    ],
    [
      "経常収支比率（臨時財政対策債等を除く）",
      { 経常経費充当一般財源: 18_000, 経常一般財源: 19_000 },
      94.7,
      "94.7",
      "94.736…を四捨五入",
    ],
    [
      "経常収支比率",
      { 経常経費充当一般財源: 1_837, 経常一般財源: 2_000, 臨時財政対策債: 0 },
      91.9,
      "91.9",
      "91.85の5は切り上げ",
    ],
    [
      "実質公債費比率（単年度）",
      { 元利償還金: 1_000, 準元利償還金: 200, 特定財源: 100, 基準財政需要額算入額: 500, 標準財政規模: 8_500 },
      7.5,
      "7.5",
      "(1,200−600)÷(8,500−500)",
    ],
    ["実質公債費比率", { 単年度: [7.1, 7.3, 7.6] }, 7.3, "7.3", "7.333…を切捨て"],
    ["実質公債費比率", { 単年度: [7.9, 8.0, 8.0] }, 7.9, "7.9", "7.966…を切捨て、8.0にしない"],
    ["実質公債費比率", { 単年度: [8.0, 7.9, 8.1] }, 8, "8.0", "ちょうど8.0を7.9にしない"],
    [
      "実質公債費比率",
      {
        元利償還金: [1_000, 1_000, 1_000],
        準元利償還金: [200, 200, 200],
        特定財源: [100, 100, 100],
        基準財政需要額算入額: [500, 500, 500],
        標準財政規模: [8_500, 8_500, 10_500],
      },
      7,
      "7.0",
      "(7.5＋7.5＋6.0)÷3",
    ],
    ["実質公債費比率", { 単年度: [-0.5, -0.8, -0.9] }, -0.7, "▲0.7", "負の比率は▲、0に向かって切捨て"],
    [
      "将来負担比率",
      {
        将来負担額: 10_000,
        充当可能基金額: 2_000,
        特定財源見込額: 1_000,
        基準財政需要額算入見込額: 4_000,
        標準財政規模: 8_500,
        基準財政需要額算入額: 500,
      },
      37.5,
      "37.5",
      "3,000÷8,000",
    ],
    [
      "将来負担比率",
      {
        将来負担額: 6_000,
        充当可能基金額: 3_000,
        特定財源見込額: 0,
        基準財政需要額算入見込額: 4_000,
        標準財政規模: 8_500,
        基準財政需要額算入額: 500,
      },
      -12.5,
      "－",
      "負なら－",
    ],
    ["実質赤字比率", { 実質赤字額: 0, 標準財政規模: 20_000 }, 0, "－", "赤字がなければ－"],
    ["実質赤字比率", { 実質赤字額: "▲800", 標準財政規模: "20,000" }, -4, "－", "黒字も－"],
    ["実質赤字比率", { 実質赤字額: 250.998, 標準財政規模: 2_000 }, 12.54, "12.54", "12.5499を切捨て"],
    ["実質赤字比率", { 実質赤字額: 400, 標準財政規模: 2_000 }, 20, "20.00", "ちょうど20"],
    ["連結実質赤字比率", { 連結実質赤字額: 1, 標準財政規模: 3 }, 33.33, "33.33", "33.333…"],
    ["連結実質赤字比率", { 連結実質赤字額: 2, 標準財政規模: 3 }, 66.66, "66.66", "66.666…を切捨て"],
    ["資金不足比率", { 資金不足額: 199.9, 事業の規模: 1_000 }, 19.9, "19.9", "19.99を切捨て"],
    ["資金不足比率", { 資金不足額: 0.4, 事業の規模: 1_000 }, 0, "0.0", "0.04は不足があるので0.0"],
    ["実質収支比率", { 実質収支額: 1_622_200, 標準財政規模: 30_000_000 }, 5.4, "5.4", "5.407…"],
    ["実質収支比率", { 実質収支額: -150, 標準財政規模: 10_000 }, -1.5, "▲1.5", "赤字は▲"],
    ["財政力指数", { 単年度: [0.811, 0.826, 0.838] }, 0.83, "0.83", "0.825を四捨五入、％でない"],
    ["財政力指数", { 基準財政収入額: [80, 81, 82], 基準財政需要額: [100, 100, 100] }, 0.81, "0.81", "0.81"],
    ["公債費負担比率", { 公債費充当一般財源: 1_449, 一般財源総額: 10_000 }, 14.5, "14.5", "14.49を四捨五入"],
    ["市税収納率", { 収入済額: 945, 調定額: 1_000 }, 94.5, "94.5", "945÷1,000"],
    ["市税収納率", { 収入済額: "9,845千円", 調定額: "10,000千円" }, 98.5, "98.5", "98.45の5は切り上げ"],
  ])("%s %p は %p（%s）：%s %s", (name, parts, value, printed) => {
    expect(fiscalRatio(name, parts)).toMatchObject({ kind: "ratio", value, printed });
  });

  it("名前は全角・半角、注の印、別の呼び方でも通る", () => {
    const parts = { 経常経費充当一般財源等: 9, 経常一般財源等: 10 };
    expect(fiscalRatio("経常収支比率(臨時財政対策債を除く)", parts)).toMatchObject({ value: 90 });
    expect(fiscalRatio("実質公債費比率＊", { 単年度: [1, 2, 3] })).toMatchObject({
      name: "実質公債費比率",
      value: 2,
    });
  });

  it("名前に単位を添えても通る", () => {
    expect(fiscalRatio("市税収納率（％）", { 収入済額: 97, 調定額: 100 })).toMatchObject({ value: 97 });
    expect(statutoryLine("将来負担比率(%)", "早期健全化")).toMatchObject({ value: 350 });
  });

  it("名前や要素がなければ、どの財政指標があるか、何が要るかを言う", () => {
    const nothing = undefined as unknown as string;
    expect(fiscalRatio(nothing, {})).toMatchObject({ state: "判定不能", cause: "財政指標 不明" });
    expect(fiscalRatio("市税収納率", undefined as unknown as FiscalParts)).toMatchObject({ state: "未入力" });
    expect(statutoryLine(nothing, "早期健全化")).toMatchObject({ cause: "財政指標 不明" });
    expect(statutoryLine("将来負担比率", nothing)).toMatchObject({ cause: "区分 不明" });
  });

  it("3か年平均には各年度の値を添える", () => {
    expect(fiscalRatio("実質公債費比率", { 単年度: [7, 8, 9] })).toMatchObject({
      yearly: [7, 8, 9],
      exact: 8,
    });
  });

  it("財政力指数は1年度分の要素なら単年度の指数", () => {
    const single = fiscalRatio("財政力指数", { 基準財政収入額: 723, 基準財政需要額: 1_000 });
    expect(single).toMatchObject({ value: 0.72, printed: "0.72", unit: null });
    expect(single).not.toHaveProperty("yearly");
  });

  it.each<[string, FiscalParts, string, string]>([
    ["経常収支率", {}, "判定不能", "「経常収支率」という財政指標はありません。使えるのは経常収支比率、"],
    ["市税収納率", { 収入済額: 1, 課税対象額: 2 }, "判定不能", "使えるのは収入済額、調定額です"],
    ["市税収納率", { 収入済額: 1, 収納額: 1, 調定額: 2 }, "判定不能", "「収入済額」が2回あります"],
    ["市税収納率", { 収入済額: 945 }, "未入力", "「調定額」がない"],
    ["市税収納率", { 収入済額: 945, 調定額: "" }, "未入力", "「調定額」がない"],
    ["市税収納率", { 収入済額: 945, 調定額: "調査中" }, "判定不能", "「調定額」が数値でない"],
    ["市税収納率", { 収入済額: 945, 調定額: 0 }, "判定不能", "分母（調定額）が0以下"],
    ["市税収納率", { 収入済額: 945, 調定額: -1 }, "判定不能", "分母（調定額）が0以下"],
    ["市税収納率", { 収入済額: "945千円", 調定額: "1百万円" }, "判定不能", "「千円」と「百万円」"],
    ["市税収納率", { 収入済額: [1, 2, 3], 調定額: 3 }, "判定不能", "1つの年度の数値だけ"],
    ["市税収納率", { 収入済額: NaN, 調定額: 3 }, "判定不能", "数値でない"],
    ["経常収支比率", { 経常経費充当一般財源: 1, 経常一般財源: 2 }, "未入力", "「臨時財政対策債」がない"],
    ["実質公債費比率", { 単年度: [7, 8] }, "判定不能", "古い年度から順に3つ"],
    ["実質公債費比率", { 単年度: [7, 8, ""] }, "未入力", "3年目の単年度がない"],
    [
      "財政力指数",
      { 基準財政収入額: 80, 基準財政需要額: [100, 100, 100] },
      "判定不能",
      "古い年度から順に3つ",
    ],
    ["実質公債費比率", { 単年度: 7.5 }, "判定不能", "古い年度から順に3つ"],
    [
      "財政力指数",
      { 基準財政収入額: [80, 80, 80], 基準財政需要額: [100, 0, 100] },
      "判定不能",
      "2年目の分母",
    ],
    [
      "将来負担比率",
      {
        将来負担額: 1,
        充当可能基金額: 0,
        特定財源見込額: 0,
        基準財政需要額算入見込額: 0,
        標準財政規模: 500,
        基準財政需要額算入額: 500,
      },
      "判定不能",
      "分母（標準財政規模−基準財政需要額算入額）が0以下",
    ],
  ])("%s %p は %s：%s", (name, parts, state, sentence) => {
    const result = fiscalRatio(name, parts);
    expect(result).toMatchObject({ kind: "state", state });
    expect(result.kind === "state" && result.reason).toContain(sentence);
  });

  it("どんな値でも数値か理由のある状態になる", () => {
    const value = fc.oneof(
      fc.double(),
      fc.string(),
      fc.constant(null),
      fc.array(fc.double(), { maxLength: 4 }),
    );
    const ratio = fc.constantFrom(...FISCAL_RATIOS);
    fc.assert(
      fc.property(
        ratio,
        fc.array(value, { minLength: 10, maxLength: 10 }),
        ({ name, numerator, denominator }, values) => {
          const parts = [...numerator, ...denominator].map((part, index) => [part.name, values[index]]);
          const result = fiscalRatio(name, Object.fromEntries(parts));
          if (result.kind === "ratio") {
            expect(Number.isFinite(result.value)).toBe(true);
            expect(result.printed).toMatch(/^(?:－|▲?\d+\.\d{1,2})$/);
          } else expect(result.reason).not.toBe("");
        },
      ),
    );
  });

  it("単位を変えても（千円を円に）同じ", () => {
    const money = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(money, money, (deficit, scale) => {
        const inThousands = fiscalRatio("実質赤字比率", { 実質赤字額: deficit, 標準財政規模: scale });
        const inYen = fiscalRatio("実質赤字比率", { 実質赤字額: deficit * 1000, 標準財政規模: scale * 1000 });
        expect(inYen).toEqual(inThousands);
      }),
    );
  });

  it("切捨てた値は元の値を超えず、四捨五入との差は1つ分より小さい", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.integer({ min: 1, max: 99_999 }),
        (deficit, scale) => {
          const result = fiscalRatio("資金不足比率", { 資金不足額: deficit, 事業の規模: scale });
          if (result.kind !== "ratio") throw new Error(result.reason);
          const tenths = (BigInt(deficit) * 1000n) / BigInt(scale);
          expect(result.value).toBe(Number(tenths) / 10);
        },
      ),
    );
  });
});

describe("指標の名前から", () => {
  it.each([
    ["経常収支比率", "down"],
    ["経常収支比率＊", "down"],
    ["実質収支比率", "band"],
    ["市税収納率", "up"],
    ["財政力指数", "up"],
    ["資金不足比率（下水道事業）", "down"],
    ["協働事業数", null],
    ["経常収支比率の説明会の開催回数", null],
  ])("%s の方向は %p", (name, direction) => {
    expect(directionOfRatio(name)).toBe(direction);
  });

  it.each([
    ["実質赤字比率", true],
    ["連結実質赤字比率", true],
    ["将来負担比率", true],
    ["資金不足比率（水道事業）", true],
    ["実質公債費比率", false],
    ["実質収支比率", false],
  ])("%s の－は該当なし：%p", (name, dash) => {
    expect(printsDashWhenSound(name)).toBe(dash);
  });

  it("連結実質赤字比率は実質赤字比率ではない", () => {
    expect(ratioOfIndicator("連結実質赤字比率")?.name).toBe("連結実質赤字比率");
  });
});

describe("法定の基準", () => {
  it.each([
    ["実質公債費比率", "早期健全化", 25, "25.0"],
    ["実質公債費比率", "財政再生", 35, "35.0"],
    ["実質公債費比率", "起債許可", 18, "18.0"],
    ["将来負担比率", "早期健全化", 350, "350.0"],
    ["資金不足比率", "経営健全化", 20, "20.0"],
    ["実質赤字比率", "財政再生", 20, "20.00"],
    ["連結実質赤字比率", "財政再生", 30, "30.00"],
    ["実質公債費比率", "早期健全化基準", 25, "25.0"],
  ])("%s の%sは%p", (name, kind, value, printed) => {
    expect(statutoryLine(name, kind)).toMatchObject({ kind: "line", value, printed, from: "法令" });
  });

  it.each([
    [30, 15, "15.00"],
    [50, 15, "15.00"],
    [100, 50 * (200 / 3000 + 0.2), "13.33"],
    [120, 50 * (220 / 3600 + 0.2), "13.05"],
    [200, 12.5, "12.50"],
    [300, 50 * (1300 / 36_000 + 0.2), "11.80"],
    [500, 11.25, "11.25"],
    [501, 11.25, "11.25"],
    [10_000, 11.25, "11.25"],
  ])(
    "標準財政規模%p億円の早期健全化：実質赤字は%p、連結はその5ポイント上",
    (標準財政規模, value, printed) => {
      const line = statutoryLine("実質赤字比率", "早期健全化", { 標準財政規模 });
      expect(line).toMatchObject({ kind: "line", printed, from: "算式" });
      expect(line.kind === "line" && line.value).toBeCloseTo(value, 12);
      const combined = statutoryLine("連結実質赤字比率", "早期健全化", { 標準財政規模 });
      expect(combined.kind === "line" && combined.value).toBeCloseTo(value + 5, 12);
    },
  );

  it("標準財政規模が大きいほど基準は低いか同じで、境目で飛ばない", () => {
    const lineAt = (標準財政規模: number): number => {
      const line = statutoryLine("実質赤字比率", "早期健全化", { 標準財政規模 });
      return line.kind === "line" ? line.value : NaN;
    };
    const scale = fc.double({ min: 1, max: 1000, noNaN: true });
    fc.assert(
      fc.property(scale, scale, (a, b) => {
        expect(lineAt(Math.max(a, b))).toBeLessThanOrEqual(lineAt(Math.min(a, b)) + 1e-12);
        expect(lineAt(a)).toBeGreaterThanOrEqual(11.25);
        expect(lineAt(a)).toBeLessThanOrEqual(15);
      }),
    );
    for (const edge of [50, 200, 500]) expect(lineAt(edge + 1e-9)).toBeCloseTo(lineAt(edge), 6);
  });

  it("200億円を超えると算式が変わる", () => {
    // ((240+1000)/(120×240)+0.2)/2 = 12.1527… %
    expect(statutoryLine("実質赤字比率", "早期健全化", { 標準財政規模: 240 })).toMatchObject({
      printed: "12.15",
    });
  });

  it("公表値を入れれば算式より先に使う", () => {
    expect(statutoryLine("実質赤字比率", "早期健全化", { 標準財政規模: 100, 公表値: "12.63" })).toMatchObject(
      {
        value: 12.63,
        printed: "12.63",
        from: "公表値",
      },
    );
  });

  it.each([
    ["将来負担比率", "財政再生", {}, "対象外", "あるのは早期健全化です"],
    ["経常収支比率", "早期健全化", {}, "対象外", "法定の基準はありません"],
    ["経常収支率", "早期健全化", {}, "判定不能", "という財政指標はありません"],
    ["実質公債費比率", "破綻", {}, "判定不能", "使えるのは早期健全化、財政再生、経営健全化、起債許可です"],
    ["実質赤字比率", "早期健全化", {}, "未入力", "標準財政規模（億円）で決まります"],
    ["実質赤字比率", "早期健全化", { 標準財政規模: 0 }, "判定不能", "0より大きい"],
    ["実質赤字比率", "早期健全化", { 標準財政規模: "12,000百万円" }, "判定不能", "億円の数値で"],
    ["実質赤字比率", "早期健全化", { 公表値: "なし" }, "判定不能", "公表値"],
    [
      "実質赤字比率",
      "早期健全化",
      { 標準財政規模: 22_000_000 },
      "判定不能",
      "「22,000,000億円」の市町村はありません。千円の値なら100000で",
    ],
    ["連結実質赤字比率", "早期健全化", { 標準財政規模: "22,000" }, "判定不能", "百万円の値なら100で割って"],
    [
      "実質赤字比率",
      "起債許可",
      {},
      "判定不能",
      "にも起債許可の基準がありますが、このアドインには入っていません",
    ],
    [
      "資金不足比率",
      "起債許可",
      {},
      "判定不能",
      "にも起債許可の基準がありますが、このアドインには入っていません",
    ],
    ["資金不足比率", "財政再生", {}, "対象外", "あるのは経営健全化です"],
  ])("%s の%s %p は %s：%s", (name, kind, options, state, sentence) => {
    const line = statutoryLine(name, kind, options);
    expect(line).toMatchObject({ kind: "state", state });
    expect(line.kind === "state" && line.reason).toContain(sentence);
  });

  it.each([
    ["実質公債費比率", 25, "早期健全化", true],
    ["実質公債費比率", 24.9, "早期健全化", false],
    ["実質公債費比率", "18.0", "起債許可", true],
    ["将来負担比率", "－", "早期健全化", false],
    ["資金不足比率", 20, "経営健全化", true],
  ])("%s %p は%sに%p：以上で達する", (name, ratio, kind, reached) => {
    expect(reachesLine(name, ratio, kind)).toBe(reached);
  });

  it("値がなければ達したとも達していないとも言わない", () => {
    expect(reachesLine("実質公債費比率", "", "早期健全化")).toMatchObject({ state: "未入力" });
    expect(reachesLine("将来負担比率", 400, "財政再生")).toMatchObject({ state: "対象外" });
  });

  it("達した基準を緩い順に挙げる", () => {
    expect(linesReached("実質公債費比率", 26).map(({ line }) => line)).toEqual(["起債許可", "早期健全化"]);
    expect(linesReached("実質赤字比率", 21).map(({ line }) => line)).toEqual(["財政再生"]);
    expect(linesReached("実質赤字比率", 21, { 標準財政規模: 100 }).map(({ line }) => line)).toEqual([
      "早期健全化",
      "財政再生",
    ]);
    expect(linesReached("実質公債費比率", 5)).toEqual([]);
    expect(linesReached("経常収支比率", 99)).toEqual([]);
  });
});

describe("Excel が省いた引数に渡す null", () => {
  it("要素も標準財政規模も、省いたのと同じ未入力", () => {
    expect(fiscalRatio("実質赤字比率", null)).toEqual(fiscalRatio("実質赤字比率"));
    expect(statutoryLine("実質赤字比率", "早期健全化", null)).toMatchObject({ state: "未入力" });
  });
});
