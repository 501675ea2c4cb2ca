/** Writes that stand or fall as one: where a request fails, what it wrote is taken back in a session of its own. */

import { batchOf, TakenBack } from "./connection";
import type { Step } from "./step";
import { rollBack } from "./roll-back";

export async function allOrNothing<Result>(
  steps: readonly Step[],
  write: () => Promise<Result>,
): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (await takenBack(steps)) throw new TakenBack(error);
    throw error;
  }
}

/** Whether everything is as it was. */
export function takenBack(steps: readonly Step[]): Promise<boolean> {
  return tryTwice(() =>
    Excel.run(async (context) => {
      await rollBack(batchOf(context), steps);
    }),
  );
}

export async function tryTwice(work: () => Promise<void>): Promise<boolean> {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      await work();
      return true;
    } catch {
      // The second attempt is the answer: what fails twice is told to the person.
    }
  }
  return false;
}
