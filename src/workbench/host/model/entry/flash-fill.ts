/** Filling a column by example: what the filled cells take from the cells beside them, the blank ones get too. */

type Row = readonly string[];

interface Piece {
  readonly of: (row: Row) => string | undefined;
  readonly cost: number;
  /** The same letter in every row. */
  readonly fixed?: true;
}

const proper = (text: string): string =>
  text
    .toLowerCase()
    .replace(/(^|[^\p{L}])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());

const CASES: readonly (readonly [cost: number, change: (text: string) => string])[] = [
  [0, (text) => text],
  [0.2, (text) => text.toUpperCase()],
  [0.2, (text) => text.toLowerCase()],
  [0.3, proper],
];

/** What a text falls into: words, and by each mark it may be cut at. */
const CUTS: readonly RegExp[] = [/\s+/, /,\s*/, /[-_]/, /@/, /\./, /[/\\]/, /[:;]/, /[()（）]/];
const numbersIn = (text: string): readonly string[] => text.match(/\d+/g) ?? [];

const partsOf = (text: string): readonly (readonly [number, (text: string) => string | undefined])[] => [
  [0, (whole) => whole],
  ...CUTS.flatMap((cut) =>
    text
      .split(cut)
      .flatMap((_, at, all) =>
        all.length < 2
          ? []
          : [
              [0.5 + at * 0.05, (whole: string) => whole.split(cut)[at]] as const,
              [
                0.55 + (all.length - at) * 0.05,
                (whole: string) => whole.split(cut).at(at - all.length),
              ] as const,
            ],
      ),
  ),
  ...numbersIn(text).map((_, at) => [0.9 + at * 0.05, (whole: string) => numbersIn(whole)[at]] as const),
];

const LONGEST_CUTTING = 6;

/** So many characters from either end. */
const cuttings = (text: string): readonly (readonly [number, (text: string) => string])[] =>
  Array.from({ length: Math.min(text.length - 1, LONGEST_CUTTING) }, (_, at) => at + 1).flatMap((count) => [
    [0.4 + count * 0.1, (whole: string) => whole.slice(0, count)] as const,
    [0.45 + count * 0.1, (whole: string) => whole.slice(-count)] as const,
  ]);

/** Everything that can be taken from a row's cells. */
const extractors = (row: Row): readonly Piece[] =>
  row.flatMap((text, column) =>
    partsOf(text).flatMap(([cost, part]) => {
      const found = part(text);
      if (!found) return [];
      return [[0, (whole: string) => whole] as const, ...cuttings(found)].flatMap(([more, cutting]) =>
        CASES.map(([changing, change]): Piece => ({
          cost: 1 + cost + more + changing + column * 0.01,
          of: (other) => {
            const piece = part(other[column] ?? "");
            return piece === undefined || piece === "" ? undefined : change(cutting(piece));
          },
        })),
      );
    }),
  );

interface Program {
  readonly pieces: readonly Piece[];
  readonly cost: number;
}

const KEPT = 40;

const LETTER = /[\p{L}\p{N}]/u;
const constant = (text: string): Piece => ({
  cost: LETTER.test(text) ? 2.5 : 0.4,
  of: () => text,
  fixed: true,
});

/** A word that begins with what was taken from a cell and goes on with fixed letters is none: `x.jp` is no initial. */
const broken = (before: Piece | undefined, next: Piece, text: string): number =>
  before && !before.fixed && next.fixed && LETTER.test(text) ? 2 : 0;

/** The ways to put the wanted text together out of the row, the simplest first. */
const programsFor = (row: Row, wanted: string): readonly Program[] => {
  const pieces = extractors(row).map((piece) => ({ piece, text: piece.of(row) ?? "" }));
  const upTo: Program[][] = Array.from({ length: wanted.length + 1 }, () => []);
  upTo[0] = [{ pieces: [], cost: 0 }];
  for (let at = 0; at < wanted.length; at++) {
    const begun = [...(upTo[at] ?? [])].sort((a, b) => a.cost - b.cost).slice(0, KEPT);
    const steps = pieces.filter(({ text }) => text !== "" && wanted.startsWith(text, at));
    const letter = wanted.charAt(at);
    for (const { pieces: before, cost } of begun) {
      for (const { piece, text } of [...steps, { piece: constant(letter), text: letter }])
        upTo[at + text.length]?.push({
          pieces: [...before, piece],
          cost: cost + piece.cost + broken(before.at(-1), piece, text),
        });
    }
  }
  return [...(upTo[wanted.length] ?? [])].sort((a, b) => a.cost - b.cost).slice(0, KEPT * 5);
};

const result = ({ pieces }: Program, row: Row): string | undefined => {
  let text = "";
  for (const { of } of pieces) {
    const piece = of(row);
    if (piece === undefined) return undefined;
    text += piece;
  }
  return text;
};

/** A text for every row without one, or undefined where the examples follow no rule that can be seen. */
export const flashFilled = (
  rows: readonly Row[],
  given: readonly (string | undefined)[],
): readonly (string | undefined)[] | undefined => {
  const examples = given.flatMap((wanted, at) => {
    const row = rows[at];
    return wanted === undefined || !row ? [] : [{ row, wanted }];
  });
  const [first] = examples;
  if (!first) return undefined;
  const program = programsFor(first.row, first.wanted).find(
    (each) => each.pieces.length > 0 && examples.every(({ row, wanted }) => result(each, row) === wanted),
  );
  // Nothing but fixed letters is no rule.
  const learns = program && rows.some((row) => result(program, row) !== first.wanted);
  return learns ? rows.map((row, at) => given[at] ?? result(program, row)) : undefined;
};
