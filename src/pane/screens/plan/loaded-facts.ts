/** What is to be told of a loaded plan: where it stands, since when, and what asks for attention. */
import { type WorkbookPlan } from "../../../sheets";
import { type PlanChange } from "../../state/book";

export interface Attention {
  tone: "warning" | "info";
  text: string;
}

/** In the order of urgency. */
export function attentionFor(loaded: WorkbookPlan): Attention[] {
  const { table, name, copies, problems, retired, scaleTable } = loaded;
  const errors = problems.filter(({ severity }) => severity === "error");
  return [
    ...(table === null
      ? [
          {
            tone: "warning" as const,
            text: "表が普通の範囲に変わっています。達成率の計算が止まるので、「修復」で表に戻してください。値はそのままです。",
          },
        ]
      : []),
    ...errors.map(({ message, address }) => ({
      tone: "warning" as const,
      text: address === null ? message : `${address}：${message}`,
    })),
    ...(scaleTable === null
      ? [
          {
            tone: "warning" as const,
            text: "評価の区切りの表（尺度）が設定シートに見つかりません。評価の列はエラーになります。",
          },
        ]
      : []),
    ...(name === null
      ? [
          {
            tone: "info" as const,
            text: "関数で使う名前が削除されています。更新すると作り直されます。",
          },
        ]
      : []),
    ...(copies.length > 0
      ? [
          {
            tone: "info" as const,
            text: `写しのシート（${copies.join("、")}）があります。このシートだけを計画として扱います。`,
          },
        ]
      : []),
    ...(retired.length > 0
      ? [
          {
            tone: "info" as const,
            text: `更新で計画からなくなった行が ${retired.length}行残っています。不要なら行を削除してください。`,
          },
        ]
      : []),
  ];
}

/** How many actuals are entered, of how many cells that wait for one. */
export function enteredCount({ plan }: WorkbookPlan): { entered: number; indicators: number } {
  const entered = plan.indicators.reduce(
    (sum, { actuals }) => sum + Object.values(actuals ?? {}).filter((text) => text.trim() !== "").length,
    0,
  );
  return { entered, indicators: plan.indicators.length };
}

/** What the pane saw itself, else the day of loading or updating. */
export function lastChangeText(loadedOn: string | null, change: PlanChange | null): string {
  if (change !== null) return `今日 ${timeText(change.at)}${change.remote ? "（他の人）" : ""}`;
  return loadedOn === null ? "不明" : `${loadedOn} に読み込み・更新`;
}

/** 14:05 */
function timeText(at: number): string {
  const time = new Date(at);
  return `${time.getHours()}:${String(time.getMinutes()).padStart(2, "0")}`;
}
