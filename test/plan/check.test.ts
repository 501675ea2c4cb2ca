/** 点検 as a whole: the same for the same plan, never an exception, and what it says of the five plans. */

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { checkPlan, RULES, type Finding } from "../../src/plan/check";
import { mendPlan } from "../../src/plan/mend";
import type { Plan } from "../../src/plan/plan";
import { brokenPlan } from "./checks/broken-plan";
import { accepted } from "./checks/plans";
import { everyYear, indicator, item, planOf } from "./plan-parts";

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

describe("指摘の並びと中身", () => {
  const plan = planOf({
    nodes: [
      item("a", null, { departments: ["財政課"] }),
      item("b", null, { departments: [] }),
      item("c", null, { departments: ["総務課"] }),
    ],
    indicators: [
      indicator("1", "a", { unit: null, direction: null }),
      indicator("2", "c", { unit: null, targets: { ...everyYear("1"), 2022: "" } }),
    ],
  });

  test("規則の順に、規則の中では計画の順に並ぶ", () => {
    expect(checkPlan(plan).map(({ rule, node }) => `${rule} ${node}`)).toEqual([
      "department-missing b",
      "indicator-missing b",
      "target-missing c",
      "unit-missing a",
      "unit-missing c",
      "direction-missing a",
      "target-worse-than-baseline c",
    ]);
  });

  test("担当課で絞れるように、場所の担当課が付く", () => {
    expect(checkPlan(plan).map(({ departments }) => departments.join())).toEqual([
      "",
      "",
      "総務課",
      "財政課",
      "総務課",
      "財政課",
      "総務課",
    ]);
  });

  test("どこのことでもない指摘には、担当課がない", () => {
    const [finding] = checkPlan({ ...plan, period: [2025, 2021] }).filter(({ node }) => node === null);
    expect(finding?.departments).toEqual([]);
  });

  test("規則を選べば、その規則だけを見る", () => {
    const rules = RULES.filter(({ id }) => id === "unit-missing");
    expect(checkPlan(plan, { rules }).map(({ rule }) => rule)).toEqual(["unit-missing", "unit-missing"]);
  });

  test("題と重さは規則のもの、修正できるかは直すセルがあるかどうか", () => {
    const [finding] = checkPlan(
      planOf({
        nodes: plan.nodes,
        indicators: [indicator("1", "a", { unit: null, targets: everyYear("1件") })],
      }),
    ).filter(({ rule }) => rule === "unit-missing");
    expect(finding).toMatchObject({
      title: "単位がない",
      severity: "warning",
      mendable: true,
      acceptance: null,
    });
    expect(
      checkPlan(plan)
        .filter(({ rule }) => rule === "unit-missing")
        .map(({ mendable }) => mendable),
    ).toEqual([false, false]);
  });

  test("IDごと写した行の同じ指摘は、三つでも別々に了承できる", () => {
    const copied = planOf({
      nodes: [item("a", null), item("a", null), item("a", null)].map((node) => ({
        ...node,
        departments: [],
      })),
      indicators: [indicator("1", "a")],
    });
    const [first = "", ...others] = checkPlan(copied)
      .filter(({ rule }) => rule === "department-missing")
      .map(({ fingerprint }) => fingerprint);
    expect(first).toMatch(/^[0-9a-f]{16}$/);
    expect(others).toEqual([`${first}-2`, `${first}-3`]);
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
