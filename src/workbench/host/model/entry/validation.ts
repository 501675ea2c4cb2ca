/** Data validation: which cells take which values, and what Excel says when somebody types another. */
import type { Rectangle } from "../cells/rectangle";

export interface Validation {
  readonly areas: readonly Rectangle[];
  /** Excel.DataValidationRule: exactly one of list, wholeNumber, decimal, textLength, date, time, custom. */
  readonly rule?: Readonly<Record<string, unknown>>;
  readonly prompt?: Readonly<Record<string, unknown>>;
  readonly errorAlert?: Readonly<Record<string, unknown>>;
  readonly ignoreBlanks: boolean;
}
