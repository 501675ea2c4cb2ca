/** The outline of a geometric shape as an SVG path in a box of its own size; those not drawn here stand as a dashed box with their name. */

type Point = readonly [across: number, down: number];

/** Points as shares of the box. */
const polygon =
  (...points: readonly Point[]) =>
  (width: number, height: number): string =>
    `M${points.map(([x, y]) => `${round(x * width)},${round(y * height)}`).join("L")}Z`;

const round = (value: number): number => Math.round(value * 100) / 100;

const regular = (corners: number, turn = -90) =>
  polygon(
    ...Array.from({ length: corners }, (_, at): Point => {
      const angle = ((turn + (at * 360) / corners) * Math.PI) / 180;
      return [0.5 + Math.cos(angle) / 2, 0.5 + Math.sin(angle) / 2];
    }),
  );

const star = (points: number, inner: number) =>
  polygon(
    ...Array.from({ length: points * 2 }, (_, at): Point => {
      const angle = (at * Math.PI) / points - Math.PI / 2;
      const radius = at % 2 === 0 ? 0.5 : inner / 2;
      return [0.5 + Math.cos(angle) * radius, 0.5 + Math.sin(angle) * radius];
    }),
  );

const ellipse = (width: number, height: number, inset = 0): string => {
  const [a, b] = [round(width / 2 - inset), round(height / 2 - inset)];
  return `M${inset},${round(height / 2)}a${a},${b} 0 1,0 ${2 * a},0a${a},${b} 0 1,0 ${-2 * a},0Z`;
};

const rounded =
  (share: number) =>
  (width: number, height: number): string => {
    const r = round(Math.min(width, height) * share);
    return `M${r},0H${width - r}A${r},${r} 0 0,1 ${width},${r}V${height - r}A${r},${r} 0 0,1 ${width - r},${height}H${r}A${r},${r} 0 0,1 0,${height - r}V${r}A${r},${r} 0 0,1 ${r},0Z`;
  };

/** An arrow to the right whose head is as long as half the box is high; the others are it turned. */
const arrow =
  (turn: (point: Point) => Point, wide: boolean) =>
  (width: number, height: number): string => {
    const [along, across] = wide ? [width, height] : [height, width];
    const head = Math.max(0.1, 1 - Math.min(1, across / 2 / Math.max(1, along)));
    const points: readonly Point[] = [
      [0, 0.25],
      [head, 0.25],
      [head, 0],
      [1, 0.5],
      [head, 1],
      [head, 0.75],
      [0, 0.75],
    ];
    return polygon(...points.map(turn))(width, height);
  };

const rectangle = polygon([0, 0], [1, 0], [1, 1], [0, 1]);
const bubble =
  (body: (width: number, height: number) => string) =>
  (width: number, height: number): string =>
    `${body(width, height)}${polygon([0.2, 0.98], [0.1, 1.25], [0.42, 0.98])(width, height)}`;

type Outline = (width: number, height: number) => string;

const outlines: Readonly<Record<string, Outline>> = {
  Rectangle: rectangle,
  FlowChartProcess: rectangle,
  ActionButtonBlank: rectangle,
  RoundRectangle: rounded(0.1667),
  FlowChartAlternateProcess: rounded(0.1667),
  FlowChartTerminator: rounded(0.5),
  Ellipse: (width, height) => ellipse(width, height),
  FlowChartConnector: (width, height) => ellipse(width, height),
  Donut: (width, height) => ellipse(width, height) + ellipse(width, height, Math.min(width, height) / 4),
  Triangle: polygon([0.5, 0], [1, 1], [0, 1]),
  FlowChartExtract: polygon([0.5, 0], [1, 1], [0, 1]),
  FlowChartMerge: polygon([0, 0], [1, 0], [0.5, 1]),
  RightTriangle: polygon([0, 0], [1, 1], [0, 1]),
  Diamond: polygon([0.5, 0], [1, 0.5], [0.5, 1], [0, 0.5]),
  FlowChartDecision: polygon([0.5, 0], [1, 0.5], [0.5, 1], [0, 0.5]),
  Parallelogram: polygon([0.25, 0], [1, 0], [0.75, 1], [0, 1]),
  FlowChartInputOutput: polygon([0.2, 0], [1, 0], [0.8, 1], [0, 1]),
  Trapezoid: polygon([0.25, 0], [0.75, 0], [1, 1], [0, 1]),
  FlowChartManualOperation: polygon([0, 0], [1, 0], [0.8, 1], [0.2, 1]),
  FlowChartManualInput: polygon([0, 0.2], [1, 0], [1, 1], [0, 1]),
  FlowChartPreparation: polygon([0.2, 0], [0.8, 0], [1, 0.5], [0.8, 1], [0.2, 1], [0, 0.5]),
  FlowChartOffpageConnector: polygon([0, 0], [1, 0], [1, 0.8], [0.5, 1], [0, 0.8]),
  FlowChartDocument: (width, height) =>
    `M0,0H${width}V${round(height * 0.83)}Q${round(width * 0.75)},${round(height * 0.7)} ${round(width / 2)},${round(height * 0.83)}T0,${round(height * 0.83)}Z`,
  Pentagon: regular(5),
  Hexagon: polygon([0.25, 0], [0.75, 0], [1, 0.5], [0.75, 1], [0.25, 1], [0, 0.5]),
  Heptagon: regular(7),
  Octagon: polygon([0.29, 0], [0.71, 0], [1, 0.29], [1, 0.71], [0.71, 1], [0.29, 1], [0, 0.71], [0, 0.29]),
  Decagon: regular(10),
  Dodecagon: regular(12, -75),
  Star4: star(4, 0.38),
  Star5: star(5, 0.38),
  Star6: star(6, 0.58),
  Star7: star(7, 0.69),
  Star8: star(8, 0.75),
  Star10: star(10, 0.85),
  Star12: star(12, 0.75),
  Star16: star(16, 0.75),
  Star24: star(24, 0.75),
  Star32: star(32, 0.75),
  Plus: polygon(
    [0.25, 0],
    [0.75, 0],
    [0.75, 0.25],
    [1, 0.25],
    [1, 0.75],
    [0.75, 0.75],
    [0.75, 1],
    [0.25, 1],
    [0.25, 0.75],
    [0, 0.75],
    [0, 0.25],
    [0.25, 0.25],
  ),
  HomePlate: polygon([0, 0], [0.75, 0], [1, 0.5], [0.75, 1], [0, 1]),
  Chevron: polygon([0, 0], [0.75, 0], [1, 0.5], [0.75, 1], [0, 1], [0.25, 0.5]),
  RightArrow: arrow((point) => point, true),
  LeftArrow: arrow(([x, y]) => [1 - x, y], true),
  DownArrow: arrow(([x, y]) => [y, x], false),
  UpArrow: arrow(([x, y]) => [y, 1 - x], false),
  LeftRightArrow: polygon(
    [0, 0.5],
    [0.25, 0],
    [0.25, 0.25],
    [0.75, 0.25],
    [0.75, 0],
    [1, 0.5],
    [0.75, 1],
    [0.75, 0.75],
    [0.25, 0.75],
    [0.25, 1],
  ),
  UpDownArrow: polygon(
    [0.5, 0],
    [1, 0.25],
    [0.75, 0.25],
    [0.75, 0.75],
    [1, 0.75],
    [0.5, 1],
    [0, 0.75],
    [0.25, 0.75],
    [0.25, 0.25],
    [0, 0.25],
  ),
  Snip1Rectangle: polygon([0, 0], [0.83, 0], [1, 0.17], [1, 1], [0, 1]),
  FoldedCorner: polygon([0, 0], [1, 0], [1, 0.83], [0.83, 1], [0, 1]),
  WedgeRectCallout: bubble(rectangle),
  WedgeRRectCallout: bubble(rounded(0.1667)),
  WedgeEllipseCallout: bubble((width, height) => ellipse(width, height)),
  LineInverse: polygon([0, 1], [1, 0]),
  MathMinus: polygon([0.1, 0.4], [0.9, 0.4], [0.9, 0.6], [0.1, 0.6]),
};

/** undefined where this page has no outline of that kind. */
export const outlineOf = (kind: string, width: number, height: number): string | undefined =>
  outlines[kind]?.(round(width), round(height));

/** A box for what has no outline here. */
export const boxPath: Outline = (width, height) => rectangle(round(width), round(height));
