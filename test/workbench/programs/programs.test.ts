/** The programs on the headless host. test/e2e/programs.test.ts runs them in the page. */
import { openWorkbook } from "../../helpers/workbook";
import { programs } from ".";

test.each(programs)("$title", async ({ program, expected }) => {
  const book = await openWorkbook();
  const room = globalThis as { Excel?: unknown };
  room.Excel = book.office.Excel;
  try {
    expect(await program()).toEqual(expected);
    await book.host.settled();
  } finally {
    delete room.Excel;
  }
});
