/** Documents of every layout: dirtied, cut, shuffled line by line, one spliced into the other. */
import fc from "fast-check";
import { dirtied, expectDirtyReadHonestly, tableTexts } from "../intake/any-text";
import { smallBook } from "../intake/plan-book-text";
import type { Fuzzed } from "./fuzzed";

const anyText = fc.constantFrom(...Object.values(tableTexts), smallBook);

const cut = fc.tuple(anyText, fc.nat(), fc.nat()).map(([text, one, other]) => {
  const [from, to] = [one % (text.length + 1), other % (text.length + 1)];
  return text.slice(Math.min(from, to), Math.max(from, to));
});
const shuffled = anyText
  .chain((text) => fc.shuffledSubarray(text.split("\n")))
  .map((lines) => lines.join("\n"));
const spliced = fc.tuple(cut, cut).map(([one, other]) => `${one}\n${other}`);
const wide = anyText.map((text) =>
  text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
);

export const texts: Fuzzed = {
  name: "texts",
  drawn: "すべての形の文書を、汚し、切り、行を混ぜ、二つをつなぎ、全角にしたもの",
  holds: "例外はなく、読めた数値はすべて示された行にあり、階層は閉じ、読めないものは行番号つきで示される",
  property: () =>
    fc.property(dirtied(fc.oneof(anyText, cut, shuffled, spliced, wide)), expectDirtyReadHonestly),
  runs: 150,
};
