/** =PLAN.LIMIT: the statutory line of a 財政指標. */
import { LINE_KINDS, statutoryLine } from "../../plan/fiscal/lines";
import { fiscalName } from "../arguments/fiscal-name";
import { errorIn, quoted, readCell, shownTruth } from "../arguments/cell";
import { type Answer, type Definition, isRefusal, notThere, type Refusal, wrongUse } from "../definition";
import { eachCellOf, type GivenCell, omitted } from "../each-cell";
import { errorMeanings } from "../help/errors";

const choices = `使えるのは${LINE_KINDS.map((kind) => `「${kind}」`).join("、")}です。`;

function limitOf([
  ratioCell = omitted,
  kindCell = omitted,
  scaleCell = omitted,
]: readonly GivenCell[]): Answer {
  const ratio = fiscalName(ratioCell);
  if (isRefusal(ratio)) return ratio;
  const kind = kindOf(kindCell);
  if (isRefusal(kind)) return kind;
  const scale = scaleCell === omitted ? null : readCell(scaleCell);
  if (scale?.kind === "error") return errorIn("標準財政規模", scale.shown);
  if (scale?.kind === "blank") return wrongUse("標準財政規模のセルが空白です。億円の数を入力してください。");
  if (scale?.kind === "value" && typeof scale.value === "boolean")
    return wrongUse(`標準財政規模が ${shownTruth(scale.value)} です。億円の数を入力してください。`);
  const size = scale?.kind === "value" && typeof scale.value !== "boolean" ? scale.value : null;
  const line = statutoryLine(ratio.name, kind, { 標準財政規模: size });
  if (line.kind === "line") return Number(line.printed);
  if (line.state === "対象外") return "対象外";
  if (line.state === "未入力")
    return wrongUse(
      "標準財政規模 未入力：この基準は標準財政規模で決まります。3番目の引数に億円の数を指定してください。",
    );
  return wrongUse(line.reason);
}

function kindOf(cell: GivenCell): string | Refusal {
  const reading = cell === omitted ? { kind: "blank" as const } : readCell(cell);
  if (reading.kind === "blank") return wrongUse(`区分を指定してください。${choices}`);
  if (reading.kind === "error") return errorIn("区分", reading.shown);
  const typed = String(reading.value);
  const known = LINE_KINDS.some((kind) => typed.normalize("NFKC").replace(/\s/gu, "").startsWith(kind));
  return known ? typed : notThere(`${quoted(typed)}という区分はありません。${choices}`);
}

export const limit: Definition = {
  id: "LIMIT",
  description: "財政指標の法定の基準（早期健全化基準など）です。市町村の基準を％の数で返します。",
  parameters: [
    {
      name: "財政指標",
      description: "実質公債費比率、将来負担比率、実質赤字比率、連結実質赤字比率、資金不足比率。",
      type: "any",
      matrix: true,
      optional: false,
    },
    {
      name: "区分",
      description: "早期健全化・財政再生・経営健全化・起債許可。",
      type: "any",
      matrix: true,
      optional: false,
    },
    {
      name: "標準財政規模",
      description: "億円の数。実質赤字比率と連結実質赤字比率の早期健全化基準は、これで決まります。",
      type: "any",
      matrix: true,
      optional: true,
    },
  ],
  result: { type: "any", matrix: true },
  run: (ratio, kind, scale) =>
    eachCellOf([ratio, kind, scale], ["財政指標", "区分", "標準財政規模"], limitOf),
  help: {
    text: "比率がこの値以上になると、その区分にあたります。実質赤字比率と連結実質赤字比率の早期健全化基準は標準財政規模から計算し、小数2桁未満を切り捨てます。自治体が公表している基準がある場合は、公表値を優先してください。市町村の基準です（政令指定都市の将来負担比率は400％です）。基準のない組み合わせは「対象外」です。",
    examples: [
      { formula: '=PLAN.LIMIT("実質公債費比率","早期健全化")', result: "25", explanation: "早期健全化基準" },
      {
        formula: '=PLAN.LIMIT("実質公債費比率","起債許可")',
        result: "18",
        explanation: "起債に許可が要る基準",
      },
      {
        formula: '=PLAN.LIMIT("将来負担比率","財政再生")',
        result: "対象外",
        explanation: "財政再生基準はありません",
      },
      {
        formula: '=PLAN.LIMIT("実質赤字比率","早期健全化",220)',
        result: "12.31",
        explanation: "標準財政規模220億円",
      },
      {
        formula: '=PLAN.LIMIT("資金不足比率","経営健全化")',
        result: "20",
        explanation: "公営企業の経営健全化基準",
      },
    ],
    errors: [
      { shown: "#N/A", meaning: "その名の財政指標か区分はありません。エラーの説明に、使える名が出ます。" },
      {
        shown: "#VALUE!",
        meaning:
          "標準財政規模がないか、億円の数でないか（千円の値のままなど）、このアドインに入っていない基準です。エラーの説明のとおりに直してください。",
      },
      errorMeanings.blank,
      { shown: "対象外", meaning: "この財政指標には、その区分の法定の基準がありません。" },
    ],
  },
};
