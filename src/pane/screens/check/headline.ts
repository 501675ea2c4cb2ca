/** The result of 点検 in one line. */
import { type Finding } from "../../../plan/check";
import { SEVERITIES } from "./filter";

export function headline(findings: readonly Finding[]): string {
  if (findings.length === 0) return "指摘はありません";
  const open = findings.filter(({ acceptance }) => acceptance === null);
  const accepted = findings.length - open.length;
  const counted = SEVERITIES.map(
    ({ id, name }) => `${name} ${open.filter(({ severity }) => severity === id).length}`,
  );
  return `${counted.join("　")}${accepted === 0 ? "" : `　了承済み ${accepted}`}`;
}
