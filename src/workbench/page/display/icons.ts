/** What each icon of Excel's icon sets shows, from that of the least numbers on. Drawn by our own lines, as far as a cell is high. */

const RED = "#D13438";
const YELLOW = "#E8A800";
const GREEN = "#379B46";
const GREY = "#7A7A7A";
const BLACK = "#3B3B3B";
const PINK = "#F2A5A5";
const BLUE = "#4472C4";
const WHITE = "#FFFFFF";

export type Glyph =
  /** 0 points up; degrees go clockwise. */
  | { readonly shape: "arrow"; readonly turn: number; readonly color: string }
  | { readonly shape: "flag"; readonly color: string }
  | { readonly shape: "light"; readonly color: string; readonly framed?: true }
  | { readonly shape: "sign"; readonly form: "diamond" | "triangle" | "disc"; readonly color: string }
  | {
      readonly shape: "mark";
      readonly mark: "tick" | "bang" | "cross";
      readonly color: string;
      readonly ringed?: true;
    }
  | { readonly shape: "bars"; readonly filled: number; readonly of: number }
  | { readonly shape: "quarters"; readonly filled: number }
  | { readonly shape: "star"; readonly filled: number }
  | { readonly shape: "triangle"; readonly points: "up" | "down" | "neither"; readonly color: string }
  | { readonly shape: "boxes"; readonly filled: number };

const colours = [RED, YELLOW, GREEN] as const;
const arrows = (turns: readonly number[], paint: readonly string[]): readonly Glyph[] =>
  turns.map((turn, at) => ({ shape: "arrow", turn, color: paint[at] ?? GREY }));
const three = [180, 90, 0];
const four = [180, 135, 45, 0];
const five = [180, 135, 90, 45, 0];
const grey = [GREY, GREY, GREY, GREY, GREY];
const marks = (ringed: boolean): readonly Glyph[] =>
  (["cross", "bang", "tick"] as const).map((mark, at) => ({
    shape: "mark",
    mark,
    color: colours[at] ?? GREY,
    ...(ringed ? { ringed: true } : {}),
  }));
const upTo = (count: number, glyph: (at: number) => Glyph): readonly Glyph[] =>
  Array.from({ length: count }, (_, at) => glyph(at));

const sets: Readonly<Record<string, readonly Glyph[]>> = {
  ThreeArrows: arrows(three, colours),
  ThreeArrowsGray: arrows(three, grey),
  FourArrows: arrows(four, [RED, YELLOW, YELLOW, GREEN]),
  FourArrowsGray: arrows(four, grey),
  FiveArrows: arrows(five, [RED, YELLOW, YELLOW, YELLOW, GREEN]),
  FiveArrowsGray: arrows(five, grey),
  ThreeFlags: colours.map((color) => ({ shape: "flag", color })),
  ThreeTrafficLights1: colours.map((color) => ({ shape: "light", color })),
  ThreeTrafficLights2: colours.map((color) => ({ shape: "light", color, framed: true })),
  FourTrafficLights: [BLACK, ...colours].map((color) => ({ shape: "light", color })),
  FourRedToBlack: [BLACK, GREY, PINK, RED].map((color) => ({ shape: "light", color })),
  ThreeSigns: (["diamond", "triangle", "disc"] as const).map((form, at) => ({
    shape: "sign",
    form,
    color: colours[at] ?? GREY,
  })),
  ThreeSymbols: marks(true),
  ThreeSymbols2: marks(false),
  FourRating: upTo(4, (at) => ({ shape: "bars", filled: at + 1, of: 4 })),
  FiveRating: upTo(5, (at) => ({ shape: "bars", filled: at, of: 4 })),
  FiveQuarters: upTo(5, (filled) => ({ shape: "quarters", filled })),
  ThreeStars: upTo(3, (at) => ({ shape: "star", filled: at / 2 })),
  ThreeTriangles: (["down", "neither", "up"] as const).map((points, at) => ({
    shape: "triangle",
    points,
    color: colours[at] ?? GREY,
  })),
  FiveBoxes: upTo(5, (filled) => ({ shape: "boxes", filled })),
};

export const glyphOf = (set: string, index: number): Glyph | undefined => sets[set]?.[index];

/** What of a canvas is used, so that a test may stand in for it. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | "beginPath"
  | "moveTo"
  | "lineTo"
  | "arc"
  | "closePath"
  | "fill"
  | "stroke"
  | "save"
  | "restore"
  | "translate"
  | "scale"
  | "rotate"
  | "fillRect"
  | "strokeRect"
  | "fillStyle"
  | "strokeStyle"
  | "lineWidth"
>;

type Point = readonly [x: number, y: number];

const outline = (pen: Pen, points: readonly Point[], closed = true): void => {
  pen.beginPath();
  points.forEach(([x, y], at) => (at === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)));
  if (closed) pen.closePath();
};
const filled = (pen: Pen, color: string, points: readonly Point[]): void => {
  pen.fillStyle = color;
  outline(pen, points);
  pen.fill();
};
const disc = (pen: Pen, color: string, radius: number): void => {
  pen.fillStyle = color;
  pen.beginPath();
  pen.arc(0, 0, radius, 0, 2 * Math.PI);
  pen.fill();
};

const strokes: Readonly<Record<"tick" | "bang" | "cross", readonly (readonly Point[])[]>> = {
  tick: [
    [
      [-4, 0],
      [-1, 3.5],
      [4, -3.5],
    ],
  ],
  bang: [
    [
      [0, -4.5],
      [0, 1],
    ],
    [
      [0, 3],
      [0, 4.5],
    ],
  ],
  cross: [
    [
      [-3.5, -3.5],
      [3.5, 3.5],
    ],
    [
      [3.5, -3.5],
      [-3.5, 3.5],
    ],
  ],
};

const fivePoints: readonly Point[] = Array.from({ length: 10 }, (_, at): Point => {
  const angle = (at * Math.PI) / 5 - Math.PI / 2;
  const radius = at % 2 === 0 ? 7 : 3;
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
});

/** In a square of 16 whose middle is 0, 0. */
function sketch(pen: Pen, glyph: Glyph): void {
  switch (glyph.shape) {
    case "arrow":
      pen.rotate((glyph.turn * Math.PI) / 180);
      filled(pen, glyph.color, [
        [0, -7],
        [6, 0],
        [2.5, 0],
        [2.5, 7],
        [-2.5, 7],
        [-2.5, 0],
        [-6, 0],
      ]);
      return;
    case "flag":
      filled(pen, GREY, [
        [-5, -7],
        [-3.5, -7],
        [-3.5, 7],
        [-5, 7],
      ]);
      filled(pen, glyph.color, [
        [-3.5, -7],
        [6, -3],
        [-3.5, 1.5],
      ]);
      return;
    case "light":
      if (glyph.framed) {
        pen.fillStyle = BLACK;
        pen.fillRect(-7, -7, 14, 14);
      }
      disc(pen, glyph.color, glyph.framed ? 5 : 6.5);
      return;
    case "sign":
      if (glyph.form === "disc") return disc(pen, glyph.color, 6.5);
      filled(
        pen,
        glyph.color,
        glyph.form === "diamond"
          ? [
              [0, -7],
              [7, 0],
              [0, 7],
              [-7, 0],
            ]
          : [
              [0, -6.5],
              [7, 6],
              [-7, 6],
            ],
      );
      return;
    case "mark":
      if (glyph.ringed) disc(pen, glyph.color, 7);
      pen.strokeStyle = glyph.ringed ? WHITE : glyph.color;
      pen.lineWidth = glyph.ringed ? 2 : 2.6;
      for (const line of strokes[glyph.mark]) {
        outline(pen, line, false);
        pen.stroke();
      }
      return;
    case "bars":
      for (let at = 0; at < glyph.of; at += 1) {
        const height = ((at + 1) * 14) / glyph.of;
        pen.fillStyle = at < glyph.filled ? BLUE : "#D0D0D0";
        pen.fillRect(-7 + at * 3.6, 7 - height, 2.8, height);
      }
      return;
    case "quarters":
      disc(pen, WHITE, 6.5);
      pen.fillStyle = BLACK;
      pen.strokeStyle = BLACK;
      pen.lineWidth = 1;
      pen.beginPath();
      pen.moveTo(0, 0);
      pen.arc(0, 0, 6.5, -Math.PI / 2, -Math.PI / 2 + (glyph.filled * Math.PI) / 2);
      pen.closePath();
      pen.fill();
      pen.beginPath();
      pen.arc(0, 0, 6.5, 0, 2 * Math.PI);
      pen.stroke();
      return;
    case "star": {
      filled(pen, WHITE, fivePoints);
      const left = fivePoints.filter(([x]) => x <= 0.01);
      if (glyph.filled > 0) filled(pen, "#F2C200", glyph.filled < 1 ? left : fivePoints);
      pen.strokeStyle = "#B08A00";
      pen.lineWidth = 1;
      outline(pen, fivePoints);
      pen.stroke();
      return;
    }
    case "triangle":
      if (glyph.points === "neither") {
        pen.fillStyle = glyph.color;
        pen.fillRect(-6.5, -1.5, 13, 3);
        return;
      }
      if (glyph.points === "down") pen.rotate(Math.PI);
      filled(pen, glyph.color, [
        [0, -5],
        [6.5, 5],
        [-6.5, 5],
      ]);
      return;
    case "boxes":
      for (let at = 0; at < 4; at += 1) {
        pen.fillStyle = at < glyph.filled ? BLUE : "#D0D0D0";
        pen.fillRect(at % 2 === 0 ? -6.5 : 0.5, at < 2 ? 0.5 : -6.5, 6, 6);
      }
  }
}

/** Around a middle, so large. */
export function drawGlyph(pen: Pen, glyph: Glyph, x: number, y: number, size: number): void {
  pen.save();
  pen.translate(x, y);
  pen.scale(size / 16, size / 16);
  sketch(pen, glyph);
  pen.restore();
}
