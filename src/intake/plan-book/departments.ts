/** The departments printed behind 担当課: one or several, sometimes running over the line. */

import { narrow } from "./narrow";

const suffix =
  /(課|室|局|部|署|係|館|校|園|所|署|センター|事務所|委員会|議会|本部|支所|各課|全課|全庁|全所属)$/;

export function splitDepartments(printed: string): string[] {
  const listed = printed
    .split(/[、，,;；]/)
    .flatMap((part) => splitWhere(part.trim(), /\s+/))
    .flatMap((part) => splitWhere(part, /・/))
    .map((part) => part.replace(/\s+/g, ""))
    .filter((part) => part !== "");
  return [...new Set(listed)];
}

/** Departments over several lines as one: a line that ends in a whole name is followed by the next one. */
export function joinDepartments(lines: readonly string[]): string {
  return lines.reduce(
    (before, line) =>
      suffix.test(before.trim()) ? `${before.trim()}、${line.trim()}` : before.trim() + line.trim(),
    "",
  );
}

/** Only where every piece is a department by itself: 子ども・子育て課 is one. */
function splitWhere(part: string, separator: RegExp): string[] {
  const pieces = part.split(separator);
  return pieces.length > 1 && pieces.every((piece) => suffix.test(piece)) ? pieces : [part];
}

/** Whether this line goes on with the departments of the line before. */
export function continuesDepartments(before: string, line: string): boolean {
  if (before.trim() === "") return line.length < 200;
  if (/[、，,・]\s*$/.test(before)) return true;
  const narrowed = narrow(line);
  if (/[\d()。]/.test(narrowed)) return false;
  return line.split(/[、，,]/).every((part) => suffix.test(part.trim()));
}
