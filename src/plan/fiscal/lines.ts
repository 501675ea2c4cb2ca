/** 法定の基準: from which value a fiscal ratio counts as 早期健全化, 財政再生, 経営健全化 or 起債許可, for a 市町村. */

import { fiscalRatioNamed, unknownRatio } from "./names";
import type { FiscalName } from "./ratios";
import { amountOf, read } from "../progress/reading";
import { noRate } from "../progress/rate";
import type { Printed, RateState } from "../progress/rate";
import { foldSpaces } from "../text-width";

export const LINE_KINDS = ["早期健全化", "財政再生", "経営健全化", "起債許可"] as const;
export type LineKind = (typeof LINE_KINDS)[number];

export interface LineOptions {
  /** 標準財政規模 in 億円: 実質赤字比率 and 連結実質赤字比率 have their 早期健全化 line by it. */
  標準財政規模?: Printed;
  /** The line as the municipality publishes it, in percent; it goes before any computed one. */
  公表値?: Printed;
}

export interface StatutoryLine {
  kind: "line";
  name: FiscalName;
  line: LineKind;
  /** In percent, not rounded. The line is reached when the ratio is at or above it. */
  value: number;
  /** With the ratio's own decimals, cut off: 13.33. */
  printed: string;
  from: "法令" | "算式" | "公表値";
}

type Line =
  | { kind: "fixed"; percent: number }
  | { kind: "byScale"; plus: number }
  /** There is one by law, and it was not found printed: said, never taken for none. */
  | { kind: "unknown" };

const lines: Partial<Record<FiscalName, Partial<Record<LineKind, Line>>>> = {
  実質赤字比率: {
    早期健全化: { kind: "byScale", plus: 0 },
    財政再生: { kind: "fixed", percent: 20 },
    起債許可: { kind: "unknown" },
  },
  連結実質赤字比率: { 早期健全化: { kind: "byScale", plus: 5 }, 財政再生: { kind: "fixed", percent: 30 } },
  実質公債費比率: {
    早期健全化: { kind: "fixed", percent: 25 },
    財政再生: { kind: "fixed", percent: 35 },
    起債許可: { kind: "fixed", percent: 18 },
  },
  将来負担比率: { 早期健全化: { kind: "fixed", percent: 350 } },
  資金不足比率: { 経営健全化: { kind: "fixed", percent: 20 }, 起債許可: { kind: "unknown" } },
};

/**
 * The line, or a state that says what is missing. 将来負担比率 has no 財政再生 line: 対象外.
 * For a 市町村; a 政令指定都市 has 400 for 将来負担比率. Looked up on municipalities' own pages: 20/30, 25/35, 350, 経営健全化 20, the range 11.25–15 % and 16.25–20 % for a 市町村 and the
 * "at or above" (雲仙市, 紫波町, 京丹後市, 小松市, 田辺市); that the 連結 line is the other one and 5 points (12.63 and 17.63, 13.63 and 18.63,
 * 11.81 and 16.81 in 雲仙市, 小松島市, 薩摩川内市).
 * Not verified: whether a computed line is published cut off or rounded at its second decimal. Enter the published one to be sure.
 */
export function statutoryLine(
  name: string,
  kind: string,
  options?: LineOptions | null,
): StatutoryLine | RateState {
  const ratio = fiscalRatioNamed(name);
  if (ratio === null) return unknownRatio(name);
  const line = lineKind(kind);
  if (line === null) {
    return noRate(
      "判定不能",
      "区分 不明",
      `「${kind}」という区分はありません。使えるのは${LINE_KINDS.join("、")}です。`,
    );
  }
  const rule = lines[ratio.name]?.[line];
  if (rule === undefined) return noLine(ratio.name, line);
  if (rule.kind === "unknown") return notRegistered(ratio.name, line);
  const found = percentOfLine(rule, options ?? {});
  if (found.kind === "state") return found;
  const { percent, from } = found;
  return {
    kind: "line",
    name: ratio.name,
    line,
    value: percent,
    printed: cutOff(percent, ratio.rounding.digits),
    from,
  };
}

/** Whether a printed ratio is at or above the line as printed; `－` and everything below zero are not. A state where there is no line. */
export function reachesLine(
  name: string,
  ratio: Printed,
  kind: string,
  options?: LineOptions | null,
): boolean | RateState {
  const line = statutoryLine(name, kind, options);
  if (line.kind === "state") return line;
  const reading = read(ratio);
  if (reading.kind === "notMeasured") return false;
  if (reading.kind === "missing")
    return noRate("未入力", "未入力", `「${line.name}」の値を入力してください。`);
  const amount = amountOf(reading);
  if (amount === null)
    return noRate("判定不能", "値が数値でない", `「${line.name}」の値を数値で入力してください。`);
  return amount.value >= Number(line.printed);
}

/**
 * The lines a printed ratio has reached, the mildest first; one that cannot be computed for want of 標準財政規模 is left out. A 公表値
 * is the published 早期健全化 line: the others are the same for every 市町村.
 */
export function linesReached(name: string, ratio: Printed, options: LineOptions = {}): StatutoryLine[] {
  return LINE_KINDS.flatMap((kind) => {
    const own = kind === "早期健全化" ? options : {};
    const line = statutoryLine(name, kind, own);
    return line.kind === "line" && reachesLine(name, ratio, kind, own) === true ? [line] : [];
  }).sort((a, b) => a.value - b.value);
}

type Found = { kind: "found"; percent: number; from: StatutoryLine["from"] } | RateState;

function percentOfLine(
  rule: Exclude<Line, { kind: "unknown" }>,
  { 標準財政規模, 公表値 }: LineOptions,
): Found {
  const published = read(公表値);
  if (published.kind !== "missing") {
    const amount = amountOf(published);
    if (amount === null || amount.value <= 0) {
      return noRate(
        "判定不能",
        "公表値が数値でない",
        "公表値は12.63のように、0より大きい％の数値で入力してください。",
      );
    }
    return { kind: "found", percent: amount.value, from: "公表値" };
  }
  if (rule.kind === "fixed") return { kind: "found", percent: rule.percent, from: "法令" };
  const scale = read(標準財政規模);
  if (scale.kind === "missing") {
    return noRate(
      "未入力",
      "標準財政規模 未入力",
      "この基準は標準財政規模（億円）で決まります。標準財政規模か公表値を入力してください。",
    );
  }
  const amount = amountOf(scale);
  if (amount === null || amount.value <= 0) {
    return noRate(
      "判定不能",
      "標準財政規模が数値でない",
      "標準財政規模は0より大きい億円の数値で入力してください。",
    );
  }
  if (amount.unit === null && amount.value > largestScale) {
    return noRate(
      "判定不能",
      "標準財政規模が大きすぎる",
      `「${amount.value.toLocaleString("ja-JP")}億円」の市町村はありません。千円の値なら100000で、百万円の値なら100で割って、億円の数値にしてください。`,
    );
  }
  if (amount.unit !== null && foldSpaces(amount.unit) !== "億円") {
    return noRate(
      "判定不能",
      "単位 不一致",
      `標準財政規模の単位が「${amount.unit}」です。億円の数値で入力してください。`,
    );
  }
  return { kind: "found", percent: earlyLine(amount.value) + rule.plus, from: "算式" };
}

/** 億円 well above the largest city's (横浜市, about one 兆円): what is beyond was meant in another unit, and would pass for a big city. */
const largestScale = 15_000;

/**
 * 早期健全化基準 of 実質赤字比率 by 標準財政規模 x 億円: 15 % for the smallest, falling to 11.25 % above 500 億円. The two curves in
 * between were not found printed by anybody, nor a 標準財政規模 beside its line to try them on; they do meet the published
 * ends, 15 and 11.25, and each other at 200 億円 (12.5), without a step.
 */
function earlyLine(x: number): number {
  if (x <= 50) return 15;
  if (x <= 200) return 50 * ((x + 100) / (30 * x) + 0.2);
  if (x <= 500) return 50 * ((x + 1000) / (120 * x) + 0.2);
  return 11.25;
}

function cutOff(percent: number, digits: number): string {
  const scale = 10 ** digits;
  return (Math.floor(Number((percent * scale).toPrecision(13))) / scale).toFixed(digits);
}

/** 早期健全化基準, 早期健全化 and half-width writing of them. */
function lineKind(kind: unknown): LineKind | null {
  if (typeof kind !== "string") return null;
  const wanted = foldSpaces(kind).replace(/(?:基準|団体)$/u, "");
  return LINE_KINDS.find((each) => each === wanted) ?? null;
}

function notRegistered(name: FiscalName, line: LineKind): RateState {
  return noRate(
    "判定不能",
    unregistered,
    `「${name}」にも${line}の基準がありますが、このアドインには入っていません。都道府県からの通知などで確かめてください。`,
  );
}

const unregistered = "基準 未登録";

/** Whether there is a line to show: a value, or one that only waits for 標準財政規模. */
export function isShownLine(line: StatutoryLine | RateState): boolean {
  return line.kind === "line" || (line.state !== "対象外" && line.cause !== unregistered);
}

function noLine(name: FiscalName, line: LineKind): RateState {
  const own = LINE_KINDS.filter((kind) => (lines[name]?.[kind]?.kind ?? "unknown") !== "unknown");
  const advice = own.length === 0 ? "法定の基準はありません。" : `あるのは${own.join("、")}です。`;
  return noRate("対象外", "基準なし", `「${name}」に${line}の基準は登録されていません。${advice}`);
}
