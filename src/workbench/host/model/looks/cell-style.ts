/** A named look, and which parts of a cell's look it speaks of. */
import type { Style } from "./style";

/** The parts a style speaks of; what it leaves out stays as the cell has it. */
export interface Includes {
  readonly number: boolean;
  readonly font: boolean;
  readonly alignment: boolean;
  readonly border: boolean;
  readonly patterns: boolean;
  readonly protection: boolean;
}

export interface CellStyle {
  readonly name: string;
  readonly builtIn: boolean;
  readonly includes: Includes;
  readonly style: Style;
}
