/** How a place in a JSON file is written. */

import { pathText, shortened } from "../../src/plan/file/json-path";

test.each<[(string | number)[], string]>([
  [[], ""],
  [["nodes", 3, "parent"], "nodes[3].parent"],
  [["targets", "2021"], "targets.2021"],
  [["標目_1"], "標目_1"],
  [["a b", "c"], '["a b"].c'],
  [["x", "a.b"], 'x["a.b"]'],
  [["x", "a-"], 'x["a-"]'],
  [["x", "-a"], 'x["-a"]'],
  [["x", ""], 'x[""]'],
  [["x", '"'], 'x["\\""]'],
  [["x", "あ".repeat(60)], `x.${"あ".repeat(60)}`],
  [["x", "あ".repeat(61)], `x["${"あ".repeat(40)}…"]`],
])("%j は %s", (path, text) => {
  expect(pathText(path)).toBe(text);
});

test.each([
  [40, "あ".repeat(40)],
  [41, `${"あ".repeat(40)}…`],
])("%d字の語は、40字までで示す", (length, shown) => {
  expect(shortened("あ".repeat(length))).toBe(shown);
});
