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

/** Reasons that lie in how the formula is written, not in what stands in the cells. */
const wrongCauses: readonly string[] = ["3か年分が必要", "要素 不明", "要素の重複", "値が複数"];

/** － where there is nothing to report, as it is published; else the number. */
function ratioCell(ratio: FiscalRatio, parts: FiscalParts): Answer {
  const answer = fiscalRatio(ratio.name, parts);
  if (answer.kind === "ratio") return answer.printed === "－" ? "－" : answer.value;
  const missing = partsInOrder(ratio).some(({ name, optional }) => !(name in parts) && optional !== true);
  if (wrongCauses.includes(answer.cause) || (missing && !("単年度" in parts)))
    return wrongUse(`${answer.reason}${expected(ratio)}`);
  return answer.state;
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
    text: "要素は算式に出てくる順に並べます。名称と金額の2列の範囲を渡すと、名称で要素を探し、関係のない行は読み飛ばします。実質公債費比率と財政力指数は3か年の平均なので、要素ごとに3つのセル（名称の範囲なら金額の列を3つ）か、単年度の比率を並べた3つのセルの範囲を1つ（A1:C1 など）渡します。1か年だけなら「実質公債費比率（単年度）」です。結果は％の数（12.3）で、赤字や負担がないときは公表と同じ「－」です。法定の比率は切り捨て、そのほかは四捨五入します。",
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
          "要素が足りないか、数でないか、単位が混ざっています。エラーの説明に、足りない要素と算式の順が出ます。",
      },
      { shown: "#N/A", meaning: "その名の財政指標はありません。エラーの説明に、近い名が出ます。" },
      errorMeanings.blank,
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
