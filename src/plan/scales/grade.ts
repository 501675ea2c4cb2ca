/** Which grade a rate earns and which rating a share of items earns: by the percentage as printed, on a scale that is data. */

import { percentOf, printPercent, shareOf } from "../percent";
import { noRate, printState, STATE_NAMES } from "../progress/rate";
import type { Interim, Rate, RateState } from "../progress/rate";
import { firstMatch } from "./scale";
import type { Origin, Scale, ScaleRule } from "./scale";
import { DEFAULT_RATING_SCALE, DEFAULT_SCALE, RATING_SCALES, SCALES } from "./bundled";
import type { RatingScaleName, ScaleName } from "./bundled";
import { foldSpaces } from "../text-width";

export { originNote } from "./origin";

export interface Graded {
  kind: "grade";
  name: string;
  /** The percentage that was compared, as printed: 99.9. */
  percent: number;
  scale: string;
  /** Who set the word and who the number: an アドイン is marked wherever it shows. */
  nameFrom: Origin;
  numberFrom: Origin;
  /** There when a 進捗率 was graded before its target year, by 進捗率÷経過率. */
  interim?: Interim;
}

/** Why there is no grade; with `interim`, the 進捗率 is there and only its time has not come: 判定不能（期間中）. */
export interface Ungraded extends RateState {
  interim?: Interim;
}

export type Grade = Graded | Ungraded;

/** A fraction, a rate, or the text of a state as it stands in a cell. */
export type Gradable = number | Rate | string | null | undefined;

export interface GradeOptions {
  /** Grade a 進捗率 before its target year by 進捗率÷経過率. Off by default. */
  byElapsed?: boolean;
}

/**
 * The grade's name. A state has no grade and passes through as its own name (未入力, 対象外, 判定不能), also the
 * 期間中 of a 進捗率 before its target year: `gradeDetail` says why.
 */
export function gradeOf(
  value: Gradable,
  scale?: ScaleName | (string & {}) | Scale | null,
  options?: GradeOptions,
): string {
  const grade = gradeDetail(value, scale, options);
  return grade.kind === "grade" ? grade.name : grade.state;
}

/** The grade with what it was compared with and who set the line, or the reason why there is none. */
export function gradeDetail(
  value: Gradable,
  scale?: ScaleName | (string & {}) | Scale | null,
  options: GradeOptions = {},
): Grade {
  // Excel hands null for an argument left out.
  const asked = scale ?? DEFAULT_SCALE;
  const found = findScale(asked, SCALES);
  if (found === null) return unknownScale(asked, SCALES);
  if (value === null || value === undefined) return noRate("未入力", "未入力", "達成率がまだありません。");
  if (typeof value === "string") return gradeOfText(value);
  if (typeof value === "number") return gradeOfFraction(value, found);
  if (value.kind === "state") return value;
  const { interim } = value;
  if (interim === undefined) return gradeOfFraction(value.value, found);
  if (options.byElapsed !== true || interim.elapsed === null || interim.elapsed <= 0)
    return tooEarly(value.value, interim);
  const grade = gradeOfFraction(value.value / interim.elapsed, found);
  return { ...grade, interim };
}

/** The bundled scale of that name (full-width, 〜 and dashes alike), or the scale itself. */
export function scaleNamed(name: string): Scale | null {
  return findScale(name, SCALES);
}

/** `判定不能（期間中）` for the eye, where `gradeOf` gives the bare state; a grade as its name. */
export function printGrade(grade: Grade): string {
  return grade.kind === "grade" ? grade.name : printState(grade);
}

export interface RatingInput {
  /** Items with 目標達成 or 概ね達成. */
  met: number;
  /** Judged items. */
  n: number;
  scale?: RatingScaleName | Scale | null;
}

export interface Rating {
  /** The share as printed: 78.6. null where there is nothing to take a share of. */
  percent: number | null;
  /** The rating word; 判定不能 where `percent` is null. */
  rating: string;
  nameFrom?: Origin;
  numberFrom?: Origin;
  /** Why there is none. */
  reason?: string;
}

/** 加須's ratings: the share of items with 目標達成 or 概ね達成, and the word for it. */
export function ratingOf({ met, n, scale }: RatingInput): Rating {
  const asked = scale ?? DEFAULT_RATING_SCALE;
  const found = findScale(asked, RATING_SCALES);
  if (found === null) return unrated(unknownScale(asked, RATING_SCALES).reason);
  if (!isCount(met) || !isCount(n))
    return unrated("項目数が0以上の整数ではありません。件数を確かめてください。");
  if (n === 0) return unrated("判定された項目が1つもないため、割合を計算できません。");
  if (met > n) return unrated(`該当項目数${met}が項目数${n}を超えています。件数を確かめてください。`);
  const percent = shareOf(met, n);
  const rule = percent === null ? null : firstMatch(found, percent);
  if (percent === null || rule === null)
    return unrated(`尺度「${found.name}」に${percent} %の区分がありません。`);
  return { percent, rating: rule.name, nameFrom: rule.nameFrom, numberFrom: rule.numberFrom };
}

function gradeOfFraction(fraction: number, scale: Scale): Grade {
  const percent = percentOf(fraction);
  if (percent === null) return noRate("判定不能", "数値でない", "達成率が数値ではありません。");
  const rule = firstMatch(scale, percent);
  return rule === null
    ? noRate(
        "判定不能",
        "区分なし",
        `尺度「${scale.name}」に${percent.toFixed(1)} %の区分がありません。設定シートの尺度を直してください。`,
      )
    : graded(rule, percent, scale);
}

function graded(rule: ScaleRule, percent: number, scale: Scale): Graded {
  const { name, nameFrom, numberFrom } = rule;
  return { kind: "grade", name, percent, scale: scale.name, nameFrom, numberFrom };
}

function gradeOfText(text: string): Ungraded {
  const written = foldSpaces(text);
  if (written === "") return noRate("未入力", "未入力", "達成率がまだありません。");
  const [, name, cause = name ?? ""] = stateInWords.exec(written) ?? [];
  const state = STATE_NAMES.find((each) => each === name);
  return state === undefined
    ? noRate("判定不能", "数値でない", `「${text}」は達成率ではありません。0.987のような数値にしてください。`)
    : noRate(state, cause, "達成率の列がこの状態です。");
}

/** 判定不能（期間中）: a state, with its cause where a cell shows it. */
const stateInWords = /^([^(]+)(?:\((.+)\))?$/u;

function tooEarly(fraction: number, interim: Interim): Ungraded {
  const share = interim.elapsed === null ? "不明" : printPercent(interim.elapsed);
  const advice = `目標の年度より前のため評価しません。進捗率${printPercent(fraction)}、経過率${share}。`;
  return { ...noRate("判定不能", "期間中", advice), interim };
}

function findScale(scale: string | Scale, among: readonly Scale[]): Scale | null {
  // Scales come from sheets and files too, where nothing keeps their shape.
  if (typeof scale !== "string") return Array.isArray(scale.rules) ? scale : null;
  const wanted = scaleKey(scale);
  return among.find(({ name }) => scaleKey(name) === wanted) ?? null;
}

/** A–E, Ａ－Ｅ, A〜E and a-e are one name. */
function scaleKey(name: string): string {
  return foldSpaces(name)
    .toUpperCase()
    .replace(/[‐-―−~〜ー]/gu, "-");
}

function unknownScale(scale: string | Scale, among: readonly Scale[]): RateState {
  const name = typeof scale === "string" ? scale : String(scale.name);
  const known = among.map((each) => each.name).join("、");
  return noRate("判定不能", "尺度 不明", `尺度「${name}」はありません。使えるのは${known}です。`);
}

function unrated(reason: string): Rating {
  return { percent: null, rating: "判定不能", reason };
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}
