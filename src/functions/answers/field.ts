/** The 項目 of a table: which value of an indicator stands in its cells. */
import { gradeDetail } from "../../plan/scales/grade";
import { rateOf } from "../../plan/progress/indicator";
import { DEFAULT_SCALE } from "../../plan/scales/bundled";
import { type Year } from "../../plan/plan";
import { foldSpaces } from "../../plan/text-width";
import { formatYear } from "../../plan/year";
import { errorIn, quoted, readCell } from "../arguments/cell";
import { type CellInput, type Refusal, type Scalar, wrongUse } from "../definition";
import { type OneIndicator } from "../subjects/indicator";
import { gradeCell } from "./grade";
import { rateCell } from "./rate";
import { actualCell, baselineCell, targetCell } from "./value";

export interface Field {
  name: string;
  /** As a column header of the plan's table: 目標値 令和3年度. */
  header: (year: Year) => string;
  cell: (of: OneIndicator, year: Year) => Scalar;
}

const yearly = (name: string, cell: Field["cell"]): Field => ({
  name,
  header: (year) => `${name} ${formatYear(year)}`,
  cell,
});

const rate = ({ source, indicator }: OneIndicator, year: Year) =>
  rateOf(indicator, year, { period: source.plan.period });

const fields: readonly Field[] = [
  yearly("目標値", ({ indicator }, year) => targetCell(indicator, year)),
  yearly("実績値", ({ indicator }, year) => actualCell(indicator, year)),
  yearly("達成率", (of, year) => rateCell(rate(of, year))),
  yearly("評価", (of, year) => gradeCell(gradeDetail(rate(of, year), of.source.scale ?? DEFAULT_SCALE))),
  { name: "基準値", header: () => "基準値", cell: ({ indicator }) => baselineCell(indicator) },
];

export const [targetField] = fields;

const otherNames: Readonly<Record<string, string>> = {
  目標: "目標値",
  実績: "実績値",
  進捗率: "達成率",
  基準: "基準値",
};

export function fieldNamed(cell: CellInput): Field | Refusal {
  const reading = readCell(cell);
  if (reading.kind === "blank") return wrongUse(`項目のセルが空白です。${choices}`);
  if (reading.kind === "error") return errorIn("項目", reading.shown);
  const name = foldSpaces(String(reading.value));
  const field = fields.find((each) => each.name === (otherNames[name] ?? name));
  return field ?? wrongUse(`項目${quoted(reading.value)}はありません。${choices}`);
}

const choices = `使えるのは${fields.map(({ name }) => `「${name}」`).join("、")}です。`;
