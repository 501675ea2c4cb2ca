/** 了承: a finding stays as it is, for a reason, by somebody: written into the 点検 sheet. And taking it back. */
import { type Acceptance } from "../../plan/acceptance";
import { workbook } from "../workbook";
import { undertake, type Undertaken } from "./undertake";
import { recordWith } from "./write-findings";

export function acceptFinding(acceptance: Acceptance): Promise<Undertaken<{ sheet: string; rows: number }>> {
  return undertake(
    "了承",
    async () => recordWith(await workbook(), { kind: "accept", acceptance }),
    ({ sheet }) => `了承を「${sheet}」シートに記録しました。`,
  );
}

export function withdrawAcceptance(
  fingerprint: string,
): Promise<Undertaken<{ sheet: string; rows: number }>> {
  return undertake(
    "了承の取り消し",
    async () => recordWith(await workbook(), { kind: "withdraw", fingerprint }),
    ({ sheet }) => `了承を取り消し、「${sheet}」シートを書き直しました。`,
  );
}
