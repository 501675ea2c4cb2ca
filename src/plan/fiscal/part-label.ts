/** How a 決算 sheet labels an amount: numbering in front, 額 and 等 behind, the unit in brackets: ①経常一般財源等の額（千円）. */

import { foldSpaces } from "../text-width";

const inBrackets = /\((?:単位[:は]?)?((?:千|万|十万|百万|千万|億)?円)\)/u;

/** What is left of a label when two of them are compared: the name itself. */
export function partKey(label: string): string {
  return foldSpaces(label)
    .replace(/^(?:[(]?(?:\d{1,2}|[A-Za-zア-ン])[).．、:]|[・●○◯◆■※-])+/u, "")
    .replace(/^\d{1,2}(?=\p{L})/u, "")
    .replace(/\([^()]*\)$/u, "")
    .replace(/:$/u, "")
    .replace(/の額$/u, "")
    .replace(/等$/u, "");
}

/** 千円 of 元利償還金（千円）; null where the label does not say. */
export function unitOfLabel(label: string): string | null {
  return inBrackets.exec(foldSpaces(label))?.[1] ?? null;
}

/** Labels that say different units, as a sentence names them; null where none contradicts another. */
export function unitsOfLabels(labels: readonly string[]): string | null {
  const said = labels.flatMap((label) => {
    const unit = unitOfLabel(label);
    return unit === null ? [] : [{ label: label.trim(), unit }];
  });
  const first = said[0];
  const other = said.find(({ unit }) => unit !== first?.unit);
  return first === undefined || other === undefined ? null : `「${first.label}」と「${other.label}」`;
}
