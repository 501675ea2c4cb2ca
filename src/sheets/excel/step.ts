/** One thing an operation made in the workbook, as what takes it back. */

export type Step =
  | { kind: "deleteSheet"; sheet: string }
  | { kind: "deleteName"; name: string }
  /** A name that was there gets its formula back. */
  | { kind: "restoreName"; name: string; formula: string }
  /** `madeAt`: where it was made; until it has its name, that is all that is known of it. */
  | { kind: "deleteTable"; table: string; madeAt?: { sheet: string; address: string } }
  | { kind: "clear"; sheet: string; address: string }
  | { kind: "resizeTable"; table: string; sheet: string; address: string }
  /** Cells that were put in to make room, once that was confirmed. */
  | { kind: "deleteCells"; sheet: string; address: string; shift: "Left" | "Up" }
  | {
      kind: "restore";
      sheet: string;
      address: string;
      /** null leaves a cell alone. */
      formulas: (string | number | boolean | null)[][];
      formats: (string | null)[][];
    };
