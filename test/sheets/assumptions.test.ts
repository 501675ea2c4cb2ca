/** 本物の Excel についての前提: 一つずつ id があり、頼っているファイルが本当にある. */

import { existsSync } from "node:fs";
import path from "node:path";
import { ASSUMPTIONS } from "../../src/sheets";

test("id は重ならず、どの項目にも事実・頼っている所・確かめ方がある", () => {
  const ids = ASSUMPTIONS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { fact, reliedOnBy, check } of ASSUMPTIONS)
    expect([fact, check, reliedOnBy].every((words) => words.length > 8)).toBe(true);
});

test.each(
  ASSUMPTIONS.flatMap(({ id, reliedOnBy }) =>
    [...reliedOnBy.matchAll(/[\w/-]+\/[\w-]+\.ts|^[\w-]+\.ts/g)].map(([file]) => [id, file]),
  ),
)("%s: %s がある", (_id, file) => {
  expect(existsSync(path.join(__dirname, "../../src/sheets", file))).toBe(true);
});
