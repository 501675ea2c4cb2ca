/** A plan with where its numbers come from. */
import { type Plan } from "../../plan/plan";
import { type Scale } from "../../plan/scales/scale";

export interface SourcePlan {
  plan: Plan;
  from: "range" | "workbook" | "published";
  /** As sentences call it: 加須市「第3次加須市行政経営プラン」（公表時）. */
  label: string;
  /** Names it answers to as a text. */
  names: readonly string[];
  /** The plan's own cut-offs (尺度_加須市); null: the bundled four grades. */
  scale: Scale | null;
  /** Fingerprints of findings somebody accepted. */
  accepted: ReadonlySet<string>;
}

export const nothingAccepted: ReadonlySet<string> = new Set();

export function labelOf({ municipality, title }: Plan): string {
  if (title === "") return municipality === "" ? "この表" : municipality;
  return municipality === "" ? `「${title}」` : `${municipality}「${title}」`;
}
