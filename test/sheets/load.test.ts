/** 読み込み: 計画がシートになり、表だけから同じ計画が読み戻される. */

import { loadPlan, previewLoad, readPlans } from "../../src/sheets";
import type { OpenWorkbook } from "../helpers/workbook";
import { openPlannerWorkbook, seed, SEED_NAMES } from "./planner-workbook";

describe.each(SEED_NAMES)("%s", (name) => {
  const plan = seed(name);

  test("読み込んで読み戻すと同じ計画になり、要求は 8 回・1 MB 以内", async () => {
    const book = await openPlannerWorkbook();
    const preview = await previewLoad(plan);
    expect(preview).toMatchObject({ ok: true });
    book.host.record.clear();
    const loaded = await loadPlan(plan);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded));
    const { requests } = book.host.record;
    expect(requests.length).toBeLessThanOrEqual(8);
    expect(requests.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(1_000_000);
    await deleteEverythingHidden(book);
    const read = await readPlans();
    if (!read.ok) throw new Error(JSON.stringify(read));
    const [only] = read.reading.plans;
    expect(only?.problems).toEqual([]);
    expect(only?.plan).toEqual(plan);
  });
});

/** What may vanish from a file: settings and custom XML. The tables alone must do. */
async function deleteEverythingHidden(book: OpenWorkbook): Promise<void> {
  await book.run(async (context) => {
    const settings = context.workbook.settings.load("items/key");
    const parts = context.workbook.customXmlParts.load("items/id");
    await context.sync();
    for (const setting of settings.items) setting.delete();
    for (const part of parts.items) part.delete();
  });
}
