/** How a plan is written into a seed file: one node, indicator or judgement per line, so that a change is a line in a diff. */

import type { Plan } from "../src/plan/plan";

export function seedText(plan: Plan): string {
  const entries = Object.entries(plan).filter(([, value]) => value !== undefined);
  return `{\n${entries.map(([key, value]) => `  ${JSON.stringify(key)}: ${valueText(value)}`).join(",\n")}\n}\n`;
}

export function isSamePlan(written: string, seed: string): boolean {
  return written === seed.replace(/\r\n/g, "\n");
}

function valueText(value: unknown): string {
  const isList = Array.isArray(value) && value.some((entry) => typeof entry === "object" && entry !== null);
  if (!isList) return oneLine(value);
  return `[\n${value.map((entry) => `    ${oneLine(entry)}`).join(",\n")}\n  ]`;
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  if (entries.length === 0) return "{}";
  return `{ ${entries.map(([key, inner]) => `${JSON.stringify(key)}: ${oneLine(inner)}`).join(", ")} }`;
}
