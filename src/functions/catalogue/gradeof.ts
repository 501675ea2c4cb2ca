/** =PLAN.GRADEOF: the grade of a rate, on a named scale or one from 設定; a state passes through. */
import { gradeOf } from "../../plan/scales/grade";
import { type Scale } from "../../plan/scales/scale";
import { errorIn, quoted, readCell } from "../arguments/cell";
import { scaleOf } from "../arguments/scale";
import { type Answer, type CellInput, type Definition, isRefusal, wrongUse } from "../definition";
import { eachCell, isOmitted } from "../each-cell";

function gradeOfCell(cell: CellInput, scale: Scale): Answer {
  if (typeof cell === "number") return gradeOf(cell, scale);
  const reading = readCell(cell);
  switch (reading.kind) {
    case "blank":
      return "未入力";
    case "error":
      return errorIn("達成率", reading.shown);
    case "value":
      return typeof reading.value === "boolean"
        ? noRate(reading.value)
        : gradeOfText(String(reading.value), scale);
  }
}

const states = ["未入力", "対象外", "判定不能", "再掲"];

/** 98.7% as a text is what a person copied from a cell that shows it. */
function gradeOfText(text: string, scale: Scale): Answer {
  const written = text.normalize("NFKC").trim();
  if (states.some((state) => written.startsWith(state))) return text.trim();
  const percent = /^(-?\d+(?:\.\d+)?) ?%$/.exec(written)?.[1];
  return percent === undefined ? noRate(text) : gradeOf(Number(percent) / 100, scale);
}

function noRate(given: string | boolean): Answer {
  return wrongUse(
    `${quoted(given)}は達成率ではありません。0.987 のような割合か、PLAN.RATE の結果を指定してください。`,
  );
}

export const gradeof: Definition = {
  id: "GRADEOF",
  description: "達成率を尺度にあてて評価の語（目標達成など）にします。未入力などの状態はそのまま返します。",
  parameters: [
    {
      name: "達成率",
      description: "0.987 のような割合か、PLAN.RATE の結果。範囲も指定できます。",
      type: "any",
      matrix: true,
      optional: false,
    },
    {
      name: "尺度",
      description:
        "「4段階」「A-E」「S-D」「RAG」か、設定シートの尺度の表（尺度_加須市 など）。省くと4段階です。",
      type: "any",
      matrix: true,
      optional: true,
    },
  ],
  result: { type: "any", matrix: true },
  run: (rates, scaleArgument) => {
    if (isOmitted(rates)) return wrongUse("達成率を指定してください。");
    const scale = scaleOf(scaleArgument);
    return isRefusal(scale) ? scale : eachCell(rates, (cell) => gradeOfCell(cell, scale));
  },
  help: {
    text: "計画の表の「評価」の列が使っている関数です。比べるのは表示される小数1桁の百分率で、0.7996 は 80.0% として評価します。100% に届かなければ目標達成にはなりません。4段階の区切り（100・80・60%）はこのアドインが決めたもので、設定シートの表で変えられます。",
    examples: [
      { formula: "=PLAN.GRADEOF(1)", result: "目標達成", explanation: "4段階" },
      { formula: "=PLAN.GRADEOF(0.9996)", result: "概ね達成", explanation: "99.9% と表示されるので" },
      { formula: '=PLAN.GRADEOF(0.65,"A-E")', result: "C", explanation: "5つの区分" },
      { formula: '=PLAN.GRADEOF("未入力")', result: "未入力", explanation: "状態はそのまま" },
      {
        formula: "=PLAN.GRADEOF(0.75,尺度表)",
        result: "おおむね順調",
        explanation: "設定シートのような尺度の表で",
        sample: true,
      },
    ],
    errors: [
      {
        shown: "#VALUE!",
        meaning:
          "達成率が割合でないか、尺度の表が読めません。0.987 のような数にし、尺度の表の列を確かめてください。",
      },
      { shown: "#N/A", meaning: "その名の尺度はありません。エラーの説明に、使える名が出ます。" },
      {
        shown: "未入力・対象外・判定不能",
        meaning: "達成率がこの状態なので、評価がありません。達成率の列を確かめてください。",
      },
    ],
  },
};
