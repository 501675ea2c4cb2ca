/** Which PLAN formulas Excel cannot keep up to date by itself: those that take their numbers from a plan without naming its range. */

/** Functions with a 計画 argument, and which it is (from 0). */
const planArgument: Record<string, number> = {
  PROGRESS: 2,
  GRADE: 2,
  TARGET: 2,
  BASELINE: 2,
  ACTUAL: 2,
  TABLE: 3,
  ITEMS: 1,
  DEPT: 1,
  SUMMARY: 2,
  CHECK: 0,
};

/** Whether a formula has a call whose plan is a text or left out. `ranges` are names that stand for a plan's table. */
export function isUnseen(formula: unknown, ranges: readonly string[]): boolean {
  if (typeof formula !== "string" || !formula.startsWith("=") || !/PLAN[._]/i.test(formula)) return false;
  return callsIn(formula).some(({ name, args }) => {
    if (planArgument[name] === undefined) return false;
    return !args.some((arg) => isRange(arg.trim(), ranges));
  });
}

export function hasPlanCall(formula: unknown): boolean {
  return (
    typeof formula === "string" && formula.startsWith("=") && /(?:_xldudf_)?PLAN[._][A-Z]+\(/i.test(formula)
  );
}

/** A plan's table spread by name, or pointed at directly. A cell or two are keys, never a plan. */
function isRange(argument: string, names: readonly string[]): boolean {
  if (/^[\p{L}\p{N}_.]+\[/u.test(argument)) return true;
  if (names.some((name) => name.toLowerCase() === argument.toLowerCase())) return true;
  const area = /^(?:.+!)?\$?[A-Z]{1,3}\$?(\d+):\$?[A-Z]{1,3}\$?(\d+)#?$/i.exec(argument);
  return (
    area !== null &&
    Number(area[2]) - Number(area[1]) >= 2 &&
    /^(?:.+!)?\$?([A-Z]{1,3})\$?\d+:\$?(?!\1\$?\d)/i.test(argument)
  );
}

/** Every PLAN call with its arguments, calls inside calls included; quotes and brackets are stepped over. */
function callsIn(formula: string): { name: string; args: string[] }[] {
  const calls: { name: string; args: string[] }[] = [];
  const open: { name: string; args: string[]; start: number }[] = [];
  for (let at = 0; at < formula.length; at++) {
    const sign = formula[at];
    if (sign === '"' || sign === "'") {
      at = endOfQuote(formula, at, sign);
    } else if (sign === "[") {
      at = endOfBracket(formula, at);
    } else if (sign === "(" || sign === "{") {
      const name = /PLAN[._]([A-Z]+)$/i.exec(formula.slice(0, at))?.[1] ?? "";
      open.push({ name: name.toUpperCase(), args: [], start: at + 1 });
    } else if (sign === "," || sign === ")" || sign === "}") {
      const call = open.at(-1);
      if (call === undefined) continue;
      call.args.push(formula.slice(call.start, at));
      call.start = at + 1;
      if (sign !== ",") {
        open.pop();
        if (call.name !== "") calls.push({ name: call.name, args: call.args });
      }
    }
  }
  return calls;
}

function endOfQuote(formula: string, start: number, quote: string): number {
  let at = start + 1;
  while (at < formula.length && (formula[at] !== quote || formula[at + 1] === quote))
    at += formula[at] === quote ? 2 : 1;
  return at;
}

function endOfBracket(formula: string, start: number): number {
  let depth = 0;
  for (let at = start; at < formula.length; at++) {
    if (formula[at] === "'") at++;
    else if (formula[at] === "[") depth++;
    else if (formula[at] === "]" && --depth === 0) return at;
  }
  return formula.length;
}
