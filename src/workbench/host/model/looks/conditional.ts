/** Conditional formats: where they apply, their rule, and the look they give. */
import type { Rectangle } from "../cells/rectangle";
import type { Style } from "./style";

export interface ConditionalFormat {
  readonly id: string;
  /** Excel.ConditionalFormatType */
  readonly type: string;
  readonly areas: readonly Rectangle[];
  readonly stopIfTrue: boolean;
  /** The rule and settings of its type, as set: `rule`, `criteria`, `style`, … */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly style?: Style;
}
