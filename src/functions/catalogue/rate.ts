/** =PLAN.RATE: the 達成率 of any values; what the plan tables' own 達成率 column uses, row by row. */
import { type Direction, type Method } from "../../plan/plan";
import { rate as rateOfValues } from "../../plan/progress/of-values";
import { parseTarget } from "../../plan/target";
import { directionOf, methodOf } from "../../sheets/reading/words";
import { rateCell } from "../answers/rate";
import { errorIn, quoted, readCell, zeroHint } from "../arguments/cell";
import { type Answer, type Definition, isRefusal, type Refusal, wrongUse } from "../definition";
import { eachCellOf, type GivenCell, omitted, oneCell, several } from "../each-cell";
import { errorMeanings } from "../help/errors";

const names = ["実績", "目標", "基準値", "方向", "方法", "単位", "指標", "後の目標"] as const;

function rateOfCells(given: readonly GivenCell[]): Answer {
  const [actual, target, baseline, direction, method, unit, name, later] = given;
  const actualValue = valueOf(actual, "実績");
  const targetValue = valueOf(target, "目標");
  const baselineValue = valueOf(baseline, "基準値");
  if (isRefusal(actualValue)) return actualValue;
  if (isRefusal(targetValue)) return targetValue;
  if (isRefusal(baselineValue)) return baselineValue;
  const towards = wordOf<Direction>(direction, directionOf, "方向", "「増やす」「減らす」「維持」「範囲」");
  if (isRefusal(towards)) return towards;
  const by = wordOf<Method>(method, methodOf, "方法", "「達成率」「進捗率」");
  if (isRefusal(by)) return by;
  const measuredIn = textOf(unit, "単位");
  if (isRefusal(measuredIn)) return measuredIn;
  const called = textOf(name, "指標");
  if (isRefusal(called)) return called;
  const afterwards = valueOf(later, "後の目標");
  if (isRefusal(afterwards)) return afterwards;
  return rateCell(
    rateOfValues({
      actual: actualValue,
      target: targetValue,
      baseline: baselineValue,
      // Not given at all: up. A blank cell: the plan does not say, and nobody guesses.
      ...(towards === omitted ? {} : { direction: towards }),
      ...(by === omitted || by === null ? {} : { method: by }),
      unit: measuredIn,
      ...(called === null ? {} : { name: called }),
      laterWords: milestonesIn(afterwards),
    }),
  );
}

function valueOf(cell: GivenCell | undefined, name: string): string | number | null | Refusal {
  if (typeof cell === "number") return cell;
  const reading = cell === omitted ? { kind: "blank" as const } : readCell(cell);
  if (reading.kind === "blank") return null;
  if (reading.kind === "error") return errorIn(name, reading.shown);
  if (typeof reading.value === "boolean")
    return wrongUse(
      `${name}が ${reading.value ? "TRUE" : "FALSE"} です。数か「実施」のような言葉を入力してください。`,
    );
  return reading.value;
}

/** A unit or a name: never a number. */
function textOf(cell: GivenCell | undefined, name: string): string | null | Refusal {
  const value = valueOf(cell, name);
  if (typeof value !== "number") return value;
  return wrongUse(`${name}${quoted(value)}は使えません。言葉で指定してください。${zeroHint(value)}`);
}

function milestonesIn(targets: string | number | null): string[] {
  return String(targets ?? "")
    .split("｜")
    .flatMap((text) => {
      const target = parseTarget(text);
      return target.kind === "milestone" ? target.words : [];
    });
}

function wordOf<Word>(
  cell: GivenCell | undefined,
  read: (words: string) => Word | null | undefined,
  name: string,
  choices: string,
): Word | null | typeof omitted | Refusal {
  if (cell === omitted || cell === undefined) return omitted;
  const reading = readCell(cell);
  if (reading.kind === "blank") return null;
  if (reading.kind === "error") return errorIn(name, reading.shown);
  const word = typeof reading.value === "string" ? read(reading.value) : undefined;
  if (word !== undefined) return word;
  return wrongUse(
    `${name}${quoted(reading.value)}は使えません。${choices}のどれかにしてください。${zeroHint(reading.value)}`,
  );
}

const value = { type: "any", matrix: true } as const;

export const rate: Definition = {
  id: "RATE",
  description: "実績と目標から達成率を計算します。減らす指標、範囲の目標、言葉の目標にも使えます。",
  parameters: [
    { name: "実績", description: "実績値。空白なら「未入力」になります。", ...value, optional: false },
    {
      name: "目標",
      description: "目標値。「1以上」「3〜5」「実施」のような書き方もできます。",
      ...value,
      optional: false,
    },
    { name: "基準値", description: "基準値。進捗率を計算するときに使います。", ...value, optional: true },
    {
      name: "方向",
      description: "増やす・減らす・維持・範囲。省くと増やす。空白のセルは方向が未設定という意味です。",
      ...value,
      optional: true,
    },
    { name: "方法", description: "達成率か進捗率。省くか空白なら達成率です。", ...value, optional: true },
    {
      name: "単位",
      description: "指標の単位。「％」なら、0.918 のような割合の疑いを見分けます。",
      ...value,
      optional: true,
    },
    {
      name: "指標",
      description: "指標の名。財政指標の「－」（該当なし）と、維持するときの良い向きを見分けます。",
      ...value,
      optional: true,
    },
    {
      name: "後の目標",
      description: "この後の年度の目標（「方針策定｜実施」のように）。先の節目まで済んでいれば達成です。",
      ...value,
      optional: true,
    },
  ],
  result: { type: "any", matrix: true },
  run: (...given) => {
    const args = names.map((_name, at) => given[at]);
    const cells = args.map(oneCell);
    const single = cells.filter((cell) => cell !== several);
    if (single.length === cells.length) return [[rateOfCells(single)]];
    return eachCellOf(args, names, rateOfCells);
  },
  help: {
    text: '計画の表の「達成率」の列が使っている関数です。どの値にも使えます。増やす指標は実績÷目標、減らす指標は目標÷実績、進捗率は(実績−基準値)÷(目標−基準値)です。単位を渡すと、単位の違う実績や、％の指標に入れた 0.918 のような割合は「判定不能」になります。結果は 0.987 のような割合で、表示形式を「0.0%」にすると 98.7% と表示されます。100% に届かない割合が 100.0% と表示されることはなく、そのときは 0.999 を返します。古い Excel では空白のセルが 0 として届くので、IF(ISBLANK(A2),"",A2) のように囲むと確実です。',
    examples: [
      { formula: "=PLAN.RATE(189,210)", result: "90.0%", explanation: "実績189、目標210" },
      {
        formula: '=PLAN.RATE(91.9,91.8,89.3,"減らす")',
        result: "99.9%",
        explanation: "減らす指標。わずかに届かない",
      },
      {
        formula: '=PLAN.RATE(11,13,10,"増やす","進捗率")',
        result: "33.3%",
        explanation: "基準値10から目標13まで",
      },
      { formula: '=PLAN.RATE("実施","実施")', result: "100.0%", explanation: "言葉の目標" },
      {
        formula: '=PLAN.RATE(0.918,91.8,,"減らす",,"％")',
        result: "判定不能",
        explanation: "％の指標に 0.918（割合の疑い）",
      },
    ],
    errors: [
      {
        shown: "#VALUE!",
        meaning: "方向か方法の言葉が違うか、セルがエラー値です。エラーの説明にある言葉にしてください。",
      },
      errorMeanings.absence,
    ],
  },
};
