/** A note in a cell, as Excel had it before comments became threads: a text and who wrote it. */

export interface Note {
  readonly row: number;
  readonly column: number;
  readonly author: string;
  readonly text: string;
  /** Its box is shown all the time, not only under the pointer. */
  readonly visible: boolean;
  /** In points, where somebody said so. */
  readonly width?: number;
  readonly height?: number;
}

/** In points: the box Excel gives a new note. */
export const DEFAULT_NOTE_WIDTH = 108;
export const DEFAULT_NOTE_HEIGHT = 59.25;
