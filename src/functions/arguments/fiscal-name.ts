/** The 財政指標 argument: a ratio by its name, or the names that come nearest. */
import { fiscalRatioNamed } from "../../plan/fiscal/names";
import { FISCAL_RATIOS, type FiscalRatio } from "../../plan/fiscal/ratios";
import { foldKey } from "../../plan/keys/text";
import { nearestAmong } from "../../plan/keys/nearest";
import { notThere, type Refusal, wrongUse } from "../definition";
import { type GivenCell, omitted } from "../each-cell";
import { errorIn, quoted, readCell } from "./cell";

const ratioNames = FISCAL_RATIOS.map(({ name }) => name);

export function fiscalName(cell: GivenCell): FiscalRatio | Refusal {
  if (cell === omitted) return wrongUse(`財政指標を指定してください。${choices}`);
  const reading = readCell(cell);
  switch (reading.kind) {
    case "blank":
      return wrongUse(`財政指標のセルが空白です。${choices}`);
    case "error":
      return errorIn("財政指標", reading.shown);
    case "value": {
      const typed = String(reading.value);
      return fiscalRatioNamed(typed) ?? unknownRatio(typed);
    }
  }
}

const choices = `使えるのは${ratioNames.map((name) => `「${name}」`).join("、")}です。`;

function unknownRatio(typed: string): Refusal {
  const near = nearestAmong(ratioNames.map(foldKey)).to(foldKey(typed), 3);
  const names = near.map((place) => `「${ratioNames[place] ?? ""}」`).join("、");
  return notThere(`${quoted(typed)}という財政指標はありません。近いもの：${names}。${choices}`);
}
