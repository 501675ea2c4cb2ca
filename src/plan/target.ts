/** What a printed cell says: a target, a baseline or an actual, as the plans write them. */

export type Bound = "以上" | "以下" | "超" | "未満";

export type Target =
  /** `91.8`, or with its unit in the cell: `50％`. */
  | { kind: "number"; value: number; unit: string | null; printed: string }
  /** `▲30`: less by 30. The value is -30. */
  | { kind: "reduction"; value: number; unit: string | null; printed: string }
  /** `1以上`. */
  | { kind: "bound"; value: number; bound: Bound; unit: string | null; printed: string }
  /** `3〜5`. */
  | { kind: "band"; low: number; high: number; unit: string | null; printed: string }
  /** `主幹 50` / `主査 70`: one number for each of several groups. */
  | { kind: "parts"; parts: { label: string; value: number; unit: string | null }[]; printed: string }
  /** `方針検討`, `実施`: something done rather than counted. Several words: several milestones in one cell. */
  | { kind: "milestone"; words: string[]; printed: string }
  /** `類似団体平均以下`: against a value the plan does not print. */
  | { kind: "comparison"; comparator: string; bound: Bound; printed: string }
  /** A printed dash: deliberately not measured that year. */
  | { kind: "notMeasured"; printed: string }
  /** Nothing there. */
  | { kind: "missing"; printed: string };

export function parseTarget(_text: string | number | null | undefined): Target {
  throw new Error("not built yet");
}
