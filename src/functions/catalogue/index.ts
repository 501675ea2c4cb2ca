/** All =PLAN.… functions. Adding one here adds it to functions.json, the registration, the help and the tests. */
import { type Definition } from "../definition";
import { actual } from "./actual";
import { baseline } from "./baseline";
import { check } from "./check";
import { dept } from "./dept";
import { grade } from "./grade";
import { gradeof } from "./gradeof";
import { items } from "./items";
import { limit } from "./limit";
import { nendo } from "./nendo";
import { progress } from "./progress";
import { rate } from "./rate";
import { ratio } from "./ratio";
import { summary } from "./summary";
import { table } from "./table";
import { target } from "./target";
import { year } from "./year";

export const catalogue: readonly Definition[] = [
  progress,
  grade,
  target,
  baseline,
  actual,
  table,
  items,
  dept,
  summary,
  check,
  rate,
  gradeof,
  year,
  nendo,
  ratio,
  limit,
];
