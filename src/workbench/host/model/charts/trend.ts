/** The curve that goes through points as nearly as it can: Excel's six kinds of trendlines, by least squares. */

export type Point = readonly [x: number, y: number];

export interface Trend {
  readonly type: string;
  readonly polynomialOrder: number;
  readonly movingAveragePeriod: number;
  /** Where it must cross the upright axis, if anywhere. */
  readonly intercept: number | undefined;
}

/** Gauss; undefined where the points say too little. */
const solved = (rows: readonly (readonly number[])[]): readonly number[] | undefined => {
  const matrix = rows.map((row) => [...row]);
  const size = matrix.length;
  for (let at = 0; at < size; at++) {
    let best = at;
    for (let row = at + 1; row < size; row++) {
      if (Math.abs(matrix[row]?.[at] ?? 0) > Math.abs(matrix[best]?.[at] ?? 0)) best = row;
    }
    const pivot = matrix[best];
    const here = matrix[at];
    if (!pivot || !here || Math.abs(pivot[at] ?? 0) < 1e-12) return undefined;
    [matrix[at], matrix[best]] = [pivot, here];
    for (const [row, line] of matrix.entries()) {
      if (row === at) continue;
      const by = (line[at] ?? 0) / (pivot[at] ?? 1);
      for (let column = at; column <= size; column++) {
        line[column] = (line[column] ?? 0) - by * (pivot[column] ?? 0);
      }
    }
  }
  return matrix.map((line, at) => (line[size] ?? 0) / (line[at] ?? 1));
};

/** Coefficients by rising power; with `through` the first is given. */
const polynomial = (
  points: readonly Point[],
  order: number,
  through: number | undefined,
): ((x: number) => number) | undefined => {
  const first = through === undefined ? 0 : 1;
  const powers = Array.from({ length: order + 1 - first }, (_, at) => at + first);
  if (points.length < powers.length) return undefined;
  const sum = (of: (point: Point) => number) => points.reduce((total, point) => total + of(point), 0);
  const rows = powers.map((row) => [
    ...powers.map((column) => sum(([x]) => x ** (row + column))),
    sum(([x, y]) => (y - (through ?? 0)) * x ** row),
  ]);
  const found = solved(rows);
  if (!found) return undefined;
  return (x) => powers.reduce((total, power, at) => total + (found[at] ?? 0) * x ** power, through ?? 0);
};

export const trendOf = (
  points: readonly Point[],
  { type, polynomialOrder, intercept }: Trend,
): ((x: number) => number | undefined) | undefined => {
  const positive = (of: 0 | 1) => points.every((point) => point[of] > 0);
  switch (type) {
    case "Polynomial":
      return polynomial(points, polynomialOrder, intercept);
    case "Exponential": {
      if (!positive(1) || (intercept !== undefined && intercept <= 0)) return undefined;
      const through = intercept === undefined ? undefined : Math.log(intercept);
      const line = polynomial(points.map(([x, y]) => [x, Math.log(y)]), 1, through); // prettier-ignore
      return line && ((x) => Math.exp(line(x)));
    }
    case "Logarithmic": {
      if (!positive(0)) return undefined;
      const line = polynomial(points.map(([x, y]) => [Math.log(x), y]), 1, undefined); // prettier-ignore
      return line && ((x) => (x > 0 ? line(Math.log(x)) : undefined));
    }
    case "Power": {
      if (!positive(0) || !positive(1)) return undefined;
      const line = polynomial(points.map(([x, y]) => [Math.log(x), Math.log(y)]), 1, undefined); // prettier-ignore
      return line && ((x) => (x > 0 ? Math.exp(line(Math.log(x))) : undefined));
    }
    default:
      return polynomial(points, 1, intercept);
  }
};

/** The mean of a point and those before it, from the first that has enough of them. */
export const movingAverage = (points: readonly Point[], period: number): readonly Point[] =>
  points.flatMap(([x], at): Point[] => {
    if (at + 1 < period) return [];
    const part = points.slice(at + 1 - period, at + 1);
    return [[x, part.reduce((sum, [, y]) => sum + y, 0) / period]];
  });
