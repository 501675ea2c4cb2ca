/** What a printed cell says: a target, a baseline or an actual, as the plans write them. */

import { amount, endsInDeed, halfWidth, quantityOf, tightAmount, type Quantity } from "./printed-number";
import { parseYear } from "./year";

export type Bound = "以上" | "以下" | "超" | "未満";

export type Target =
  /** `91.8`, or with its unit in the cell: `50％`. */
  | { kind: "number"; value: number; unit: string | null; printed: string }
  /** `▲30`: less by 30. The value is -30. */
  | { kind: "reduction"; value: number; unit: string | null; printed: string }
  /** `1以上`. */
  | { kind: "bound"; value: number; bound: Bound; unit: string | null; printed: string }
  /** `3〜5`. */
  | { kind: "band"; low: number; high: number; unit: string | null; printed: string }
  /** `主幹 50` / `主査 70`: one number for each of several groups. */
  | { kind: "parts"; parts: { label: string; value: number; unit: string | null }[]; printed: string }
  /** `方針検討`, `実施`: something done rather than counted. Several words: several milestones in one cell. */
  | { kind: "milestone"; words: string[]; printed: string }
  /** `類似団体平均以下`: against a value the plan does not print. */
  | { kind: "comparison"; comparator: string; bound: Bound; printed: string }
  /** A printed dash: deliberately not measured that year. */
  | { kind: "notMeasured"; printed: string }
  /** Nothing there. */
  | { kind: "missing"; printed: string };

/**
 * Reads a cell. What is not plainly one of the numeric forms is words: a wrong number would be graded,
 * words are at worst 判定不能. An Excel number is itself.
 */
export function parseTarget(text: string | number | null | undefined): Target {
  if (typeof text === "number") {
    return Number.isFinite(text)
      ? { kind: "number", value: text, unit: null, printed: String(text) }
      : { kind: "missing", printed: "" };
  }
  if (typeof text !== "string") return { kind: "missing", printed: "" };
  const printed = text.trim();
  if (printed === "" || printed === "未入力" || printed === "未設定") return { kind: "missing", printed };
  if (dashes.test(printed) || printed === "対象外") return { kind: "notMeasured", printed };
  return (printed.length > longestNumericCell ? null : readNumeric(printed)) ?? wordsOf(printed);
}

/** Texts longer than this are prose; no plan prints a number in one. */
const longestNumericCell = 120;
/** Every dash that stands alone in a cell of the five plans, repeated or not, and the slash drawn through empty cells. */
const dashes = /^(?:[-－−―—–‐‑ーｰ─━]\s*)+$|^[/／]$/;

const boundWords: Readonly<Record<string, Bound>> = {
  以上: "以上",
  以下: "以下",
  以内: "以下",
  未満: "未満",
  超: "超",
  超える: "超",
  を超える: "超",
  を超過: "超",
  を上回る: "超",
  を下回る: "未満",
};
const boundWord = `(${Object.keys(boundWords).join("|")})`;

const onlyAmount = new RegExp(`^${amount}$`);
const amountAndBound = new RegExp(`^${amount} ?${boundWord}$`);
const fromTo = new RegExp(`^${amount} ?(?:[~〜-]|から) ?${amount}$`);
const atLeastAtMost = new RegExp(`^${amount} ?以上[ 、,]?${amount} ?(?:以下|以内)$`);
const openEnd = new RegExp(`^${amount} ?[~〜]$`);
const openStart = new RegExp(`^[~〜] ?${amount}$`);
const againstWords = new RegExp(`^(.*?) ?${boundWord}$`);

const label = String.raw`[^\d\s、,。・/;:()▲△+±~〜-]{1,20}`;
const labelled = new RegExp(`^(${label}?) ?[:はが]? ?${amount}$`);
const part = new RegExp(`(${label}) ?:? ?${tightAmount}(?: ?[・、,/;] ?| +|$|(%)(?=[^\d\s]))`, "y");

function readNumeric(printed: string): Target | null {
  const cell = withoutRemarks(halfWidth(printed));
  return (
    readAmount(cell, printed) ??
    readBound(cell, printed) ??
    readBand(cell, printed) ??
    readParts(cell, printed) ??
    readComparison(cell, printed)
  );
}

/** What is written around a number without changing it: 約, 年1回, 50程度, 100を維持, a footnote mark, (累計). */
function withoutRemarks(cell: string): string {
  const bare = cell
    .replace(/ ?(?:※\d*|[*†]+)$/, "")
    .replace(/^\([^()\d]*\) ?(?=[▲△+\-±.\d])/, "")
    .replace(/ ?\(([^()]*)\)$/, (whole: string, inside: string) => {
      if (inside === "%") return "%";
      return !/\d/.test(inside) || parseYear(inside) !== null ? "" : whole;
    })
    .replace(
      /^(?:約|およそ|おおむね|概ね|ほぼ|各|全|計|合計|累計|延べ?|のべ|年間?|毎年) ?(?=[▲△+\-±.\d])/,
      "",
    );
  if (bare === "") return cell;
  return /^[▲△+\-±.\d]/.test(bare)
    ? bare.replace(/ ?(?:[をの]?維持|を?達成|を目指す|程度|前後|ほど|くらい|ぐらい)$/, "")
    : bare;
}

function readAmount(cell: string, printed: string): Target | null {
  const groups = onlyAmount.exec(cell) ?? amountBehindItsName(cell);
  return groups === null ? null : numberOf(quantityOf(groups[1], groups[2], groups[3]), printed);
}

function numberOf(quantity: Quantity | null, printed: string): Target | null {
  if (quantity === null) return null;
  const { value, unit, reduction } = quantity;
  return { kind: reduction ? "reduction" : "number", value, unit, printed };
}

/** 提案数8, 人口41,000人: the words in front only say what is counted, they are not one group of several. */
function amountBehindItsName(cell: string): string[] | null {
  const found = labelled.exec(cell);
  return found !== null && /(?:[数率額量値]|割合|人口|面積)$/.test(found[1] ?? "") ? found.slice(1) : null;
}

function readBound(cell: string, printed: string): Target | null {
  const [, sign, digits, unit, word = ""] = amountAndBound.exec(cell) ?? [];
  const [, fromSign, fromDigits, fromUnit] = openEnd.exec(cell) ?? [];
  const [, toSign, toDigits, toUnit] = openStart.exec(cell) ?? [];
  const bounded =
    digits !== undefined
      ? { quantity: quantityOf(sign, digits, unit), bound: boundWords[word] }
      : fromDigits !== undefined
        ? { quantity: quantityOf(fromSign, fromDigits, fromUnit), bound: "以上" as const }
        : { quantity: quantityOf(toSign, toDigits, toUnit), bound: "以下" as const };
  // ▲30以上 may mean a cut of 30 or more, or a value no lower than -30. Nobody can tell, so it stays words.
  if (bounded.quantity === null || bounded.bound === undefined || bounded.quantity.reduction) return null;
  if (digits === undefined && fromDigits === undefined && toDigits === undefined) return null;
  const { value, unit: bareUnit } = bounded.quantity;
  return { kind: "bound", value, bound: bounded.bound, unit: bareUnit, printed };
}

function readBand(cell: string, printed: string): Target | null {
  const groups = fromTo.exec(cell) ?? atLeastAtMost.exec(cell);
  if (groups === null) return null;
  const low = quantityOf(groups[1], groups[2], groups[3]);
  const high = quantityOf(groups[4], groups[5], groups[6]);
  if (low === null || high === null || low.reduction || high.reduction || low.value > high.value) return null;
  if (low.unit !== null && high.unit !== null && low.unit !== high.unit) return null;
  return { kind: "band", low: low.value, high: high.value, unit: low.unit ?? high.unit, printed };
}

function readParts(cell: string, printed: string): Target | null {
  const parts: { label: string; value: number; unit: string | null }[] = [];
  part.lastIndex = 0;
  let read = 0;
  for (let found = part.exec(cell); found !== null; found = part.exec(cell)) {
    const [, name = "", sign, digits, unit, percent] = found;
    const quantity = quantityOf(sign, digits, percent ?? unit);
    if (quantity === null || quantity.reduction || !isGroup(name)) return null;
    parts.push({ label: name, value: quantity.value, unit: quantity.unit });
    read = part.lastIndex;
  }
  if (parts.length === 0 || read !== cell.length) return null;
  return { kind: "parts", parts, printed };
}

/** A name such as 主幹 or 小学校; not 令和, 第, Ver or レベル, whose number is no amount, nor a deed. */
function isGroup(name: string): boolean {
  return (
    /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー々]+$/u.test(name) &&
    !endsInDeed(name) &&
    !/^(?:令和|平成|昭和|大正|明治|西暦|第|[年月週日])$/.test(name) &&
    !/(?:レベル|ステージ|フェーズ|ランク|バージョン|第)$/.test(name)
  );
}

function readComparison(cell: string, printed: string): Target | null {
  const [, comparator = "", word = ""] = againstWords.exec(cell) ?? [];
  const bound = boundWords[word];
  if (bound === undefined || !/^[^▲△+\-±.\d(].*\p{L}|^\p{L}/u.test(comparator)) return null;
  return { kind: "comparison", comparator, bound, printed };
}

function wordsOf(printed: string): Target {
  const words = halfWidth(printed)
    .split(/[\s、;→⇒]+|[,/](?![\da-zA-Z])/)
    .flatMap(splitAtMiddleDots)
    .filter((each) => each !== "");
  return { kind: "milestone", words: words.length === 0 ? [printed] : words, printed };
}

/** 作成・活用 is two milestones; the dot inside ワーク・ライフ・バランス or between katakana words parts nothing. */
function splitAtMiddleDots(words: string): string[] {
  return /[゠-ヿ]・[゠-ヿ]/.test(words.replaceAll("・・", "・")) ? [words] : words.split(/[・･]/);
}
