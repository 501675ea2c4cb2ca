/** A table as bytes: in every encoding Japanese offices save in, right, wrongly marked, and damaged. */
import fc from "fast-check";
import { intake } from "../../src/intake";
import { csvTable, expectReadOrTold } from "../intake/any-text";
import type { Fuzzed } from "./fuzzed";

/** Node cannot write Shift_JIS, but can read it: the table of what each pair of bytes means, turned round. */
const shiftJisBytes = ((): ReadonlyMap<string, readonly number[]> => {
  const decoder = new TextDecoder("shift_jis", { fatal: true });
  const bytes = new Map<string, readonly number[]>();
  const learn = (...pair: number[]): void => {
    try {
      const letter = decoder.decode(new Uint8Array(pair));
      if (!bytes.has(letter)) bytes.set(letter, pair);
    } catch {
      // No letter has these bytes.
    }
  };
  for (let first = 0; first < 256; first += 1) learn(first);
  for (let first = 0x81; first < 0xfd; first += 1)
    for (let second = 0x40; second < 0xfd; second += 1) learn(first, second);
  return bytes;
})();

const shiftJis = (text: string) => [...text].flatMap((letter) => [...(shiftJisBytes.get(letter) ?? [0x3f])]);
const utf16be = (text: string) => [...Buffer.from(text, "utf16le").swap16()];

const written: Readonly<Record<string, (text: string) => number[]>> = {
  "UTF-8": (text) => [...Buffer.from(text)],
  "UTF-8（BOM）": (text) => [0xef, 0xbb, 0xbf, ...Buffer.from(text)],
  "UTF-16LE": (text) => [0xff, 0xfe, ...Buffer.from(text, "utf16le")],
  "UTF-16BE": (text) => [0xfe, 0xff, ...utf16be(text)],
  Shift_JIS: shiftJis,
};

/** Values a plan's cells hold, in signs that every one of the encodings has. */
const cell = fc.constantFrom(
  "98.6",
  "▲30",
  "１以上",
  "－",
  "①実施",
  "㈱表能ソ",
  "髙﨑",
  "1,200",
  "",
  "～50％",
);
const table = fc
  .array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 })
  .map((rows) =>
    [
      csvTable,
      ...rows.map(
        ([name, first, second], at) =>
          `,,項目${at},${at + 3},財政課,,"${name}",件,増やす,R1,1,"${first}","${second}",`,
      ),
    ].join("\n"),
  );

const damage = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant("set" as const), at: fc.nat(), byte: fc.nat(255) }),
    fc.record({ kind: fc.constant("drop" as const), at: fc.nat(), byte: fc.constant(0) }),
    fc.record({ kind: fc.constant("cut" as const), at: fc.nat(), byte: fc.constant(0) }),
  ),
  { maxLength: 4 },
);

export const csvBytes: Fuzzed = {
  name: "csv-bytes",
  drawn:
    "表を UTF-8・UTF-16・Shift_JIS で書いたバイト列と、それを壊したもの、別の文字コードの BOM を付けたもの",
  holds:
    "正しいバイト列は、どの文字コードでも同じ計画になる。壊れたものは例外なく読めるか、問題として示される",
  property: () =>
    fc.property(table, fc.constantFrom(...Object.keys(written)), damage, (text, encoding, damages) => {
      const clean = written[encoding]?.(text) ?? [];
      if (damages.length === 0) {
        const read = intake(new Uint8Array(clean));
        expect(read).toEqual(intake(text));
        return;
      }
      const bytes = [...clean];
      for (const { kind, at, byte } of damages) {
        const place = at % (bytes.length + 1);
        if (kind === "set") bytes[place] = byte;
        else bytes.splice(place, kind === "drop" ? 1 : bytes.length);
      }
      expectReadOrTold(new Uint8Array(bytes));
    }),
  runs: 150,
};
