/** =PLAN.NENDO: a western year (or any writing of a 年度) → 令和5年度. */
import { formatYear } from "../../plan/year";
import { errorIn, quoted, readCell } from "../arguments/cell";
import { yearWritten } from "../arguments/year";
import { type Answer, type CellInput, type Definition, wrongUse } from "../definition";
import { eachCell } from "../each-cell";

function nendoOf(cell: CellInput): Answer {
  const reading = readCell(cell);
  switch (reading.kind) {
    case "blank":
      return wrongUse("年のセルが空白です。2023 のような西暦年を入力してください。");
    case "error":
      return errorIn("年", reading.shown);
    case "value": {
      const year = yearWritten(reading.value);
      if (year !== null) return formatYear(year);
      return wrongUse(
        `${quoted(reading.value)}は年として読めません。1869〜2100 の西暦年か「令和5年度」のような書き方にしてください。`,
      );
    }
  }
}

export const nendo: Definition = {
  id: "NENDO",
  description: "西暦年（2023 など）を、和暦の年度（令和5年度）の文字にします。",
  parameters: [
    {
      name: "年",
      description: "年度の始まる西暦年。日付や「R5」のような書き方、範囲も指定できます。",
      type: "any",
      matrix: true,
      optional: false,
    },
  ],
  result: { type: "any", matrix: true },
  run: (given) => eachCell(given, nendoOf),
  help: {
    text: "年度の始まる西暦年を、自治体の文書で使う「令和5年度」の形にします。2019 は、多くの自治体の表記にあわせて「令和元年度」です。日付のセルは、その日が属する年度になります。",
    examples: [
      { formula: "=PLAN.NENDO(2023)", result: "令和5年度", explanation: "西暦年から" },
      { formula: "=PLAN.NENDO(2019)", result: "令和元年度", explanation: "平成31年度ではなく令和元年度" },
      { formula: '=PLAN.NENDO("H30")', result: "平成30年度", explanation: "略した書き方をそろえる" },
      { formula: "=PLAN.NENDO(DATE(2025,4,1))", result: "令和7年度", explanation: "日付から" },
      {
        formula: "=PLAN.NENDO(PLAN.YEAR(A2)+1)",
        result: "令和6年度",
        explanation: "翌年度",
        cells: { A2: "令和5年度" },
      },
    ],
    errors: [
      {
        shown: "#VALUE!",
        meaning: "年として読めない文字、空白、または 1869〜2100 の外の数です。2023 のように直してください。",
      },
    ],
  },
};
