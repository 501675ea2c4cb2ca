/** Requests to Excel that fail at random points, up to three of them in one operation. */
import fc from "fast-check";
import type { Failure } from "../../src/workbench/host/faults";
import { rehearse, scenarios, wrongAfter, type Rehearsed } from "../sheets/fault-points";
import type { Fuzzed } from "./fuzzed";

const drawnPoint = fc.record({
  request: fc.nat(),
  kind: fc.constantFrom("before" as const, "after" as const, "between" as const),
  action: fc.nat(),
});

function pointsIn(
  { requests }: Rehearsed,
  drawn: readonly { request: number; kind: "before" | "after" | "between"; action: number }[],
): Failure[] {
  return drawn.map(({ request, kind, action }) => {
    const at = request % requests.length;
    const most = Math.max(1, (requests[at]?.length ?? 1) - 1);
    return {
      request: at + 1,
      when: kind === "between" ? { kind, action: 1 + (action % most) } : { kind },
    };
  });
}

export const requestFaults: Fuzzed = {
  name: "request-faults",
  drawn: "読み込み・更新・取り除きの途中で、でたらめな 1～3 か所の要求が、前・途中・後で失敗する",
  holds:
    "入力は失われず、「元に戻した」と答えたなら本当に元のままで、やり直せば失敗がなかったときと同じブックになる",
  property: async () => {
    const rehearsed: Rehearsed[] = [];
    for (const scenario of scenarios) rehearsed.push(await rehearse(scenario));
    return fc.asyncProperty(
      fc.constantFrom(...rehearsed),
      fc.array(drawnPoint, { minLength: 1, maxLength: 3 }),
      async (each, drawn) => {
        expect(await wrongAfter(each, pointsIn(each, drawn))).toEqual([]);
      },
    );
  },
  runs: 4,
};
