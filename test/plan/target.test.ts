import * as fc from "fast-check";
import { parseTarget, type Target } from "../../src/plan/target";
import {
  band,
  bound,
  comparison,
  meaningOf,
  milestone,
  missing,
  notMeasured,
  number,
  parts,
  reduction,
  type Meaning,
} from "./target-meanings";

describe("五つの計画に印刷されている形", () => {
  test.each<[string, string, Meaning]>([
    ["加須83 目標", "91.8", number(91.8)],
    ["加須83 基準", "89.3", number(89.3)],
    ["加須3 目標", "18,000", number(18_000)],
    ["加須11 基準（全角）", "１", number(1)],
    ["加須14 基準（全角の零）", "０", number(0)],
    ["加須64 目標（単位がセルの中）", "50％", number(50, "％")],
    ["加須64 目標（言葉の年）", "導入", milestone("導入")],
    ["加須98 目標", "▲30", reduction(-30)],
    ["加須98 最終目標", "▲150", reduction(-150)],
    ["加須124 目標", "１以上", bound(1, "以上")],
    ["加須125 目標（一行）", "主幹 50 主査 70", parts(["主幹", 50], ["主査", 70])],
    ["加須125 目標（二行）", "主幹 50\n主査 70", parts(["主幹", 50], ["主査", 70])],
    ["加須125 目標（斜線）", "主幹 50 / 主査 70", parts(["主幹", 50], ["主査", 70])],
    ["加須125 基準", "主幹56・主査 70", parts(["主幹", 56], ["主査", 70])],
    ["加須125 基準（全角）", "主幹５６・主査　７０", parts(["主幹", 56], ["主査", 70])],
    ["加須84 目標（一行）", "作成 活用", milestone("作成", "活用")],
    ["加須84 目標（二行）", "作成\n活用", milestone("作成", "活用")],
    ["加須84 基準", "作成・活用", milestone("作成", "活用")],
    ["加須85 目標", "実施", milestone("実施")],
    ["加須99 目標", "方針検討", milestone("方針検討")],
    ["加須99 目標", "方針策定", milestone("方針策定")],
    ["加須99 目標", "周知", milestone("周知")],
    ["加須99 基準", "方針の協議", milestone("方針の協議")],
    ["加須100 基準", "検証", milestone("検証")],
    ["加須2 目標（隔年調査）", "－", notMeasured],
    ["加須21 基準", "なし", milestone("なし")],
    ["加須96 基準", "２件", number(2, "件")],
    ["加須123 基準", "696", number(696)],
    ["加須126 基準", "提案数８", number(8)],
    ["加須130 基準", "運用", milestone("運用")],
    ["大泉 KGI 目標", "類似団体平均以下", comparison("類似団体平均", "以下")],
    ["大泉 基準（測っていない）", "—", notMeasured],
    ["大泉 金額", "411,519千円", number(411_519, "千円")],
    ["大泉 割合", "88.4%", number(88.4, "％")],
    ["大泉 数え方", "18主体", number(18, "主体")],
    ["大泉 空白のある単位", "11,690 人", number(11_690, "人")],
    ["伊勢崎 大きな数", "3,351,207人", number(3_351_207, "人")],
    ["伊勢崎 割合", "100%", number(100, "％")],
    ["伊奈 空白のある％", "91.5 %", number(91.5, "％")],
    ["伊奈 全角の数字", "６ 事業", number(6, "事業")],
    ["伊奈 単位なし", "８", number(8)],
    ["範囲の目標（実質収支比率）", "3〜5", band(3, 5)],
  ])("%s「%s」", (_where, text, meaning) => {
    expect(meaningOf(text)).toEqual(meaning);
  });
});

describe("ほかの計画や手入力にある形", () => {
  test.each<[string, Meaning]>([
    // 数と単位
    ["１２，００５", number(12_005)],
    ["1,234,567.5円", number(1_234_567.5, "円")],
    ["50 ％", number(50, "％")],
    ["50パーセント", number(50, "％")],
    ["50(％)", number(50, "％")],
    [".5", number(0.5)],
    ["3か月", number(3, "か月")],
    ["3年", number(3, "年")],
    ["10日", number(10, "日")],
    ["5ヶ所", number(5, "ヶ所")],
    ["12.5㎡", number(12.5, "㎡")],
    ["12.5m2", number(12.5, "m2")],
    ["10件/年", number(10, "件/年")],
    ["3.0億円", number(3, "億円")],
    ["人口41,000人", number(41_000, "人")],
    ["達成率 85％", number(85, "％")],
    // 符号
    ["-5", number(-5)],
    ["−5", number(-5)],
    ["‐5", number(-5)],
    ["－５", number(-5)],
    ["+5", number(5)],
    ["±0", number(0)],
    ["-0", number(0)],
    ["△1,500千円", reduction(-1500, "千円")],
    ["▲ 0.5％", reduction(-0.5, "％")],
    // 数のまわりの言葉
    ["約5,000", number(5000)],
    ["概ね100％", number(100, "％")],
    ["各１", number(1)],
    ["全10施設", number(10, "施設")],
    ["年1回", number(1, "回")],
    ["延べ300人", number(300, "人")],
    ["50人程度", number(50, "人")],
    ["100％を維持", number(100, "％")],
    ["100%達成", number(100, "％")],
    ["50（累計）", number(50)],
    ["（累計）50", number(50)],
    ["50（令和5年度）", number(50)],
    ["50※1", number(50)],
    ["50％＊", number(50, "％")],
    // 上下の限り
    ["1 以上", bound(1, "以上")],
    ["50％以上", bound(50, "以上", "％")],
    ["70％ 未満", bound(70, "未満", "％")],
    ["5件以下", bound(5, "以下", "件")],
    ["20日以内", bound(20, "以下", "日")],
    ["100超", bound(100, "超")],
    ["50％を超える", bound(50, "超", "％")],
    ["10人を下回る", bound(10, "未満", "人")],
    ["90以上を維持", bound(90, "以上")],
    ["3〜", bound(3, "以上")],
    ["〜5件", bound(5, "以下", "件")],
    // 範囲
    ["3～5％", band(3, 5, "％")],
    ["3％〜5％", band(3, 5, "％")],
    ["3~5", band(3, 5)],
    ["3-5", band(3, 5)],
    ["3から5", band(3, 5)],
    ["3％以上5％以下", band(3, 5, "％")],
    ["3以上、5以内", band(3, 5)],
    // いくつかの群
    ["小学校80％、中学校75％", parts(["小学校", 80, "％"], ["中学校", 75, "％"])],
    ["男性：50人、女性：40人", parts(["男性", 50, "人"], ["女性", 40, "人"])],
    ["主幹50％主査70％", parts(["主幹", 50, "％"], ["主査", 70, "％"])],
    ["主幹 50 主査 70 係長 80", parts(["主幹", 50], ["主査", 70], ["係長", 80])],
    ["主幹 50", parts(["主幹", 50])],
    // 比較
    ["県平均以上", comparison("県平均", "以上")],
    ["前年度未満", comparison("前年度", "未満")],
    ["全国平均を上回る", comparison("全国平均", "超")],
    ["前年度比5％以上", comparison("前年度比5%", "以上")],
    // 言葉
    ["検討→策定→実施", milestone("検討", "策定", "実施")],
    ["調査、検討", milestone("調査", "検討")],
    ["ワーク・ライフ・バランスの推進", milestone("ワーク・ライフ・バランスの推進")],
    ["○", milestone("○")],
    ["△", milestone("△")],
    ["×", milestone("×")],
    ["Ａ", milestone("A")],
    ["半減", milestone("半減")],
    ["3回実施", milestone("3回実施")],
    ["1月実施", milestone("1月実施")],
    ["第3次計画策定", milestone("第3次計画策定")],
    ["①検討", milestone("①検討")],
    // 日付は数ではない
    ["令和5年度", milestone("令和5年度")],
    ["2025年3月", milestone("2025年3月")],
    ["2025年", milestone("2025年")],
    ["2025年度末", milestone("2025年度末")],
    ["4月1日", milestone("4月1日")],
    ["3年度", milestone("3年度")],
    ["R5.4", milestone("R5.4")],
    ["H30", milestone("H30")],
    // 線
    ["-", notMeasured],
    ["‐", notMeasured],
    ["―", notMeasured],
    ["–", notMeasured],
    ["ー", notMeasured],
    ["───", notMeasured],
    ["－ －", notMeasured],
    ["／", notMeasured],
    ["対象外", notMeasured],
    // 何もない
    ["", missing],
    [" 　\n", missing],
    ["未入力", missing],
    ["未設定", missing],
  ])("「%s」", (text, meaning) => {
    expect(meaningOf(text)).toEqual(meaning);
  });
});

describe("数と言い切れないものは言葉のまま", () => {
  test.each([
    ["けたの区切りが違う", "1,23"],
    ["区切りの後が四けた", "12,0050"],
    ["小数点が二つ", "1.2.3"],
    ["二つの数", "80（85）"],
    ["億と万が混じる", "約3億2,000万円"],
    ["逆向きの範囲", "5〜3"],
    ["逆向きの範囲（ハイフン）", "5-3"],
    ["単位の違う範囲", "3％〜5人"],
    ["減らす幅か下限か分からない", "▲30以上"],
    ["減らす幅の範囲", "▲30〜▲20"],
    ["群の名と単位の境が分からない", "男50人女40"],
    ["群の名がない", "主幹 50 70"],
    ["大きすぎる", "9".repeat(100).repeat(1)],
    ["大きすぎて無限大になる", `1${"0".repeat(400)}`],
    ["指数", "1e5"],
    ["十六進", "0x10"],
    ["分数", "1/2"],
    ["式", "=A1"],
    ["Excelのエラー", "#N/A"],
    ["頻度", "月1回"],
    ["割合の言い方", "2人に1人"],
    ["差の言い方", "0.1ポイント増"],
    ["番号のある名前", "IPv6"],
    ["段階", "レベル3"],
    ["限りの言葉だけ", "以上"],
    ["限りの言葉だけ（超）", "超"],
    ["符号だけ", "▲"],
    ["小数点だけ", "."],
    ["中黒だけ", "・"],
    ["長い文章", "目標は50件、".repeat(1000)],
  ])("%s", (_name, text) => {
    const read = parseTarget(text);
    const huge = /^\d{20,300}$/.test(text);
    expect(read.kind).toBe(huge ? "number" : "milestone");
    expect(read.printed).toBe(text);
  });
});

test("シートの数はそのまま数、数でない数は何もないのと同じ", () => {
  expect(parseTarget(91.8)).toEqual({ kind: "number", value: 91.8, unit: null, printed: "91.8" });
  expect(parseTarget(0)).toEqual({ kind: "number", value: 0, unit: null, printed: "0" });
  expect(parseTarget(-30).kind).toBe("number");
  expect(
    [Number.NaN, Number.POSITIVE_INFINITY, null, undefined].map((each) => parseTarget(each).kind),
  ).toEqual(Array(4).fill("missing"));
});

test("印刷されたとおりの文字を、前後の空白のほかは変えずに持っている", () => {
  expect(parseTarget(" １以上\n").printed).toBe("１以上");
  expect(parseTarget("主幹 50\n主査 70").printed).toBe("主幹 50\n主査 70");
});

describe("性質", () => {
  const fragments = fc.array(
    fc.oneof(
      fc.constantFrom(
        ..."0123456789０５,，.．%％▲△－-―〜～・、/／()（）:：※ 　\n".split(""),
        ...[
          "以上",
          "以下",
          "未満",
          "超",
          "主幹",
          "主査",
          "人",
          "件",
          "千円",
          "実施",
          "導入",
          "約",
          "年",
          "月",
          "令和",
          "第",
        ],
      ),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 12 },
  );
  const anyCell = fc.oneof(
    fragments.map((each) => each.join("")),
    fc.string({ unit: "binary" }),
    fc.double(),
  );

  function numbersIn(target: Target): number[] {
    switch (target.kind) {
      case "number":
      case "reduction":
      case "bound":
        return [target.value];
      case "band":
        return [target.low, target.high];
      case "parts":
        return target.parts.map(({ value }) => value);
      case "milestone":
      case "comparison":
      case "notMeasured":
      case "missing":
        return [];
    }
  }

  test("何が入っていても例外はなく、数はどれも有限で、零は正の零", () => {
    fc.assert(
      fc.property(anyCell, (cell) => {
        for (const value of numbersIn(parseTarget(cell))) {
          expect(Number.isFinite(value)).toBe(true);
          if (typeof cell === "string") expect(Object.is(value, -0)).toBe(false);
        }
      }),
      { numRuns: 5000 },
    );
  });

  test("読んだ数の数字は、すべて印刷された文字の中にある", () => {
    fc.assert(
      fc.property(fragments, (each) => {
        const text = each.join("");
        const plain = text.normalize("NFKC").replaceAll(",", "");
        for (const value of numbersIn(parseTarget(text))) {
          if (Math.abs(value) >= 1e15 || Math.abs(value) < 1e-6) continue;
          const [whole = "", decimals] = String(Math.abs(value)).split(".");
          expect(plain).toContain(decimals === undefined ? whole : decimals);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test("全角で書いても半角で書いても同じ意味", () => {
    const wide = (text: string) =>
      text
        .replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
        .replaceAll(" ", "　");
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e9, noNaN: true }).map((value) => value.toFixed(1)),
        fc.constantFrom("", "%", "以上", " 未満", "(%)"),
        fc.constantFrom("", "-", "▲", "約"),
        (digits, after, before) => {
          const text = `${before}${digits}${after}`;
          expect(meaningOf(wide(text))).toEqual(meaningOf(text));
        },
      ),
    );
  });

  test("けたの区切りを入れても同じ数", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (value) => {
        expect(meaningOf(value.toLocaleString("en-US"))).toEqual(number(value));
      }),
    );
  });
});
