/** The writing of an update: all of it, or the workbook as it was; and what somebody else typed at the last moment stays theirs. */

import { type Refusal, refuse } from "../../answer";
import { tryTwice } from "../all-or-nothing";
import { type Batch, batchOf, detailOf, LARGEST_REQUEST, refusalFor, TakenBack } from "../connection";
import { rollBack } from "../roll-back";
import { remember } from "../undo";
import type { Writing } from "./changes";
import { answerBytes, lookAt, moved, placesOf, type Seen } from "./looks";
import { stepsBack } from "./put-back";

/** Whoever sorts a table changes hundreds of cells. */
const mostTold = 20;

/** `oldKept`: as long as this sheet is there, the update is not complete: its deletion is the last thing an update does. */
export async function writeAll(
  { context: { workbook }, sync }: Batch,
  writing: Writing,
  oldKept: string | null,
): Promise<Refusal | null> {
  const { actions, completing, given, tables, steps } = writing;
  const looked: (() => Seen[] | null)[] = [];
  const places = placesOf(workbook, tables);
  const rules = lookAt(workbook, given, { later: false });
  const seen = (): Seen[] => looked.flatMap((look) => look() ?? []);
  const back = (): typeof steps => {
    const elsewhere = moved(tables, places());
    // The header of a table that moved is among what was written over.
    return stepsBack(steps, [...(elsewhere.length > 0 ? (rules() ?? []) : []), ...seen()], elsewhere);
  };
  try {
    for (const [at, request] of requestsOf(actions).entries()) {
      const looks = request.flatMap(({ over }) => (over === null ? [] : [over]));
      looked.push(lookAt(workbook, looks, { later: at > 0 }));
      for (const { act } of request) act();
      await sync();
      const changed = [...(rules() ?? []), ...seen()].flatMap((each) => each.changed);
      const elsewhere = moved(tables, places()).map(({ table }) => table);
      if (changed.length + elsewhere.length > 0) return await giveWay([...changed, ...elsewhere], back());
    }
    for (const complete of completing) complete();
    await sync();
    remember(null);
    return null;
  } catch (error) {
    let complete = false;
    const isBack = await tryTwice(() =>
      Excel.run(async (own) => {
        const batch = batchOf(own);
        if (oldKept !== null) {
          const old = own.workbook.worksheets.getItemOrNullObject(oldKept).load("name");
          await batch.sync();
          complete = old.isNullObject;
          if (complete) return;
        }
        await rollBack(batch, back());
      }),
    );
    if (complete) return null;
    return isBack ? refusalFor(new TakenBack(error)) : refuse("unfinished", detailOf(error));
  }
}

/** The other one's words come back. Where even that fails, they are told, with their places. */
async function giveWay(all: readonly string[], steps: Writing["steps"]): Promise<Refusal> {
  const changed =
    all.length > mostTold ? [...all.slice(0, mostTold), `ほか ${all.length - mostTold} か所`] : all;
  const isBack = await tryTwice(() =>
    Excel.run((context) => rollBack(batchOf(context), steps).then(() => undefined)),
  );
  return isBack
    ? refuse("changedMeanwhile", changed)
    : refuse(
        "unfinished",
        changed,
        "更新を書き込むのと同時に、ほかの人が同じセルを変えました。元に戻せなかったので、次のセルに入っていた言葉を確かめてください。もう一度更新すると、片付けてから続けます。",
      );
}

/** As many actions in each as it, and the answer to it, can carry. */
function requestsOf(actions: Writing["actions"]): Writing["actions"][] {
  const requests: Writing["actions"][] = [];
  let asked = LARGEST_REQUEST;
  let answered = LARGEST_REQUEST;
  for (const action of actions) {
    const answer = action.over === null ? 0 : answerBytes(action.over);
    if (asked + action.bytes > LARGEST_REQUEST || answered + answer > LARGEST_REQUEST) {
      requests.push([]);
      asked = 0;
      answered = 0;
    }
    requests.at(-1)?.push(action);
    asked += action.bytes;
    answered += answer;
  }
  return requests;
}
