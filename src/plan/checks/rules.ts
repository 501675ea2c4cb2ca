/** Every rule of 点検, in the order they are shown. */

import { actuals } from "./actuals";
import { cells } from "./cells";
import { completeness } from "./completeness";
import { cumulative } from "./cumulative";
import { definition } from "./definition";
import { departments } from "./departments";
import { judgements } from "./judgements";
import { numbering } from "./numbering";
import { repeats } from "./repeats";
import type { Rule } from "./rule";
import { statutory } from "./statutory";
import { structure } from "./structure";
import { targets } from "./targets";

export const RULES: readonly Rule[] = [
  ...structure,
  ...completeness,
  ...definition,
  ...targets,
  ...cells,
  ...actuals,
  ...cumulative,
  ...statutory,
  ...repeats,
  ...numbering,
  ...departments,
  ...judgements,
];
