/** What a rule of 点検 is: data with a sentence, and a way to find what breaks it. */

import type { Year } from "../plan";
import type { Branch } from "../tree";
import type { Reading, Survey } from "./survey";

export type Severity = "error" | "warning" | "note";

/** One thing a rule found. */
export interface Slip {
  node: string | null;
  indicator: string | null;
  year: Year | null;
  /** Of a recorded judgement: in which scale. */
  scale?: string;
  /** 何が、どこで. */
  message: string;
  /** どうすればよいか. Only where it differs from the rule's own. */
  remedy?: string;
  /** Only where it differs from the rule's own. */
  severity?: Severity;
  /** Tells apart several findings of one rule in one place. */
  detail?: string;
  /** The data the finding rests on: an acceptance holds as long as this is unchanged. */
  under: unknown;
  /** What would mend it, where that needs no thought. */
  changes?: CellChange[];
}

/** A cell that gets another text. `before` guards against mending what has changed meanwhile. */
export type CellChange =
  | { kind: "department"; node: string; before: string[]; after: string[] }
  | { kind: "nodeName"; node: string; before: string; after: string }
  | { kind: "unit"; indicator: string; before: string | null; after: string }
  | { kind: "baseline"; indicator: string; before: string; after: string }
  | { kind: "target"; indicator: string; year: Year; before: string; after: string }
  | { kind: "actual"; indicator: string; year: Year; before: string; after: string };

interface RuleFace {
  /** Never shown, never changed: acceptances refer to it. */
  id: string;
  title: string;
  severity: Severity;
  /** What the rule asks for. */
  sentence: string;
  /** How a person puts it right. */
  remedy: string;
  /** Whether 修正 can put it right, at least in the plain cases. */
  mendable: boolean;
}

export type Rule = RuleFace &
  (
    | { about: "plan"; find(survey: Survey): Slip[] }
    | { about: "node"; find(branch: Branch, survey: Survey): Slip | null }
    | { about: "item"; find(item: Branch, survey: Survey): Slip | null }
    | { about: "indicator"; find(reading: Reading, survey: Survey): Slip | Slip[] | null }
  );
