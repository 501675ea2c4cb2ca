/** Checks of what Excel does with functions, and of what only a person can do. */

import { type AssumptionCheck, type SeenValue } from "../check";
import { readCells } from "../read-cells";
import { editedIndicator, samplePlan, tableName } from "../sample-plan";

export const functionChecks = {
  "set-dirty-recalculates": {
    kind: "look",
    withPlan: true,
    expected: { 書き換えたあと: 777 },
    look: async ({ context, sheet, sync, eventually }) => {
      const cell = sheet.getRange("A1");
      // Without the plan as a range, Excel does not see what this depends on.
      cell.formulas = [[`=PLAN.ACTUAL("${editedIndicator.id}","令和3年度")`]];
      await sync();
      const shown = async (): Promise<SeenValue> => {
        const { values } = await readCells(cell, sync);
        const [value = ""] = values.flat();
        return value;
      };
      await eventually(shown, (value) => value !== "#BUSY!" && value !== "");
      const { columns } = context.workbook.tables.getItem(tableName(samplePlan));
      const ids = columns.getItem("ID").getDataBodyRange().load("values");
      await sync();
      const row = ids.values.findIndex(([id]) => id === editedIndicator.id);
      const actual = columns.getItem("実績値 令和3年度").getDataBodyRange().getCell(row, 0);
      actual.values = [[777]];
      await sync();
      return { 書き換えたあと: await eventually(shown, (value) => value === 777) };
    },
  },
  "blank-arrives-as-null": {
    kind: "look",
    expected: { 空白の実績: "未入力", "0 の実績": 0, 省いた引数: 0.9, 空白の番号: "#VALUE!" },
    look: async ({ sheet, sync, eventually }) => {
      const cells = sheet.getRange("C1:C4");
      sheet.getRange("A2").values = [[0]];
      cells.formulas = [
        ["=PLAN.RATE(A1,210)"],
        ["=PLAN.RATE(A2,210)"],
        ["=PLAN.RATE(189,210)"],
        ['=PLAN.TARGET(A1,"令和3年度","加須市（公表時）")'],
      ];
      const values = await eventually(
        async () => {
          const found = await readCells(cells, sync);
          return found.values.flat();
        },
        (found) => !found.some((value) => value === "#BUSY!" || value === ""),
      );
      const [blank = "", zero = "", omitted = "", key = ""] = values;
      return { 空白の実績: blank, "0 の実績": zero, 省いた引数: omitted, 空白の番号: key };
    },
  },
  "undo-after-merged-insert": {
    kind: "byHand",
    sentence:
      "計画を読み込んだ別のブックで［財政］から指標を挿入し、Excel の「元に戻す」を一回押して、挿入した範囲だけが一度に消えるかを見てください。",
  },
  "very-hidden-survives-save": {
    kind: "byHand",
    sentence:
      "計画を読み込んだ別のブックを保存して閉じ、開き直して、作業ウィンドウに同じ計画と達成率が出ることを見てください。",
  },
  "delay-for-cell-edit": {
    kind: "byHand",
    sentence:
      "別のブックでセルの入力を始めたまま（Enter を押さずに）作業ウィンドウで計画を読み込み、Enter のあとで読み込みが進むことを見てください。",
  },
} satisfies Record<string, AssumptionCheck>;
