/** =PLAN.RATIO: a 財政指標 from its parts, rounded as its own rule says. */
import { type FiscalParts, fiscalRatio } from "../../plan/fiscal/fiscal";
import { type FiscalRatio } from "../../plan/fiscal/ratios";
import { fiscalName } from "../arguments/fiscal-name";
import { expected, partsInOrder, partsOf } from "../arguments/fiscal-parts";
import {
  type Answer,
  type Argument,
  type CellInput,
  type Definition,
  isRefusal,
  wrongUse,
} from "../definition";
import { oneCell, several } from "../each-cell";
import { errorMeanings } from "../help/errors";

/** A year that is not settled yet adds up to 0: nothing is wrong with the formula. */
const emptyDenominator = "分母が0以下";

/** － where there is nothing to report, as it is published; else the number. What no cell can say in a word is said in a sentence. */
function ratioCell(ratio: FiscalRatio, parts: FiscalParts): Answer {
  const answer = fiscalRatio(ratio.name, parts);
  if (answer.kind === "ratio") return answer.printed === "－" ? "－" : answer.value;
  const required = partsInOrder(ratio).filter(({ optional }) => optional !== true);
  const missing = !("単年度" in parts) && required.some(({ name }) => !(name in parts));
  if (answer.state === "未入力" && !missing) return answer.state;
  if (answer.cause === emptyDenominator) return answer.state;
  const order = missing || answer.cause === "3か年分が必要" ? expected(ratio) : "";
  return wrongUse(`${answer.reason}${order}`);
}

export const ratio: Definition = {
  id: "RATIO",
  description: "財政指標（経常収支比率など）を、その要素から計算します。端数は指標ごとの決まりで処理します。",
  parameters: [
    {
      name: "財政指標",
      description:
        "経常収支比率、実質公債費比率、将来負担比率、実質赤字比率、連結実質赤字比率、資金不足比率、実質収支比率、財政力指数、公債費負担比率、市税収納率 など。",
      type: "any",
      matrix: true,
      optional: false,
    },
    {
      name: "要素",
      description:
        "算式の順に並べた金額、または名称と金額の2列の範囲（決算の表）。3か年平均の指標は、古い年度から3つずつ。",
      type: "any",
      matrix: true,
      optional: true,
      repeating: true,
    },
  ],
  result: { type: "any", matrix: true },
  run: (name, ...given): Answer | Answer[][] => {
    const only = oneCell(name);
    if (only === several) return wrongUse("財政指標は1つのセルか文字で指定してください。");
    const found = fiscalName(only);
    if (isRefusal(found)) return found;
    const parts = partsOf(found, spread(given));
    return isRefusal(parts) ? parts : ratioCell(found, parts);
  },
  help: {
    text: "要素は算式に出てくる順に並べます。名称と金額の2列の範囲を渡すと、名称で要素を探し、関係のない行は読み飛ばします。実質公債費比率と財政力指数は3か年の平均なので、要素ごとに3つのセル（名称の範囲なら金額の列を3つ）か、単年度の比率を並べた3つのセルの範囲を1つ（A1:C1 など）渡します。1か年だけなら「実質公債費比率（単年度）」です（財政力指数は、要素を1か年ずつ渡せば単年度の指数）。名称に（千円）や（百万円）が付いているときは、違う単位を混ぜません。結果は％の数（12.3）で、赤字や負担がないときは公表と同じ「－」です。法定の比率は切り捨て、そのほかは四捨五入します。",
    examples: [
      {
        formula: '=PLAN.RATIO("市税収納率",9870,10000)',
        result: "98.7",
        explanation: "収入済額、調定額の順",
      },
      {
        formula: '=PLAN.RATIO("経常収支比率",A1:B3)',
        result: "91.5",
        explanation: "名称と金額の2列の範囲",
        cells: {
          A1: "経常経費充当一般財源",
          B1: 18300,
          A2: "経常一般財源",
          B2: 19000,
          A3: "臨時財政対策債",
          B3: 1000,
        },
      },
      {
        formula: '=PLAN.RATIO("実質公債費比率",A1:C1)',
        result: "7.9",
        explanation: "単年度の比率を3つ（平均して小数2桁以下を切り捨て）",
        cells: { A1: 8.21, B1: 7.94, C1: 7.83 },
      },
      {
        formula: '=PLAN.RATIO("将来負担比率",3000,2500,400,600,8000,500)',
        result: "－",
        explanation: "将来負担がないときは、公表と同じ「－」",
      },
      {
        formula: '=PLAN.RATIO("実質公債費比率（単年度）",1200,300,100,500,9000)',
        result: "10.5",
        explanation: "1か年の比率",
      },
    ],
    errors: [
      {
        shown: "#VALUE!",
        meaning:
          "要素が足りないか、数でないか、単位が混ざっているか、金額の列が多すぎます。エラーの説明に、どの要素をどうするかが出ます。",
      },
      { shown: "#N/A", meaning: "その名の財政指標はありません。エラーの説明に、近い名が出ます。" },
      errorMeanings.blank,
      { shown: "未入力", meaning: "要素のセルのどれかが空白です。金額がないときは 0 と入力してください。" },
      {
        shown: "判定不能",
        meaning: "分母が 0 以下です。標準財政規模や経常一般財源などの値を確かめてください。",
      },
    ],
  },
};

/** Excel hands repeating arguments over as one list of ranges; a caller in code may write them one after the other. */
function spread(given: readonly Argument[]): readonly Argument[] {
  const [first, ...others] = given;
  if (others.length > 0 || !Array.isArray(first)) return given;
  const list: readonly unknown[] = first;
  const ranges = list.filter(isRange);
  if (list.length > 0 && ranges.length === 0) return given;
  return list.map((range) => (isRange(range) ? range : null));
}

function isRange(value: unknown): value is CellInput[][] {
  return Array.isArray(value) && Array.isArray(value[0]);
}
