/** The result of 点検 in one line. What could not be read no rule could look at: then nothing found is no all-clear. */
import { type Finding } from "../../../plan/check";
import { SEVERITIES } from "./filter";

export function headline(findings: readonly Finding[], unread = 0): string {
  if (findings.length === 0) return unread === 0 ? "指摘はありません" : "読めた範囲では、指摘はありません";
  const open = findings.filter(({ acceptance }) => acceptance === null);
  const accepted = findings.length - open.length;
  const counted = SEVERITIES.map(
    ({ id, name }) => `${name} ${open.filter(({ severity }) => severity === id).length}`,
  );
  return `${counted.join("　")}${accepted === 0 ? "" : `　了承済み ${accepted}`}`;
}
