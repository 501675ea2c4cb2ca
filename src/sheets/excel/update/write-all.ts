/** The writing of an update: all of it, or the workbook as it was. */

import { type Refusal, refuse } from "../../answer";
import { tryTwice } from "../all-or-nothing";
import { type Batch, detailOf, LARGEST_REQUEST, refusalFor, TakenBack } from "../connection";
import { rollBack } from "../roll-back";
import { remember } from "../undo";
import type { Writing } from "./changes";

/** `oldKept`: as long as this sheet is there, the update is not complete: its deletion is the last thing an update does. */
export async function writeAll(
  { sync }: Batch,
  { actions, steps }: Writing,
  oldKept: string | null,
): Promise<Refusal | null> {
  try {
    let waiting = 0;
    for (const { bytes, act } of actions) {
      if (waiting > 0 && waiting + bytes > LARGEST_REQUEST) {
        await sync();
        waiting = 0;
      }
      act();
      waiting += bytes;
    }
    await sync();
    remember(null);
    return null;
  } catch (error) {
    let complete = false;
    const back = await tryTwice(() =>
      Excel.run(async (context) => {
        const again = (): Promise<void> => context.sync().then(() => undefined);
        if (oldKept !== null) {
          const old = context.workbook.worksheets.getItemOrNullObject(oldKept).load("name");
          await again();
          complete = old.isNullObject;
          if (complete) return;
        }
        await rollBack({ context, sync: again }, steps);
      }),
    );
    if (complete) return null;
    return back ? refusalFor(new TakenBack(error)) : refuse("unfinished", detailOf(error));
  }
}
