/** How a sheet is to be printed: kept and answered, never drawn. */
import type { Rectangle } from "../cells/rectangle";

/** Only what differs from Excel's defaults. Margins in points. */
export interface PageLayout {
  readonly values?: Readonly<Record<string, unknown>>;
  readonly printArea?: readonly Rectangle[];
  readonly titleRows?: Rectangle;
  readonly titleColumns?: Rectangle;
  readonly headersFooters?: Readonly<Record<string, unknown>>;
}
