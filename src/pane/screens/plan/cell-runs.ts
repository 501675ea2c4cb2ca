/** Cells one under the other as a person would write them: 加須市!U6、U7、U8 is 加須市!U6:U8. */

const singleCell = /^(.*!)?([A-Z]+)(\d+)$/u;

/** Columns in the order they first come; what is no single cell stays as it is. */
export function cellRuns(addresses: readonly string[]): string[] {
  const columns = new Map<string, Set<number>>();
  const others: string[] = [];
  for (const address of addresses) {
    const [, sheet = "", column, row] = singleCell.exec(address) ?? [];
    if (column === undefined) {
      others.push(address);
      continue;
    }
    const key = `${sheet}\n${column}`;
    columns.set(key, (columns.get(key) ?? new Set()).add(Number(row)));
  }
  const runs = [...columns].flatMap(([key, rows]) => {
    const [sheet = "", column = ""] = key.split("\n");
    return runsOf([...rows].sort((one, other) => one - other)).map(([first, last]) =>
      first === last ? `${sheet}${column}${first}` : `${sheet}${column}${first}:${column}${last}`,
    );
  });
  return [...runs, ...others];
}

function runsOf(rows: readonly number[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === row - 1) run[1] = row;
    else runs.push([row, row]);
  }
  return runs;
}
