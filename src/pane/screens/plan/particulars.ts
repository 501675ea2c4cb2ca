/** What a plan must say of itself before it can be loaded, and which of it a document did not print: a person fills it in. */
import { fingerprintOf } from "../../../plan/fingerprint";
import { codeProblem } from "../../../plan/file/municipality-code";
import { type Plan } from "../../../plan/plan";
import { foldSpaces, foldWidth } from "../../../plan/text-width";
import { formatYear, parseYear } from "../../../plan/year";

/** As typed. */
export interface Particulars {
  municipality: string;
  title: string;
  first: string;
  last: string;
  code: string;
}

export type ParticularsProblems = Partial<Record<keyof Particulars, string>>;

export function particularsOf(plan: Plan): Particulars {
  const [first, last] = plan.period;
  return {
    municipality: plan.municipality,
    title: plan.title,
    first: first === 0 ? "" : formatYear(first),
    last: last === 0 ? "" : formatYear(last),
    code: plan.code,
  };
}

/** The document itself said everything: nothing needs to be asked. */
export function isComplete(plan: Plan): boolean {
  return Object.keys(problemsIn(particularsOf(plan))).length === 0;
}

export function problemsIn(typed: Particulars): ParticularsProblems {
  const problems: ParticularsProblems = {};
  if (typed.municipality.trim() === "") problems.municipality = "市町村名を入れてください。";
  if (typed.title.trim() === "") problems.title = "計画名を入れてください。";
  const first = parseYear(typed.first);
  const last = parseYear(typed.last);
  const howTo = "令和3年度、R3、2021 のように入れてください。";
  if (first === null) problems.first = howTo;
  if (last === null) problems.last = howTo;
  if (first !== null && last !== null && last < first)
    problems.last = "終わりの年度が始まりの年度より前になっています。";
  const code = codeOf(typed);
  // The code is not needed for anything in the sheets; but a wrong one would stand in 設定.
  const wrong = code === "" ? null : codeProblem(code);
  if (wrong !== null) problems.code = wrong;
  return problems;
}

/** The plan with what was typed; null while something is missing. An id is made where the document has none of its own. */
export function completed(plan: Plan, typed: Particulars): Plan | null {
  if (Object.keys(problemsIn(typed)).length > 0) return null;
  const first = parseYear(typed.first);
  const last = parseYear(typed.last);
  if (first === null || last === null) return null;
  const municipality = typed.municipality.trim();
  const title = typed.title.trim();
  return {
    ...plan,
    id: hasOwnId(plan) ? plan.id : madeId(municipality, title),
    municipality,
    title,
    code: codeOf(typed),
    period: [first, last],
    source: plan.source.title === "" ? { title } : plan.source,
  };
}

/** What readers of documents put where a document has no id to print. */
function hasOwnId({ id }: Plan): boolean {
  return id !== "" && id !== "plan";
}

/** The same municipality and title give the same id, so that a later version is known as one of this plan. */
function madeId(municipality: string, title: string): string {
  return `plan-${fingerprintOf([foldSpaces(municipality), foldSpaces(title)]).slice(0, 8)}`;
}

function codeOf({ code }: Particulars): string {
  return foldWidth(code).trim();
}
