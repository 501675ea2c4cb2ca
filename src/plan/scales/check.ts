/** Whether an edited scale still gives every percentage exactly one grade that can be reached: problems as sentences, none when it does. */

import type { Scale, ScaleRule } from "./scale";
import type { Problem } from "../plan";
import { foldSpaces } from "../text-width";

/** All that is wrong with a scale somebody edited. With an error the scale cannot be used; a warning only looks like a slip. */
export function checkScale(scale: Scale): Problem[] {
  if (scale.rules.length === 0)
    return [error(scale, "に区分が1つもありません。区分を1行以上入れてください。")];
  return [
    ...unnamed(scale),
    ...duplicates(scale),
    ...incomplete(scale),
    ...unreachable(scale),
    ...uncovered(scale),
  ];
}

function unnamed(scale: Scale): Problem[] {
  return scale.rules.flatMap((rule, index) =>
    foldSpaces(rule.name) === ""
      ? [error(scale, `の${index + 1}行目に評価の名前がありません。名前を入れてください。`)]
      : [],
  );
}

function duplicates(scale: Scale): Problem[] {
  return scale.rules.flatMap((rule, index) => {
    const name = foldSpaces(rule.name);
    const before = scale.rules.findIndex((each) => foldSpaces(each.name) === name);
    return name !== "" && before < index
      ? [
          error(
            scale,
            `の「${rule.name}」が${before + 1}行目と${index + 1}行目にあります。名前を分けるか1行にしてください。`,
          ),
        ]
      : [];
  });
}

function incomplete(scale: Scale): Problem[] {
  return scale.rules.flatMap((rule) => {
    if (rule.bound === null && rule.percent === null) return [];
    if (rule.bound !== null && rule.percent !== null && Number.isFinite(rule.percent)) {
      return Math.abs(rule.percent * 10 - Math.round(rule.percent * 10)) < 1e-9
        ? []
        : [
            warning(
              scale,
              `の「${rule.name}」の${rule.percent}は小数第2位まであります。評価は小数第1位までの率で決まります。`,
            ),
          ];
    }
    return [
      error(
        scale,
        `の「${rule.name}」は率と「以上・超・以下・未満」の片方だけか、率が数値ではありません。両方を入れるか、残り全部の区分なら両方を空にしてください。`,
      ),
    ];
  });
}

/** A rule nothing can reach, because the rules before it take all it would: the order is wrong. */
function unreachable(scale: Scale): Problem[] {
  const before: Span[] = [];
  return scale.rules.flatMap((rule, index) => {
    const span = spanOf(rule);
    if (span === null) return [];
    const taken = samples(scale).filter((percent) => inSpan(span, percent));
    const reached = taken.some((percent) => !before.some((each) => inSpan(each, percent)));
    before.push(span);
    return reached
      ? []
      : [
          error(
            scale,
            `の「${rule.name}」（${index + 1}行目）に当てはまる率はありません。前の行が先に当てはまります。率の高い順に並べてください。`,
          ),
        ];
  });
}

/** A printed percentage no rule takes. */
function uncovered(scale: Scale): Problem[] {
  const spans = scale.rules.flatMap((rule) => spanOf(rule) ?? []);
  const gap = samples(scale).find((percent) => !spans.some((span) => inSpan(span, percent)));
  return gap === undefined
    ? []
    : [
        error(
          scale,
          `に${gap.toFixed(1)} %の区分がありません。最後の行の率と条件を空にすると、残り全部の区分になります。`,
        ),
      ];
}

/** A span of tenths of a percent, both ends inside. */
interface Span {
  from: number;
  to: number;
}

function spanOf({ bound, percent }: ScaleRule): Span | null {
  if (bound === null) return percent === null ? { from: -Infinity, to: Infinity } : null;
  if (percent === null || !Number.isFinite(percent)) return null;
  // In tenths: 79.95 以上 is reached by 80.0 first.
  const tenths = Number((percent * 10).toPrecision(13));
  switch (bound) {
    case "以上":
      return { from: Math.ceil(tenths), to: Infinity };
    case "超":
      return { from: Math.floor(tenths) + 1, to: Infinity };
    case "以下":
      return { from: -Infinity, to: Math.floor(tenths) };
    case "未満":
      return { from: -Infinity, to: Math.ceil(tenths) - 1 };
  }
}

function inSpan({ from, to }: Span, percent: number): boolean {
  const tenths = Math.round(percent * 10);
  return tenths >= from && tenths <= to;
}

/** One printed percentage on each line of the scale, one on either side, and far ends: between them nothing changes. */
function samples({ rules }: Scale): number[] {
  const ends = rules.flatMap((rule) => {
    const span = spanOf(rule);
    return span === null ? [] : [span.from, span.to].filter(Number.isFinite);
  });
  const tenths = new Set([0, 1000, ...ends.flatMap((end) => [end - 1, end, end + 1])]);
  const sorted = [...tenths].sort((a, b) => b - a);
  const [highest = 1000] = sorted;
  const lowest = sorted.at(-1) ?? 0;
  return [highest + 1000, ...sorted, lowest - 1000].map((each) => each / 10);
}

function error(scale: Scale, sentence: string): Problem {
  return { message: `尺度「${scale.name}」${sentence}`, severity: "error" };
}

function warning(scale: Scale, sentence: string): Problem {
  return { message: `尺度「${scale.name}」${sentence}`, severity: "warning" };
}
