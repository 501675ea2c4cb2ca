/** In which line a text stops being JSON, in the words of every engine. */

import { lineOfJsonError } from "../../src/plan/file/json-line";

const text = "{\n\n  x\n}\n\n\n\n\n\n\n\n\n";

test.each([
  ["SyntaxError: Expected property name or '}' in JSON at position 5 (line 3 column 3)", 3],
  ["SyntaxError: JSON.parse: expected property name at line 12 column 3 of the JSON data", 12],
  ["SyntaxError: Unexpected token x in JSON at position 5", 3],
  ["SyntaxError: Unexpected token } in JSON at position 12", 8],
  ["SyntaxError: Unexpected token { in JSON at position 0", 1],
  ["SyntaxError: Unexpected end of JSON input", 13],
  ["SyntaxError: Unexpected end of input", 13],
  ["SyntaxError: JSON Parse error: Unexpected identifier", null],
])("%s", (words, line) => {
  expect(lineOfJsonError(words, text)).toBe(line);
});
