/** すべてか無か: 読み込み・更新・取り除きのどの要求が、前・途中・後のどこで失敗しても、入力は残り、やり直せば同じ結果になる. */

import type { Failure } from "../../src/workbench/host/faults";
import { readPlans } from "../../src/sheets";
import { loaded, rehearse, scenarios, wrongAfter } from "./fault-points";
import { openPlannerWorkbook } from "./planner-workbook";
import { stateOf } from "./workbook-state";

/** `PLAN_FAULTS=all` cuts every request between all its actions: some six thousand places, half an hour on a quiet machine. */
const everywhere = process.env.PLAN_FAULTS === "all";
const longest = everywhere ? 10_800_000 : 400_000;

describe.each(scenarios)("$name", (scenario) => {
  test(
    "すべての要求の、前・途中・後",
    async () => {
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
      // Every request before, after, and between all or four of its actions: none is skipped.
      const counted = rehearsed.requests.map((actions) => 2 + betweenPoints(actions).length);
      expect(points).toHaveLength(counted.reduce((sum, count) => sum + count, 0));
      expect(new Set(points.map(({ request }) => request)).size).toBe(rehearsed.requests.length);
      process.stdout.write(`${scenario.name}: ${rehearsed.requests.length} 要求、${points.length} か所\n`);
    },
    longest,
  );

  test(
    "どの要求の前で作業ウィンドウが閉じても、次に開けば同じ結果になる",
    async () => {
      const rehearsed = await rehearse(scenario);
      const wrong: string[] = [];
      for (let closed = 1; closed <= rehearsed.requests.length; closed++) {
        // From here on nothing arrives any more, no taking back either.
        const points = Array.from({ length: 30 }, (_, at): Failure => ({
          request: closed + at,
          when: { kind: "before" },
        }));
        wrong.push(...(await wrongAfter(rehearsed, points, `${closed}から先`)));
      }
      expect(wrong).toEqual([]);
    },
    longest,
  );
});

/**
 * A small request is cut between all its actions, one of hundreds at four places spread over it and where something was made
 * and has not got its name yet. Before and after are tried at every request.
 */
function betweenPoints(actions: readonly string[]): number[] {
  const all = actions.slice(1).map((_, at) => at + 1);
  if (everywhere || all.length <= 6) return all;
  const spread = [0, 1, 2, 3].map((at) => Math.round(((at + 0.5) * all.length) / 4));
  const unnamed = all.filter(
    (at) => actions[at - 1] === "instantiate Add" && actions[at] === "setProperty Name",
  );
  return [...new Set([...spread, ...unnamed])];
}

test("入力を読む関数は、失敗しても何も変えない", async () => {
  const book = await openPlannerWorkbook();
  await loaded();
  const before = await stateOf(book);
  book.host.faults.fail({ request: 2, when: { kind: "before" } });
  expect(await readPlans()).toMatchObject({ ok: false });
  expect(await stateOf(book)).toEqual(before);
});
