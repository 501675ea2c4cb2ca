/** The layouts that are known, in the order in which a tie is decided. */

import type { Layout } from "./layout";

export const layouts: readonly Layout[] = [];
