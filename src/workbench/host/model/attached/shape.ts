/** Drawn things that float over a sheet: geometric shapes, text boxes, lines, pictures, and groups of them. Sizes in points. */

export type ShapeType = "GeometricShape" | "Line" | "Image" | "Group";

export interface Shape {
  readonly id: string;
  readonly name: string;
  readonly type: ShapeType;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Degrees, clockwise. */
  readonly rotation: number;
  /** Of a group: the ids of what is in it. */
  readonly members?: readonly string[];
  /** Of a picture: its bytes in base64. */
  readonly picture?: { readonly format: string; readonly base64: string };
  /** Everything else by its path: `fill.color`, `line.weight`, `text`. */
  readonly properties: Readonly<Record<string, unknown>>;
}
