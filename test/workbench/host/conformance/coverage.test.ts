/** Every member the host implements has its conformance case: the cases' own text says which they are. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { implementedMembers } from "../../../../src/workbench/host/members";

const text = readdirSync(__dirname)
  .filter((file) => file.endsWith(".test.ts") && !file.startsWith("coverage"))
  .map((file) => readFileSync(join(__dirname, file), "utf8"))
  .join("\n");

test("どの部材にも試験がある", () => {
  const missing = [
    ...new Set(
      implementedMembers()
        .filter(({ implied }) => !implied)
        .map(({ object, name }) => ({ object: object.replace(/ \(.*\)$/, ""), name }))
        .filter(({ name }) => !new RegExp(`\\b${name}\\b`).test(text))
        .map(({ object, name }) => `${object}.${name}`),
    ),
  ];
  expect(missing).toEqual([]);
});
