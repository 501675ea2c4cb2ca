/** 点検 of the path of targets: worse than the baseline, turning back, changing its kind, dashes, years outside the period. */

import { directionOfRatio } from "../fiscal/names";
import type { Direction, Indicator, Year } from "../plan";
import { formatYear } from "../year";
import { listed, placeOfIndicator, placeOfYears } from "./place";
import type { Rule, Slip } from "./rule";
import type { Cell, Reading } from "./survey";
import { type Family, familyName, familyOf, plainNumber } from "./value";

export const targets: Rule[] = [
  {
    id: "target-worse-than-baseline",
    title: "目標値が基準値より悪い",
    severity: "warning",
    sentence: "目標値が基準値より悪いときは、その理由を備考に書きます。",
    remedy:
      "目標値と基準値、方向を確かめてください。意図した目標なら、備考に理由を書くか、理由を付けて了承してください。",
    mendable: false,
    about: "indicator",
    find({ indicator, branch, baseline, targets: cells }) {
      const { direction, cumulative } = indicator;
      const start = plainNumber(baseline);
      const better = betterWay(indicator);
      if (cumulative || start === null || better === null || branch?.node.remark === true) return null;
      const worse = cells.filter(
        ({ number }) => number !== null && (better === "up" ? number < start : number > start),
      );
      const [first] = worse;
      if (first === undefined) return null;
      const years = placeOfYears(worse.map(({ year }) => year));
      return {
        node: indicator.node,
        indicator: indicator.id,
        year: first.year,
        message:
          `${placeOfIndicator(indicator, branch)}は${wayName[direction ?? better]}指標ですが、` +
          `${years}の目標値（${first.text}）が基準値（${baseline.printed}）より悪く、備考に説明がありません。`,
        // 維持 printed as 30,056 → 30,000 is a round figure more often than a step back.
        severity: direction === "keep" ? "note" : "warning",
        under: [direction, indicator.baseline?.text, worse.map(({ year, text }) => [year, text])],
      };
    },
  },
  {
    id: "path-turns-back",
    title: "目標値が後戻りする",
    severity: "warning",
    sentence: "年度ごとの目標値は、よくなる方向に進むか、横ばいです。",
    remedy: "後戻りする年度の目標値を確かめてください。意図した目標なら、理由を付けて了承してください。",
    mendable: false,
    about: "indicator",
    find(reading) {
      const { indicator, branch } = reading;
      // 累計 that falls is a rule of its own, and a band has no way forward.
      if (indicator.cumulative || indicator.direction === "band" || indicator.direction === "keep")
        return null;
      const back = turnsBack(reading);
      if (back === null) return null;
      return {
        node: indicator.node,
        indicator: indicator.id,
        year: back.year,
        message:
          `${placeOfIndicator(indicator, branch)}の目標値が、${formatYear(back.year)}に` +
          `${back.before}から${back.after}へ後戻りしています。`,
        severity: branch?.node.remark === true ? "note" : "warning",
        under: [indicator.direction, indicator.targets],
      };
    },
  },
  {
    id: "type-changes",
    title: "値の種類が変わる",
    severity: "warning",
    sentence: "基準値と目標値、各年度の目標値は、同じ種類の値（数値、区分ごとの数値、言葉）で書きます。",
    remedy: "同じ種類の値にそろえるか、別の指標に分けてください。言葉の年度は数値とは比べられません。",
    mendable: false,
    about: "indicator",
    find({ indicator, branch, baseline, targets: cells }) {
      if (isUniform(familyOf(baseline), cells)) return null;
      const kinds = cells
        .map(({ year, text, value }) => ({
          at: `${formatYear(year)}の目標値`,
          year,
          text,
          family: familyOf(value),
        }))
        .filter(({ family }) => family !== "none");
      const start = { at: "基準値", year: null, text: baseline.printed, family: familyOf(baseline) };
      const path: { at: string; year: Year | null; text: string; family: Family }[] =
        start.family === "none" ? kinds : [start, ...kinds];
      const at = path.findIndex(({ family }, index) => index > 0 && family !== path[index - 1]?.family);
      const before = path[at - 1];
      const after = path[at];
      if (before === undefined || after === undefined) return null;
      return {
        node: indicator.node,
        indicator: indicator.id,
        year: after.year,
        message:
          `${placeOfIndicator(indicator, branch)}は、${before.at}が${familyName[before.family]}（${before.text}）、` +
          `${after.at}が${familyName[after.family]}（${after.text}）で、値の種類が変わっています。`,
        remedy:
          "同じ種類の値にそろえるか、別の指標に分けてください。そのままでは、この二つを比べた率は出ません。",
        // From words to numbers is how a new service starts (導入, then 50 ％); from numbers to words nothing can be measured any more.
        severity: before.family === "milestone" && after.year !== null ? "note" : "warning",
        under: [indicator.baseline?.text ?? null, indicator.targets],
      };
    },
  },
  {
    id: "dash-without-note",
    title: "「－」の理由がない",
    severity: "warning",
    sentence: "測らない年度（－）がある指標には、隔年調査などの理由を注記します。",
    remedy: "「注記」の列に、隔年調査など、測らない理由を書いてください。",
    mendable: false,
    about: "indicator",
    find({ indicator, branch, targets: cells }) {
      const dashes = dashedYears(cells);
      const [first] = dashes;
      if (first === undefined || saysWhyNotEveryYear(indicator)) return null;
      return {
        node: indicator.node,
        indicator: indicator.id,
        year: first,
        message: `${placeOfIndicator(indicator, branch)}の${placeOfYears(dashes)}の目標値が「－」ですが、隔年調査などの注記がありません。`,
        remedy: "測らない年度なら「注記」の列に理由を書いてください。書き落としなら目標値を入れてください。",
        severity: branch?.node.remark === true ? "note" : "warning",
        under: [dashes, indicator.note, branch?.node.remark ?? false],
      };
    },
  },
  {
    id: "dash-with-note",
    title: "測らない年度がある",
    severity: "note",
    sentence: "隔年調査などで測らない年度（－）は、対象外として集計します。",
    remedy: "そのままで構いません。測ることにした年度は、「－」を目標値に書き換えてください。",
    mendable: false,
    about: "indicator",
    find({ indicator, branch, targets: cells }) {
      const dashes = dashedYears(cells);
      const [first] = dashes;
      if (first === undefined || !saysWhyNotEveryYear(indicator)) return null;
      return {
        node: indicator.node,
        indicator: indicator.id,
        year: first,
        message: `${placeOfIndicator(indicator, branch)}は${placeOfYears(dashes)}に測りません（注記あり）。その年度は対象外として集計します。`,
        under: [dashes, indicator.note],
      };
    },
  },
  {
    id: "period-not-covering",
    title: "計画期間の外の目標値",
    severity: "warning",
    sentence: "目標値の年度は、すべて計画期間の中にあります。",
    remedy: "計画期間か、目標値の年度を直してください。",
    mendable: false,
    about: "plan",
    find({ plan, readings }) {
      const [first, last] = plan.period;
      if (first > last) {
        return [
          {
            node: null,
            indicator: null,
            year: null,
            message: `計画期間の始まり（${formatYear(first)}）が終わり（${formatYear(last)}）より後です。`,
            remedy: "設定シートの計画期間を直してください。",
            severity: "error",
            under: plan.period,
          },
        ];
      }
      const outside = new Map<Year, Reading[]>();
      for (const reading of readings) {
        for (const { year } of reading.targets) {
          if (year >= first && year <= last) continue;
          const there = outside.get(year);
          if (there === undefined) outside.set(year, [reading]);
          else there.push(reading);
        }
      }
      return [...outside]
        .sort(([one], [other]) => one - other)
        .map(([year, there]) => outsidePeriod(year, there, plan.period));
    },
  },
];

const wayName: Record<Direction, string> = {
  up: "増やす",
  down: "減らす",
  keep: "維持する",
  band: "範囲に収める",
};

/** Which way is good; 維持 of a ratio that should be low means not rising, of anything else not falling. */
function betterWay({ direction, name }: Indicator): "up" | "down" | null {
  switch (direction) {
    case "up":
    case "down":
      return direction;
    case "keep":
      return directionOfRatio(name) === "down" ? "down" : "up";
    case "band":
    case null:
      return null;
  }
}

function isUniform(start: Family, cells: readonly Cell[]): boolean {
  let only = start;
  for (const { value } of cells) {
    const family = familyOf(value);
    if (only === "none") only = family;
    else if (family !== only && family !== "none") return false;
  }
  return true;
}

function dashedYears(cells: readonly Cell[]): readonly Year[] {
  // Nearly no indicator has one, and a hundred thousand are asked.
  if (!cells.some(({ value }) => value.kind === "notMeasured")) return noYears;
  return cells.filter(({ value }) => value.kind === "notMeasured").map(({ year }) => year);
}

const noYears: readonly Year[] = [];

function outsidePeriod(year: Year, there: Reading[], [first, last]: [Year, Year]): Slip {
  const one = there.length === 1 ? there[0] : undefined;
  return {
    node: one?.indicator.node ?? null,
    indicator: one?.indicator.id ?? null,
    year,
    message:
      `${formatYear(year)}の目標値が${there.length}指標（${listed(there.map(({ indicator }) => indicator.name))}）にありますが、` +
      `計画期間（${formatYear(first)}から${formatYear(last)}まで）の外です。`,
    under: [first, last, year, there.map(({ indicator }) => indicator.id)],
  };
}

function turnsBack({
  indicator,
  targets: cells,
}: Reading): { year: Year; before: string; after: string } | null {
  let sign = indicator.direction === "up" ? 1 : indicator.direction === "down" ? -1 : 0;
  let before: { number: number; text: string } | null = null;
  for (const { year, text, number } of cells) {
    if (number === null) continue;
    const step = before === null ? 0 : Math.sign(number - before.number);
    // Without a direction the first step shows the way, and only a turn is worth a word.
    if (before !== null && step !== 0) {
      if (sign === 0) sign = step;
      else if (step !== sign) return { year, before: before.text, after: text };
    }
    before = { number, text };
  }
  return null;
}

const notEveryYear =
  /隔年|年おき|年ごと|年毎|年に(?:一|1)(?:回|度)|年度のみ|調査年|実施年|測定しない|測らない|対象外/;

function saysWhyNotEveryYear({ note, name }: Indicator): boolean {
  return notEveryYear.test((note ?? "").normalize("NFKC")) || notEveryYear.test(name.normalize("NFKC"));
}
