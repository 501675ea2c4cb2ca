/** Plan files somebody outside made: real ones with anything anywhere, and their text cut and smeared. */
import fc from "fast-check";
import { bundledPlans } from "../../src/plan/bundled";
import { checkPlan, find, type Plan, readPlan, summarize, summaryTable } from "../../src/plan";
import { smallPlan } from "../plan/small-plan";
import type { Fuzzed } from "./fuzzed";

const originals = [smallPlan(), ...bundledPlans()].map((plan) => JSON.stringify(plan));

const hostileKey = fc.constantFrom("__proto__", "constructor", "prototype", "toString", "nodes", "", "値");
const hostileText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom(
    "=1+1",
    "<img src=x onerror=alert(1)>",
    "\u0000",
    "\ud800",
    "１以上",
    "▲30",
    "[object Object]",
  ),
);
/** By way of text, so that a key named __proto__ is a key, as it is in a file. */
const value: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.json({ maxDepth: 3 }).map((text): unknown => JSON.parse(text)),
  fc.constant(null),
  fc.integer(),
  fc.constantFrom<unknown>([], {}, 1e308, -0, true),
  fc
    .tuple(hostileKey, hostileText)
    .map(([key, text]): unknown => JSON.parse(`{${JSON.stringify(key)}:${JSON.stringify(text)}}`)),
);

type Change =
  | { kind: "put"; path: number[]; value: unknown }
  | { kind: "key"; path: number[]; key: string; value: unknown }
  | { kind: "drop"; path: number[] }
  | { kind: "twice"; path: number[] };

const path = fc.array(fc.nat(), { minLength: 1, maxLength: 5 });
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant("put" as const), path, value }),
  fc.record({ kind: fc.constant("key" as const), path, key: hostileKey, value }),
  fc.record({ kind: fc.constant("drop" as const), path }),
  fc.record({ kind: fc.constant("twice" as const), path }),
);

/** The owner of what the path leads to, and its key; a path that ends early stays where it is. */
function placeOf(json: object, steps: readonly number[]): { owner: object; key: string } | null {
  let owner: object = json;
  let key: string | null = null;
  for (const step of steps) {
    const inner: unknown = key === null ? owner : Reflect.get(owner, key);
    if (typeof inner !== "object" || inner === null) break;
    const keys = Object.keys(inner);
    if (keys.length === 0) break;
    owner = inner;
    key = keys[step % keys.length] ?? "";
  }
  return key === null ? null : { owner, key };
}

const isPlainList = (owner: object): owner is unknown[] =>
  Array.isArray(owner) && !Object.hasOwn(owner, "constructor");

function changed(json: object, each: Change): void {
  const place = placeOf(json, each.path);
  if (place === null) return;
  const { owner, key } = place;
  switch (each.kind) {
    case "put":
      Reflect.set(owner, key, each.value);
      return;
    case "key":
      Object.defineProperty(owner, each.key, {
        value: each.value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
      return;
    case "drop":
      // A list whose constructor was changed cannot be spliced any more.
      if (isPlainList(owner)) owner.splice(Number(key), 1);
      else Reflect.deleteProperty(owner, key);
      return;
    case "twice":
      if (isPlainList(owner)) owner.splice(Number(key), 0, structuredClone(owner[Number(key)]));
  }
}

const smear = fc.array(fc.tuple(fc.nat(), fc.constantFrom("", "{", "]", '"', ",", "\u0000", "1e999")), {
  maxLength: 2,
});

/** What would be in the file. */
const file = fc
  .tuple(fc.constantFrom(...originals), fc.array(change, { minLength: 1, maxLength: 6 }), fc.option(smear))
  .map(([original, changes, smears]) => {
    const json = JSON.parse(original) as object;
    for (const each of changes) changed(json, each);
    return (smears ?? []).reduce((text, [at, what]) => {
      const place = at % (text.length + 1);
      return what === "" ? text.slice(0, place) : text.slice(0, place) + what + text.slice(place);
    }, JSON.stringify(json));
  });

function expectUsable(plan: Plan): void {
  const again = readPlan(JSON.stringify(plan));
  expect(again.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(again.plan).toEqual(plan);
  for (const { message } of checkPlan(plan)) expect(message).toMatch(/[ぁ-ん]/u);
  const table = summaryTable(summarize(plan));
  for (const cell of table.rows.flat())
    if (typeof cell === "number") expect(Number.isFinite(cell)).toBe(true);
  for (const { id } of plan.nodes.slice(0, 5)) expect(find(plan, id).kind).not.toBe("nothing");
}

export function expectReadOrRefused(text: string): void {
  const { plan, problems } = readPlan(text);
  expect(plan === null).toBe(problems.some(({ severity }) => severity === "error"));
  for (const { message } of problems) expect(message).toMatch(/[ぁ-ん].*。/su);
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(Object.getPrototypeOf(Object.prototype)).toBeNull();
  if (plan !== null) expectUsable(plan);
}

export const planFiles: Fuzzed = {
  name: "plan-files",
  drawn: "五つの計画のどこかを何かに替え、消し、二重にし、キーを足し、文字のまま切ったファイル",
  holds:
    "読めるか、日本語の文で断る。読めたものは点検・集計でき、書き出して読むと同じ。内部の原型は変わらない",
  property: () => fc.property(file, expectReadOrRefused),
  runs: 150,
};
