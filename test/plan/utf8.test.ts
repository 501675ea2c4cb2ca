/** How many bytes a text takes as UTF-8. */

import fc from "fast-check";
import { bytesOf } from "../../src/plan/file/utf8";

/** The smallest and the largest character of each length. */
test.each([
  ["", 0],
  ["\u0000", 1],
  ["\u007f", 1],
  ["\u0080", 2],
  ["\u07ff", 2],
  ["\u0800", 3],
  ["\ud7ff", 3],
  ["\ue000", 3],
  ["\uffff", 3],
  ["\u{10000}", 4],
  ["\u{103ff}", 4],
  ["\u{10fc00}", 4],
  ["\u{10ffff}", 4],
])("%j は%dバイト", (text, bytes) => {
  expect(bytesOf(text)).toBe(bytes);
});

test("どんな文字でも、書き出したバイト数と同じ", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      (text) => bytesOf(text) === new TextEncoder().encode(text).length,
    ),
  );
});
