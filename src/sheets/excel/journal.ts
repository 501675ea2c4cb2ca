/**
 * The account of a load, written into the workbook before it starts, so that whatever is left of it can be told from the user's
 * own. Whoever made the workbook wrote the account too: what is not of its shape is none.
 */

import * as z from "zod/mini";

export const JOURNAL_KEY = "PLAN.journal";

export interface Journal {
  operation: "load";
  /** The plan's id. */
  plan: string;
  /** How its sheets look when they are done. */
  sheets: { name: string; title: string; hidden: boolean }[];
  /** What it puts on a 設定 that was there before; null where it makes one. */
  settings: OnSettings | null;
}

export interface OnSettings {
  scale: { table: string; address: string; cells: string[][] };
  /** `rowsBefore`: how many the list had; null where a free line of it is used. */
  line: { cells: string[]; rowsBefore: number | null } | null;
}

const journalSchema: z.ZodMiniType<Journal> = z.object({
  operation: z.literal("load"),
  plan: z.string(),
  sheets: z.array(z.object({ name: z.string(), title: z.string(), hidden: z.boolean() })),
  settings: z.nullable(
    z.object({
      scale: z.object({ table: z.string(), address: z.string(), cells: z.array(z.array(z.string())) }),
      line: z.nullable(z.object({ cells: z.array(z.string()), rowsBefore: z.nullable(z.number()) })),
    }),
  ),
});

/** null: what stands there was not written by us, or somebody cut it. */
export function readJournal(value: unknown): Journal | null {
  try {
    const read = z.safeParse(journalSchema, JSON.parse(String(value)));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
