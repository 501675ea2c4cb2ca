/** What the common API needs of the host around the workbook. */
import type { Host } from "../host";

export type CommonHost = Pick<Host, "book" | "change" | "onEvents" | "saveXlsx">;
