/** すべてか無か: 読み込み・更新・取り除きのどの要求が、前・途中・後のどこで失敗しても、入力は残り、やり直せば同じ結果になる. */

import type { Failure } from "../../src/workbench/host/faults";
import { readPlans } from "../../src/sheets";
import { loaded, rehearse, scenarios, wrongAfter } from "./fault-points";
import { openPlannerWorkbook } from "./planner-workbook";
import { stateOf } from "./workbook-state";

describe.each(scenarios)("$name", (scenario) => {
  test("すべての要求の、前・途中・後", async () => {
    const rehearsed = await rehearse(scenario);
    expect(rehearsed.expected.settings).toEqual([]);
    const points: Failure[] = rehearsed.requests.flatMap((actions, at): Failure[] => [
      { request: at + 1, when: { kind: "before" } },
      { request: at + 1, when: { kind: "after" } },
      ...betweenPoints(actions).map((action): Failure => ({
        request: at + 1,
        when: { kind: "between", action },
      })),
    ]);
    const wrong: string[] = [];
    for (const point of points) wrong.push(...(await wrongAfter(rehearsed, [point])));
    expect(wrong).toEqual([]);
    console.log(`${scenario.name}: ${rehearsed.requests.length} 要求、${points.length} か所`);
  }, 400_000);
});

/**
 * A small request is cut between all its actions, one of hundreds at four places spread over it; PLAN_FAULTS=all cuts
 * everywhere, which takes an hour. Before and after are tried at every request.
 */
function betweenPoints(actions: number): number[] {
  const all = Array.from({ length: Math.max(0, actions - 1) }, (_, at) => at + 1);
  if (process.env.PLAN_FAULTS === "all" || all.length <= 6) return all;
  return Array.from({ length: 4 }, (_, at) => Math.round(((at + 0.5) * all.length) / 4));
}

test("入力を読む関数は、失敗しても何も変えない", async () => {
  const book = await openPlannerWorkbook();
  await loaded();
  const before = await stateOf(book);
  book.host.faults.fail({ request: 2, when: { kind: "before" } });
  expect(await readPlans()).toMatchObject({ ok: false });
  expect(await stateOf(book)).toEqual(before);
});
