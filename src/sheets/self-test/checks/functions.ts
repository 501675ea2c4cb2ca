/** Checks of what Excel does with functions, and of what only a person can do. */

import { type AssumptionCheck } from "../check";
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
      const shown = async (): Promise<unknown> => {
        cell.load("values");
        await sync();
        return cell.values[0]?.[0] as unknown;
      };
      await eventually(shown, (value) => value !== "#BUSY!" && value !== "");
      const { columns } = context.workbook.tables.getItem(tableName(samplePlan));
      const ids = columns.getItem("ID").getDataBodyRange().load("values");
      await sync();
      const row = ids.values.findIndex(([id]) => id === editedIndicator.id);
      const actual = columns.getItem("実績値 令和3年度").getDataBodyRange().getCell(row, 0);
      actual.values = [[777]];
      await sync();
      return {
        書き換えたあと:
          String(await eventually(shown, (value) => value === 777)) === "777" ? 777 : "777 にならない",
      };
    },
  },
  "undo-after-merged-insert": {
    kind: "byHand",
    sentence:
      "計画を読み込んだ別のブックで［財政］から指標を挿入し、Excel の「元に戻す」を一回押して、挿入した範囲だけが一度に消えるかを見てください。",
  },
} satisfies Record<string, AssumptionCheck>;
