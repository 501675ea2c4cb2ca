/** Which texts are nearest: first those that hold the text, then by shared letters and pairs, then by length, then by place. */

import fc from "fast-check";
import { nearestAmong } from "../../src/plan/keys/nearest";

/** The same, said slowly: letters and pairs of letters, the beginning and the end marked. */
function likeness(one: string, other: string): number {
  const pieces = (text: string) => {
    const letters = [...text];
    return new Set([...letters, ...["^", ...letters].map((letter, at) => letter + (letters[at] ?? "$"))]);
  };
  const [mine, theirs] = [pieces(one), pieces(other)];
  const shared = [...mine].filter((piece) => theirs.has(piece)).length;
  const holds = other.includes(one);
  return (2 * shared) / (mine.size + theirs.size) + (holds ? 1 : 0);
}

test("どんな語でも、ゆっくり比べたのと同じ順", () => {
  const text = fc.string({ unit: fc.constantFrom("市", "民", "課"), maxLength: 5 });
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 8 }),
      text,
      fc.integer({ min: 1, max: 4 }),
      (texts, typed, howMany) => {
        const apart = (place: number) => Math.abs((texts[place] ?? "").length - typed.length);
        const slowly = texts
          .map((each, place) => ({ place, like: likeness(typed, each) }))
          .sort((a, b) => b.like - a.like || apart(a.place) - apart(b.place) || a.place - b.place)
          .slice(0, howMany)
          .map(({ place }) => place);
        expect(nearestAmong(texts).to(typed, howMany)).toEqual(slowly);
      },
    ),
    { numRuns: 500 },
  );
});

test.each<[string, string[], string, number[]]>([
  ["含むものが先", ["市民の課", "市民課長会議"], "課長", [1, 0]],
  ["一字でも、短いものが先", ["民生委員の会", "民"], "民", [1, 0]],
  ["二字なら、長い名でも含むものが先", ["民課", "市民協働推進課の窓口"], "市民", [1, 0]],
  ["何も共有しなければ、長さの近いもの", ["甲乙丙丁", "甲乙"], "民生", [1, 0]],
  ["同じ近さなら、並んだ順", ["甲乙", "甲丙"], "民生", [0, 1]],
  ["空の語", ["甲乙", ""], "", [1, 0]],
])("%s", (_why, texts, typed, places) => {
  expect(nearestAmong(texts).to(typed, 2)).toEqual(places);
});

test("長い文は、初めの200字で比べる", () => {
  const start = "市".repeat(200);
  const [near] = nearestAmong([`${start}甲乙丙`, `${start}民`]).to(`${start}甲乙丁戊己`, 1);
  // 200字より後の「甲乙」は見ないので、長さの近いほうになる。
  expect(near).toBe(0);
  expect(nearestAmong([`${start}甲乙`, `${start}民生委員`]).to(`${start}甲乙丁戊己`, 1)).toEqual([1]);
});
