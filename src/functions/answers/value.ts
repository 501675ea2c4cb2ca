/** How what a plan prints stands in a cell: a number where it is one, else the printed words; and what stands where there is nothing. */
import { type Indicator, type Year } from "../../plan/plan";
import { parseTarget } from "../../plan/target";
import { foldSpaces } from "../../plan/text-width";
import { type Scalar } from "../definition";

/** A printed value has one meaning per unit, and a sheet asks for it again and again. */
const known = new Map<string, Map<string, Scalar>>();
const mostKnown = 200_000;
let size = 0;

export function printedValue(text: string, unit: string | null): Scalar {
  const ofUnit = known.get(unit ?? "");
  const before = ofUnit?.get(text);
  if (before !== undefined) return before;
  const value = valueOf(text, unit);
  if (size >= mostKnown) {
    known.clear();
    size = 0;
  }
  const there = known.get(unit ?? "") ?? new Map<string, Scalar>();
  known.set(unit ?? "", there.set(text, value));
  size++;
  return value;
}

function valueOf(text: string, unit: string | null): Scalar {
  const target = parseTarget(text);
  if (target.kind !== "number" && target.kind !== "reduction") return text.trim();
  const inCell = target.unit;
  // 5万人 of an indicator counted in 人 is not 5.
  if (inCell !== null && unit !== null && foldSpaces(inCell) !== foldSpaces(unit)) return text.trim();
  return target.value;
}

export function targetCell({ targets, unit }: Indicator, year: Year): Scalar {
  const text = targets[year];
  return text === undefined || text.trim() === "" ? "未設定" : printedValue(text, unit);
}

export function baselineCell({ baseline, unit }: Indicator): Scalar {
  return baseline === null || baseline.text.trim() === "" ? "未設定" : printedValue(baseline.text, unit);
}

/** A year whose target is a printed dash is not measured: nobody has to enter anything. */
export function actualCell({ actuals, targets, unit }: Indicator, year: Year): Scalar {
  const text = actuals?.[year];
  if (text !== undefined && text.trim() !== "") return printedValue(text, unit);
  const target = targets[year];
  return target !== undefined && parseTarget(target).kind === "notMeasured" ? "対象外" : "未入力";
}
