/** Whatever a person may hand to a function, and what every answer is: shared by the tests of the functions and `npm run fuzz`. */
import fc from "fast-check";
import { type Argument, type CellInput, type Definition, isRefusal } from "../../src/functions/definition";
import { sampleRows } from "../../src/functions/help/sample-tables";

const errorCell = { type: "Error", basicValue: "#REF!" };

const cell: fc.Arbitrary<CellInput> = fc.oneof(
  fc.string(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constant(""),
  fc.constant(errorCell),
  fc.constantFrom("83", "令和3", "加須市", "財政課", "目標値", "経常収支比率"),
);

const range = fc
  .integer({ min: 1, max: 3 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 3 }),
  );

const sample = (rows: readonly (readonly CellInput[])[]): CellInput[][] => rows.map((row) => [...row]);

export const anyArgument: fc.Arbitrary<Argument> = fc.oneof(
  fc.constant(null),
  cell,
  range,
  fc.constant(sample(sampleRows.計画表)),
);

export const anyArguments = fc.array(anyArgument, { maxLength: 4 });

/** A plan's table or a scale's, with cells that do not belong there: what a person's slip of the hand makes of them. */
export const spoiltTable: fc.Arbitrary<CellInput[][]> = fc
  .tuple(
    fc.constantFrom(sampleRows.計画表, sampleRows.尺度表),
    fc.array(fc.tuple(fc.nat(), fc.nat(), cell), { maxLength: 5 }),
  )
  .map(([rows, slips]) => {
    const table = sample(rows);
    for (const [row, column, slip] of slips) {
      const line = table[row % table.length];
      if (line !== undefined) line[column % line.length] = slip;
    }
    return table;
  });

/** A finite number, a text or a truth, or a sentence in Japanese: never an exception, NaN or undefined. */
export async function expectSentenceOrValue(definition: Definition, given: Argument[]): Promise<void> {
  const result = await definition.run(...given);
  for (const answer of Array.isArray(result) ? result.flat() : [result]) {
    if (typeof answer === "number") expect(Number.isFinite(answer)).toBe(true);
    else if (isRefusal(answer)) expect(answer.message).toMatch(/[ぁ-ん].*。$/u);
    else expect(["string", "boolean"]).toContain(typeof answer);
  }
}
