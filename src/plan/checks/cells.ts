/** 点検 of what stands in single cells: units written twice, percentages typed as shares. */

import type { Target } from "../target";
import { formatYear } from "../year";
import { placeOfIndicator } from "./place";
import type { CellChange, Rule, Slip } from "./rule";
import type { Reading } from "./survey";
import { anyNumber, isPercent, plainNumber, sameUnit, unitInside } from "./value";

export const cells: Rule[] = [
  {
    id: "unit-in-cell",
    title: "単位がセルの中にもある",
    severity: "note",
    sentence: "単位は「単位」の列に一度だけ書き、セルには数値だけを入れます。",
    remedy: "セルの中の単位を消してください。",
    mendable: true,
    about: "plan",
    find({ readings }) {
      const slips = readings.flatMap((reading) => unitTwice(reading) ?? []);
      return slips.length >= 5 && slips.length * 2 > readings.length
        ? [unitTwiceThroughout(slips, readings.length)]
        : slips;
    },
  },
  {
    id: "unit-differs",
    title: "セルの単位が違う",
    severity: "warning",
    sentence: "セルに単位があるときは、「単位」の列と同じです。",
    remedy: "どちらの単位が正しいかを確かめ、セルには数値だけを入れてください。",
    mendable: false,
    about: "indicator",
    find(reading) {
      const { indicator, branch } = reading;
      const { unit } = indicator;
      if (unit === null || unit.trim() === "" || !reading.hasUnitInside) return null;
      const other = printedCells(reading).filter(({ value }) => {
        const inside = unitInside(value);
        return inside !== null && !sameUnit(inside, unit);
      });
      const [first] = other;
      if (first === undefined) return null;
      return {
        node: indicator.node,
        indicator: indicator.id,
        year: first.year,
        message: `${placeOfIndicator(indicator, branch)}は単位が「${unit}」ですが、${first.at}${more(other.length)}は「${first.text}」と書かれています。`,
        under: [unit, other.map(({ at, text }) => [at, text])],
      };
    },
  },
  {
    id: "share-for-percent",
    title: "割合の疑い",
    severity: "warning",
    sentence: "％の指標は 91.8 のように入れます。0.918 や 50% と入れた値は割合の疑いがあります。",
    remedy: "100倍した値に直してください。本当に1％未満なら、理由を付けて了承してください。",
    mendable: true,
    about: "indicator",
    find(reading) {
      const { indicator, branch } = reading;
      const percent =
        isPercent(indicator.unit) || (reading.hasUnitInside && valuesOf(reading).some(isPercentInside));
      if (!percent || !valuesOf(reading).some(isShare)) return null;
      const printed = printedCells(reading);
      const sizes = printed.map(({ value }) => anyNumber(value)).filter((value) => value !== null);
      const expected = Math.max(...sizes.map(Math.abs));
      if (expected < 10) return null;
      const suspects = printed.filter(({ value }) => isShare(value));
      return suspects.map((cell) => {
        const number = plainNumber(cell.value) ?? 0;
        const meant = String(Number((number * 100).toPrecision(12)));
        return {
          node: indicator.node,
          indicator: indicator.id,
          year: cell.year,
          detail: cell.kind,
          message: `${placeOfIndicator(indicator, branch)}の${cell.at}が${cell.text}です。${meant}％のつもりではありませんか。`,
          remedy: `${meant}に直してください。本当に${cell.text}％なら、理由を付けて了承してください。`,
          under: [indicator.unit, cell.text],
          changes: [cell.changeTo(meant)],
        };
      });
    },
  },
];

function unitTwice(reading: Reading): Slip | null {
  const { indicator, branch } = reading;
  const { unit } = indicator;
  if (unit === null || !reading.hasUnitInside) return null;
  const twice = printedCells(reading).filter(({ value }) => {
    const inside = unitInside(value);
    return inside !== null && sameUnit(inside, unit);
  });
  const [first] = twice;
  if (first === undefined) return null;
  return {
    node: indicator.node,
    indicator: indicator.id,
    year: first.year,
    message: `${placeOfIndicator(indicator, branch)}は単位が「${unit}」ですが、${first.at}${more(twice.length)}にも単位が書かれています（${first.text}）。`,
    under: [unit, twice.map(({ at, text }) => [at, text])],
    changes: twice.flatMap((cell) => {
      const bare = withoutUnit(cell.text, unitInside(cell.value) ?? "");
      return bare === null ? [] : [cell.changeTo(bare)];
    }),
  };
}

/** Where a document prints every number with its unit that is its way of writing, and worth one line, not one per indicator. */
function unitTwiceThroughout(slips: readonly Slip[], all: number): Slip {
  return {
    node: null,
    indicator: null,
    year: null,
    message: `この計画は、${all}指標のうち${slips.length}指標で、基準値や目標値のセルの中にも単位が書かれています。`,
    remedy: "印字どおりのままで構いません。数値だけにそろえるなら、修正でセルの中の単位を消せます。",
    under: slips.map(({ indicator, under }) => [indicator, under]),
    changes: slips.flatMap(({ changes = [] }) => changes),
  };
}

function isShare(value: Target): boolean {
  const number = plainNumber(value);
  // A cell formatted as a percentage holds 1 for 100 %.
  return number !== null && number > 0 && number <= 1 && unitInside(value) === null;
}

function isPercentInside(value: Target): boolean {
  return isPercent(unitInside(value));
}

function valuesOf({ baseline, targets, actuals }: Reading): Target[] {
  return [baseline, ...targets.map(({ value }) => value), ...actuals.map(({ value }) => value)];
}

interface PrintedCell {
  kind: "baseline" | "target" | "actual";
  year: number | null;
  text: string;
  value: Target;
  /** 令和5年度の目標値 */
  at: string;
  changeTo(after: string): CellChange;
}

function printedCells({ indicator, baseline, targets, actuals }: Reading): PrintedCell[] {
  const { id } = indicator;
  const printed: PrintedCell[] = [];
  const start = indicator.baseline;
  if (start !== null) {
    const { text, year } = start;
    printed.push({
      kind: "baseline",
      year,
      text,
      value: baseline,
      at: "基準値",
      changeTo: (after) => ({ kind: "baseline", indicator: id, before: text, after }),
    });
  }
  for (const { year, text, value } of targets) {
    printed.push({
      kind: "target",
      year,
      text,
      value,
      at: `${formatYear(year)}の目標値`,
      changeTo: (after) => ({ kind: "target", indicator: id, year, before: text, after }),
    });
  }
  for (const { year, text, value } of actuals) {
    printed.push({
      kind: "actual",
      year,
      text,
      value,
      at: `${formatYear(year)}の実績値`,
      changeTo: (after) => ({ kind: "actual", indicator: id, year, before: text, after }),
    });
  }
  return printed;
}

/** The cell without the unit at its end; null where the unit stands elsewhere (1件以上) and a person has to look. */
function withoutUnit(text: string, unit: string): string | null {
  const written = text.trim();
  const ending = [unit, unit.normalize("NFKC")].find((each) => each !== "" && written.endsWith(each));
  return ending === undefined ? null : written.slice(0, -ending.length).trimEnd();
}

function more(count: number): string {
  return count > 1 ? `など${count}か所` : "";
}
