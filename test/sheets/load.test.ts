/** 読み込み: 計画がシートになり、表だけから同じ計画が読み戻される. */

import { loadPlan, previewLoad, readPlans } from "../../src/sheets";
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
    const read = await readPlans();
    if (!read.ok) throw new Error(JSON.stringify(read));
    const [only] = read.reading.plans;
    expect(only?.problems).toEqual([]);
    expect(only?.plan).toEqual(plan);
  });
});
