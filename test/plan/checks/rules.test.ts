/** The rules of 点検 as a list: how grave each is, which 修正 can mend, and that each says what it asks for. */

import fc from "fast-check";
import { checkPlan, RULES, type Severity } from "../../../src/plan/check";
import { brokenPlan } from "./broken-plan";

const mendable: Record<string, Severity> = {
  "department-missing": "error",
  "unit-missing": "warning",
  "unit-in-cell": "note",
  "share-for-percent": "warning",
  "repeat-differs": "warning",
  "department-misspelt": "warning",
};

const forPeople: Record<string, Severity> = {
  "id-twice": "error",
  orphan: "error",
  "level-wrong": "error",
  "repeat-of-nothing": "error",
  "indicator-missing": "error",
  "target-missing": "error",
  "name-missing": "error",
  "direction-missing": "warning",
  "baseline-missing": "warning",
  "target-worse-than-baseline": "warning",
  "path-turns-back": "warning",
  "type-changes": "warning",
  "dash-without-note": "warning",
  "dash-with-note": "note",
  "period-not-covering": "warning",
  "unit-differs": "warning",
  "actual-unreadable": "warning",
  "actual-implausible": "warning",
  "cumulative-falls": "warning",
  "cumulative-baseline": "warning",
  "statutory-line": "warning",
  "indicator-twice": "warning",
  "number-twice": "warning",
  "number-gap": "note",
  "judgement-missing": "warning",
  "judgement-unknown": "warning",
};

test("修正できる規則と、人が直す規則の、それぞれの重さ", () => {
  const severities = (can: boolean) =>
    Object.fromEntries(
      RULES.filter((rule) => rule.mendable === can).map(({ id, severity }) => [id, severity]),
    );
  expect(severities(true)).toEqual(mendable);
  expect(severities(false)).toEqual(forPeople);
});

test("どの規則にも、題と、求めることと、直し方がある", () => {
  for (const { title, sentence, remedy } of RULES) {
    expect(title).toMatch(/^[^。]{4,24}$/);
    expect(sentence).toMatch(/^[^]{10,}。$/);
    expect(remedy).toMatch(/^[^]{8,}。$/);
  }
  expect(new Set(RULES.map(({ title }) => title)).size).toBe(RULES.length);
});

test("人が直す規則は、どんな計画でも修正を言い出さない", () => {
  fc.assert(
    fc.property(brokenPlan(), (plan) => {
      for (const finding of checkPlan(plan)) {
        if (!(finding.rule in mendable)) expect(finding.changes).toEqual([]);
      }
    }),
    { numRuns: 100 },
  );
});
