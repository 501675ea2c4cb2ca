/** Programs in the style of add-ins that strangers write, each with what the real Excel would make of it. */
import * as charts from "./chart-maker";
import * as cleaner from "./cleaner";
import * as currency from "./currency-converter";
import * as filters from "./filters";
import * as rules from "./formatting-by-rule";
import * as json from "./json-to-table";
import * as events from "./recalculating-events";
import * as pivot from "./pivot-report";
import * as report from "./report";
import * as comments from "./review-comments";
import * as summary from "./summary-by-code";

export interface Program {
  readonly title: string;
  /** Uses nothing but the `Excel` of the room it runs in: its source travels to the browser. */
  readonly program: () => Promise<unknown>;
  readonly expected: unknown;
}

export const programs: readonly Program[] = [
  report,
  json,
  events,
  filters,
  rules,
  currency,
  charts,
  comments,
  cleaner,
  summary,
  pivot,
];
