/** 挿入: a block of 財政指標 at the place that was shown, and nowhere else; nothing that holds something is overwritten. */
import { type Answer, type Block, type InsertPreview, type Refusal } from "../../sheets";
import {
  addressOfStart,
  below,
  mostTries,
  type Start,
  startOf,
  toTheRight,
} from "../screens/fiscal/free-place";
import { workbook } from "../workbook";
import { undertake, type Undertaken } from "./undertake";

/** Why a block does not stand where it was meant to. */
export type Obstacle =
  | { kind: "occupied"; cells: readonly string[] }
  | { kind: "merged"; cells: readonly string[] }
  | { kind: "table"; table: string }
  | null;

/** A formula would be taken for the whole column's, a spill does not work at all; values may stand in a table. */
export function obstacleOf(preview: InsertPreview, hasFormulas: boolean): Obstacle {
  if (preview.occupied.length > 0) return { kind: "occupied", cells: preview.occupied };
  if (preview.merged.length > 0) return { kind: "merged", cells: preview.merged };
  return preview.table !== null && hasFormulas ? { kind: "table", table: preview.table } : null;
}

export type PlaceShown =
  | { kind: "free"; preview: InsertPreview; start: Start }
  /** `instead`: the nearest free place; null where none was found. */
  | {
      kind: "blocked";
      preview: InsertPreview;
      obstacle: NonNullable<Obstacle>;
      instead: InsertPreview | null;
    }
  | { kind: "refused"; refusal: Refusal };

type Ask = (at?: string) => Promise<Answer<{ preview: InsertPreview }>>;

/** Where the block would stand: quietly, because nobody pressed anything. */
export async function showPlace(block: Block, hasFormulas: boolean, at?: string): Promise<PlaceShown> {
  const { previewInsert } = await workbook();
  return placeOf((address) => previewInsert(block, address), hasFormulas, at);
}

export async function placeOf(ask: Ask, hasFormulas: boolean, at?: string): Promise<PlaceShown> {
  const answer = await ask(at);
  if (!answer.ok) return { kind: "refused", refusal: answer };
  const { preview } = answer;
  const start = startOf(preview);
  const obstacle = obstacleOf(preview, hasFormulas);
  if (obstacle === null && start !== null) return { kind: "free", preview, start };
  if (obstacle === null)
    return { kind: "refused", refusal: { ok: false, reason: "noSelection", message: preview.address } };
  return { kind: "blocked", preview, obstacle, instead: await nearestFree(ask, hasFormulas, preview) };
}

/** To the right first, as a budget table grows by years; then below. */
async function nearestFree(
  ask: Ask,
  hasFormulas: boolean,
  from: InsertPreview,
): Promise<InsertPreview | null> {
  for (const aside of [toTheRight, below]) {
    let tried = from;
    for (let tries = 0; tries < mostTries; tries += 1) {
      const start = aside(tried, tries);
      if (start === null) break;
      const answer = await ask(addressOfStart(start));
      if (!answer.ok) break;
      if (obstacleOf(answer.preview, hasFormulas) === null) return answer.preview;
      tried = answer.preview;
    }
  }
  return null;
}

/** Exactly where it was shown: a selection that moved in the meantime changes nothing. The screen itself tells what came of it. */
export function insertFiscal(
  what: string,
  block: Block,
  start: Start,
): Promise<Undertaken<{ preview: InsertPreview }>> {
  return undertake(`${what}の挿入`, async () => (await workbook()).insertBlock(block, addressOfStart(start)));
}

/** Whether what was inserted is gone: Excel's own 元に戻す does not tell the pane. */
export async function isGone(block: Block, start: Start): Promise<boolean> {
  const answer = await (await workbook()).previewInsert(block, addressOfStart(start));
  return answer.ok && answer.preview.occupied.length === 0;
}
