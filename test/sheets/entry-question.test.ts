/** 実績値の入力の確認: Excel asks about a share where a percentage is meant, and about nothing else. */

import { loadPlan } from "../../src/sheets";
import { must } from "./asked";
import { openPlannerWorkbook, seed } from "./planner-workbook";

/** Whether Excel lets these pass without a question, each typed as the first year's actual of this row of 加須市's table. */
async function passes(row: number, typed: readonly (string | number)[]): Promise<(boolean | null)[]> {
  const book = await openPlannerWorkbook();
  await must(loadPlan(seed("kazo")));
  const answers: (boolean | null)[] = [];
  for (const words of typed)
    answers.push(
      await book.run(async (context) => {
        const column = context.workbook.tables.getItem("表_加須市").columns.getItem("実績値 令和3年度");
        const cell = column.getDataBodyRange().getCell(row, 0);
        cell.values = [[words]];
        cell.dataValidation.load("valid");
        await context.sync();
        return cell.dataValidation.valid;
      }),
    );
  return answers;
}

test("％の指標では、0.5 だけを尋ねる。言葉、「－」、0、数値はそのまま入る", async () => {
  expect(await passes(1, [0.5, -0.5, "－", "未実施", "12件", 0, 1, 91.8])).toEqual([
    false,
    false,
    ...Array<boolean>(6).fill(true),
  ]);
});

test("ほかの単位の指標では、何も尋ねない", async () => {
  expect(await passes(0, [0.5, "－", "実施", 150])).toEqual(Array<boolean>(4).fill(true));
});
