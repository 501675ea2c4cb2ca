/** What is typed into the ratio calculator → the parts fiscalRatio asks for, by name, for one year or three. */
import {
  fiscalRatio,
  type FiscalPart,
  type FiscalParts,
  type FiscalRatio,
  type FiscalValue,
} from "../../../plan/fiscal/fiscal";
import { type RateState } from "../../../plan/progress/rate";
import { type Wanted } from "./part-matching";

/** `parts`: amounts by name. `oneYear`: the same for a single year of a mean of three. `yearly`: the three years' own ratios. */
export type RatioMode = "parts" | "oneYear" | "yearly";

export interface RatioInput {
  ratio: FiscalRatio;
  mode: RatioMode;
  /** Part → one text, or three, oldest first. */
  values: Readonly<Record<string, readonly string[]>>;
}

export const modeNames: Record<RatioMode, string> = {
  parts: "3か年の要素から",
  yearly: "3か年の単年度比率から",
  oneYear: "1か年の要素から",
};

export const yearlyPart = "単年度";

export function modesOf(ratio: FiscalRatio): RatioMode[] {
  if (ratio.years === 1) return ["parts"];
  return ratio.singleYearToo === true ? ["parts", "yearly", "oneYear"] : ["parts", "yearly"];
}

/** How many numbers each part takes. */
export function yearsAsked(ratio: FiscalRatio, mode: RatioMode): 1 | 3 {
  return ratio.years === 3 && mode !== "oneYear" ? 3 : 1;
}

export interface PartField extends Wanted {
  optional: boolean;
  /** Above the line, below it, or both; whether it is taken off. */
  role: string;
}

export function fieldsOf({ ratio, mode }: Pick<RatioInput, "ratio" | "mode">): PartField[] {
  if (mode === "yearly") {
    const aliases = ["単年度比率", `${ratio.name}（単年度）`];
    return [{ name: yearlyPart, aliases, optional: false, role: "各年度の比率" }];
  }
  return partsOf(ratio).map(({ name, aliases = [], optional = false }) => ({
    name,
    aliases,
    optional,
    role: [roleIn("分子", ratio.numerator, name), roleIn("分母", ratio.denominator, name)]
      .filter((each) => each !== "")
      .join("・"),
  }));
}

/** The parts by name, each once: some stand above and below the line. */
function partsOf({ numerator, denominator }: FiscalRatio): FiscalPart[] {
  return [...new Map([...numerator, ...denominator].map((part) => [part.name, part])).values()];
}

function roleIn(where: string, parts: FiscalRatio["numerator"], name: string): string {
  const part = parts.find((each) => each.name === name);
  if (part === undefined) return "";
  return part.sign === 1 ? where : `${where}から引く`;
}

/** A part nobody touched is left out: fiscalRatio says which one is missing. */
export function givenParts({ ratio, mode, values }: RatioInput): Record<string, string[]> {
  const years = yearsAsked(ratio, mode);
  const given = fieldsOf({ ratio, mode }).flatMap(({ name }) => {
    const texts = Array.from({ length: years }, (_, index) => values[name]?.[index] ?? "");
    return texts.every((text) => text.trim() === "") ? [] : [[name, texts] as const];
  });
  return Object.fromEntries(given);
}

export function isUntouched(input: RatioInput): boolean {
  return Object.keys(givenParts(input)).length === 0;
}

export function ratioOf(input: RatioInput): FiscalValue | RateState {
  const parts: FiscalParts = Object.fromEntries(
    Object.entries(givenParts(input)).map(([name, texts]) => [name, texts.length === 1 ? texts[0] : texts]),
  );
  return fiscalRatio(input.ratio.name, parts);
}
