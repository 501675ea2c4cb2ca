/** Whether custom functions in a formula get as many arguments as they take: Excel does not accept the formula otherwise. */
import { parseFormula } from "../formula/syntax";
import type { FunctionMetadata } from "./custom/definition";
import { walk } from "./template";

export interface ArgumentCounts {
  add(name: string, metadata: FunctionMetadata): void;
  /** What is wrong, in a sentence for the person who entered it; undefined where nothing is. */
  complaint(formula: string): string | undefined;
}

interface Count {
  readonly least: number;
  readonly most: number;
}

const countOf = ({ parameters }: FunctionMetadata): Count => {
  const repeating = parameters.at(-1)?.repeating === true;
  const single = repeating ? parameters.slice(0, -1) : parameters;
  return {
    least: single.filter(({ optional }) => !optional).length,
    most: repeating ? Infinity : parameters.length,
  };
};

const sentence = (name: string, given: number, { least, most }: Count): string =>
  given < least
    ? `${name} の引数が足りません（${least} 個要りますが、${given} 個しかありません）。引数を補ってください。`
    : `${name} の引数が多すぎます（${most} 個までですが、${given} 個あります）。余分な引数を消してください。`;

export const createArgumentCounts = (): ArgumentCounts => {
  const counts = new Map<string, Count>();
  /** Formulas without complaint, their numbers left out: a column of 10,000 is looked into once. */
  const fine = new Set<string>();
  const complaintAbout = (formula: string): string | undefined => {
    const parsed = parseFormula(formula);
    let found: string | undefined;
    walk(parsed.kind === "parsed" ? parsed.expression : undefined, (part) => {
      if (part.kind !== "call") return;
      const count = counts.get(part.name);
      const { arguments: all } = part;
      // `F()` is a call without arguments, not one with an empty argument.
      const given = all.length === 1 && all[0] === undefined ? 0 : all.length;
      if (count && (given < count.least || given > count.most)) found ??= sentence(part.name, given, count);
    });
    return found;
  };
  return {
    add: (name, metadata) => {
      counts.set(name, countOf(metadata));
      fine.clear();
    },
    complaint: (formula) => {
      if (counts.size === 0) return undefined;
      const shape = formula.replace(/\d+/g, "0");
      if (fine.has(shape)) return undefined;
      const found = complaintAbout(formula);
      if (found !== undefined) return found;
      if (fine.size >= 4096) fine.clear();
      fine.add(shape);
      return undefined;
    },
  };
};
