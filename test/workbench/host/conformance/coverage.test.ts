/** Every member the host implements has its conformance case: read off the cases as TypeScript understands them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { implementedMembers } from "../../../../src/workbench/host/members";
import { membersIn } from "../../../members";
import { FUNCTION_CASES } from "./worksheet-functions";

const files = readdirSync(__dirname)
  .filter((file) => file.endsWith(".test.ts") && !file.startsWith("coverage"))
  .map((file) => join(__dirname, file));
const text = files.map((file) => readFileSync(file, "utf8")).join("\n");

/** A case of its own: an access to the member of this very class, a row that names it, or a worksheet function's row. */
const tried = new Set([
  ...membersIn(files).keys(),
  ...[...text.matchAll(/"([A-Z]\w+\.\w+)"/g)].map(([, member]) => member ?? ""),
  ...FUNCTION_CASES.map(([member]) => `Functions.${member}`),
  ...[...text.matchAll(/(?:called|value)\("(\w+)"|^ {4}\["(\w+)", \[/gm)].map(
    ([, a, b]) => `Functions.${a ?? b}`,
  ),
]);

const members = [
  ...new Set(
    implementedMembers()
      .filter(({ implied }) => !implied)
      .map(({ object, name }) => `${object.replace(/ \(.*\)$/, "")}.${name}`),
  ),
];

test("どの部材にも、その部材を使う試験がある", () => {
  const untried = members.filter((member) => !tried.has(member) && !tried.has(`${member}OrNullObject`));
  expect(untried).toEqual([]);
});

test("試験のある部材は 400 より多い", () => {
  expect(members.length).toBeGreaterThan(400);
});
