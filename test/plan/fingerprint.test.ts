/** Fingerprints: sixteen digits that are the same for the same data, here and in every later version. */

import fc from "fast-check";
import { fingerprintOf } from "../../src/plan/fingerprint";

test.each<[unknown, string]>([
  [[], "741638a5ff490d61"],
  [["unit-missing", "a", null, 2021], "3e36ac1d06bbe354"],
  [{ 年度: "令和3年度" }, "2e003beaa833853a"],
])("了承の記録に残るので、%j の指紋はいつまでも同じ", (data, fingerprint) => {
  expect(fingerprintOf(data)).toBe(fingerprint);
});

test("一字違えば、どこで違っても、二つの半分がともに違う", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 40 }), fc.nat(), (text, pick) => {
      const at = pick % text.length;
      const other = `${text.slice(0, at)}${text[at] === "x" ? "y" : "x"}${text.slice(at + 1)}`;
      const [one, another] = [fingerprintOf(text), fingerprintOf(other)];
      expect(one).toMatch(/^[0-9a-f]{16}$/);
      expect(one.slice(0, 8)).not.toBe(another.slice(0, 8));
      expect(one.slice(8)).not.toBe(another.slice(8));
    }),
  );
});
