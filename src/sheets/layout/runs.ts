/** Stretches of neighbours in a list that have something in common: written together, they take one action. */

/** Stretches of neighbours that satisfy: first and count. */
export function runsOf<Each>(
  list: readonly Each[],
  wanted: (each: Each, at: number) => boolean,
): [number, number][] {
  return runsBy(list, wanted).flatMap(([first, count, is]) =>
    is ? [[first, count] as [number, number]] : [],
  );
}

/** Stretches of neighbours with the same value: first, count and the value. */
export function runsBy<Each, Value>(
  list: readonly Each[],
  valueOf: (each: Each, at: number) => Value,
): [number, number, Value][] {
  const runs: [number, number, Value][] = [];
  list.forEach((each, at) => {
    const value = valueOf(each, at);
    const last = runs.at(-1);
    if (last !== undefined && last[2] === value) last[1]++;
    else runs.push([at, 1, value]);
  });
  return runs;
}

/** Stretches that are together no larger than `most`: first and count. What is larger by itself stands alone. */
export function runsUpTo<Each>(
  list: readonly Each[],
  most: number,
  sizeOf: (each: Each) => number,
): [number, number][] {
  const runs: [number, number][] = [];
  let size = 0;
  list.forEach((each, at) => {
    const own = sizeOf(each);
    const last = runs.at(-1);
    if (last !== undefined && size + own <= most) {
      last[1]++;
      size += own;
    } else {
      runs.push([at, 1]);
      size = own;
    }
  });
  return runs;
}
