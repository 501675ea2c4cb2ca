/** Which Excel this is: what a report has to say before anything else. */

import { isSupported } from "../excel/connection";
import { type Environment } from "./report";

const newestKnown = 30;
const otherSets = [
  ["CustomFunctionsRuntime", ["1.5", "1.4", "1.3", "1.2", "1.1"]],
  ["SharedRuntime", ["1.2", "1.1"]],
  ["RibbonApi", ["1.2", "1.1"]],
] as const;

export function environment(version: string): Environment {
  const context: Office.Context | undefined = typeof Office === "undefined" ? undefined : Office.context;
  const { diagnostics, displayLanguage = "不明", contentLanguage = "不明" } = context ?? {};
  return {
    版: version,
    Excel:
      [diagnostics?.host, diagnostics?.platform, diagnostics?.version].filter(Boolean).join(" ") || "不明",
    ExcelApi: newestExcelApi(),
    ほかの要件セット: otherSets
      .map(([set, versions]) => `${set} ${versions.find((each) => has(set, each)) ?? "なし"}`)
      .join("、"),
    "表示の言語・文書の言語": `${displayLanguage}・${contentLanguage}`,
    ブラウザー: typeof navigator === "undefined" ? "不明" : navigator.userAgent,
    日時: new Date().toLocaleString("ja-JP"),
  };
}

function newestExcelApi(): string {
  for (let minor = newestKnown; minor > 0; minor -= 1)
    if (isSupported(`1.${minor}`)) return `1.${minor}${minor === newestKnown ? " 以上" : ""}`;
  return "なし";
}

function has(set: string, version: string): boolean {
  const requirements: Office.RequirementSetSupport | undefined =
    typeof Office === "undefined" ? undefined : Office.context?.requirements;
  return requirements?.isSetSupported(set, version) === true;
}
