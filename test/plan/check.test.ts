/** 点検 as a whole: the same for the same plan, never an exception, and what it says of the five plans. */

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { checkPlan, type Finding } from "../../src/plan/check";
import { mendPlan } from "../../src/plan/mend";
import type { Plan } from "../../src/plan/plan";
import { brokenPlan } from "./checks/broken-plan";
import { accepted } from "./checks/plans";

describe("どんな計画でも", () => {
  test("二度点検すると同じ結果で、指紋は一件ずつ違い、例外にならない", () => {
    fc.assert(
      fc.property(brokenPlan(), (plan) => {
        const findings = checkPlan(plan);
        expect(checkPlan(plan)).toEqual(findings);
        expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length);
        for (const { message, remedy } of findings)
          expect(message + remedy).not.toMatch(/undefined|null|NaN/);
      }),
      { numRuns: 150 },
    );
  });

  test("一件を了承しても、ほかの指摘は変わらない", () => {
    fc.assert(
      fc.property(brokenPlan(), fc.nat(), (plan, pick) => {
        const findings = checkPlan(plan);
        const chosen = findings[pick % Math.max(1, findings.length)];
        if (chosen === undefined) return;
        const again = checkPlan(plan, { accepted: [accepted(chosen)] });
        expect(again.filter(({ acceptance }) => acceptance !== null)).toHaveLength(1);
        expect(again.map((finding) => ({ ...finding, acceptance: null }))).toEqual(findings);
      }),
      { numRuns: 100 },
    );
  });

  test("修正は、直したと言ったセルのほかを変えない", () => {
    fc.assert(
      fc.property(brokenPlan(), (plan) => {
        const before = JSON.stringify(plan);
        const changes = checkPlan(plan).flatMap((finding) => finding.changes);
        const { plan: mended, done, stale } = mendPlan(plan, changes);
        expect(JSON.stringify(plan)).toBe(before);
        expect(done.length + stale.length).toBe(changes.length);
        expect(mended.nodes).toHaveLength(plan.nodes.length);
        expect(mended.indicators).toHaveLength(plan.indicators.length);
      }),
      { numRuns: 100 },
    );
  });
});

describe("五つの計画", () => {
  const bundled = (id: string) => checkPlan(JSON.parse(readFileSync(`seeds/${id}.json`, "utf8")) as Plan);

  test.each(["kazo", "iruma", "ina", "isesaki", "oizumi"])("%s にエラーはない", (id) => {
    expect(bundled(id).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test.each([
    {
      id: "kazo",
      counts: {
        "unit-missing": 3,
        "target-worse-than-baseline": 5,
        "path-turns-back": 1,
        "type-changes": 4,
        "dash-without-note": 2,
        "dash-with-note": 3,
        "unit-in-cell": 2,
      },
    },
    { id: "iruma", counts: {} },
    { id: "ina", counts: { "unit-missing": 2, "unit-in-cell": 1 } },
    { id: "isesaki", counts: { "direction-missing": 1, "target-worse-than-baseline": 1, "unit-in-cell": 1 } },
    {
      id: "oizumi",
      counts: {
        "baseline-missing": 3,
        "target-worse-than-baseline": 2,
        "cumulative-baseline": 3,
        "unit-in-cell": 1,
      },
    },
  ])("$id で見つかるもの", ({ id, counts }) => {
    expect(countsOf(bundled(id))).toEqual(counts);
  });

  test("加須の123は、数値から言葉への変化として警告", () => {
    const finding = bundled("kazo").find(
      ({ rule, severity }) => rule === "type-changes" && severity === "warning",
    );
    expect(finding?.message).toContain("取組項目123");
  });
});

function countsOf(findings: readonly Finding[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { rule } of findings) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}
