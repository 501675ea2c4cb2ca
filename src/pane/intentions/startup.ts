/** Whether this workbook starts the add-in when it is opened. Excel keeps the answer in the workbook, the pane keeps that it has asked. */
import { type Answer } from "../../sheets";
import { preferences, remember } from "../state/preferences";
import { undertake, type Undertaken } from "./undertake";

/** Not every Excel lets a workbook start an add-in. */
export function canStartWithWorkbook(): boolean {
  const addin: Partial<Office.Addin> | undefined = Office.addin;
  return typeof addin?.setStartupBehavior === "function" && typeof addin.getStartupBehavior === "function";
}

export async function startsWithWorkbook(): Promise<boolean> {
  if (!canStartWithWorkbook()) return false;
  return (await Office.addin.getStartupBehavior()) === Office.StartupBehavior.load;
}

/** The answer holds for this workbook, and is what a later workbook gets without being asked again. */
export function setStartup(on: boolean): Promise<Undertaken<object>> {
  return undertake(
    "起動の設定",
    async () => {
      const answer = await setBehavior(on);
      if (answer.ok) remember({ startup: on ? "always" : "never" });
      return answer;
    },
    () =>
      on
        ? "このブックを開くと、計画アドインも始まります。"
        : "このブックを開いても、計画アドインは始まりません。",
  );
}

/** After a plan was loaded into a workbook: what the person answered once. */
export async function applyStartup(): Promise<void> {
  if (preferences.get().startup === "always") await setBehavior(true);
}

async function setBehavior(on: boolean): Promise<Answer> {
  if (!canStartWithWorkbook())
    return {
      ok: false,
      reason: "olderExcel",
      message: "この Excel では、ブックと一緒にアドインを始めることができません。ブックは変更していません。",
    };
  const { load, none } = Office.StartupBehavior;
  await Office.addin.setStartupBehavior(on ? load : none);
  if (on) trustQuietly();
  return { ok: true };
}

/** A colleague without the add-in who opens the workbook is not asked whether to trust it. */
function trustQuietly(): void {
  const settings: Office.Settings | undefined = Office.context?.document?.settings;
  settings?.set("Office.DisableTrustUX", true);
  settings?.saveAsync();
}
