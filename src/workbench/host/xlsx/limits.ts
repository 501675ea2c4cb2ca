/** How much a file from outside may ask for. */

export interface Limits {
  /** Of the file as it lies on the disk. */
  readonly fileBytes: number;
  readonly entries: number;
  /** Of one part, unpacked. */
  readonly partBytes: number;
  /** Of everything that is read, unpacked. */
  readonly totalBytes: number;
  /** Unpacked to packed: real sheets stay far below, a bomb is a thousand and more. */
  readonly ratio: number;
  /** A part smaller than this may be packed as tightly as it likes. */
  readonly ratioFrom: number;
  readonly sheets: number;
  readonly cells: number;
  /** Charts, shapes and pictures of the whole workbook. */
  readonly drawn: number;
  /** How deep the elements of a part may stand in one another. */
  readonly depth: number;
}

const MEGABYTE = 1024 * 1024;

export const LIMITS: Limits = {
  fileBytes: 50 * MEGABYTE,
  entries: 5_000,
  partBytes: 200 * MEGABYTE,
  totalBytes: 300 * MEGABYTE,
  ratio: 200,
  ratioFrom: 4 * MEGABYTE,
  sheets: 255,
  cells: 2_000_000,
  drawn: 5_000,
  depth: 64,
};

/** The longest text a cell holds in Excel. */
export const LONGEST_TEXT = 32_767;
