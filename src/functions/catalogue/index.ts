/** All =PLAN.… functions. Adding one here adds it to functions.json, the registration, the help and the tests. */
import { type Definition } from "../definition";
import { nendo } from "./nendo";
import { year } from "./year";

export const catalogue: readonly Definition[] = [year, nendo];
