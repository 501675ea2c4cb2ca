/** How a number stands in a cell of a plan: its digits, signs and thousands commas, and the unit right behind it. */

export interface Quantity {
  value: number;
  /** As printed, but ％ always full-width; null where the cell has none. */
  unit: string | null;
  /** Written with ▲ or △: less by so much. */
  reduction: boolean;
}

/**
 * Full-width letters, digits and signs made half-width one for one. The whole of NFKC would go too far in a cell:
 * ① would turn into a 1 and ㎡ into m2.
 */
export function halfWidth(text: string): string {
  return text
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\s/g, " ")
    .replace(/[−‐‑]/g, "-");
}

const number = String.raw`([▲△+\-±]?) ?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)`;
const word = String.raw`[^\d\s、,。・/~〜:：;()を]`;
const unit = String.raw`(k?m[23]|t-CO2|${word}*(?:/${word}+)?)`;
/** An amount inside a pattern: three groups, for sign, digits and unit. */
export const amount = `${number} ?${unit}`;
/** The same with the unit right behind the digits, where a space ends the amount. */
export const tightAmount = `${number}${unit}`;

/** Endings of a deed, an outcome or a limit: what they end is not what is counted. */
const deed =
  /(?:実施|導入|運用|作成|活用|策定|検討|開始|完了|整備|設置|開催|周知|検証|見直し|協議|調査|継続|取得|公表|改[定正訂]|達成|推進|廃止|統合|着[手工]|竣工|稼働|構築|研究|準備|決定|制定|施行|開設|供用|終了|試行|拡[充大]|縮小|維持|増加?|減少?|向上|改善|予定|実績|目標|する|した|済み?|まで|から|より|以[上下内降前]|未満|超(?:える|過)?|[上下]回る|に|の|は|が)$/;

/** Calendar words behind a number make it a date or an ordinal. 3年, 6か月 and 10日間 are amounts. */
const calendar = /^(?:年(?!間?$|\/)|月(?!間$|\/)|時(?!間)|日(?!間?$|数$|\/)|[次期号章節条版級])/;

const unitLetters = /^[\p{L}\p{M}\p{So}\p{Sc}%‰°]+(?:[ /-]?[\p{L}\p{M}\p{So}\p{Sc}\d]+)*$/u;

/** Whether words behind a number can be its unit. Units are an open set (主体, 校区), so the rule says what they are not. */
function isUnit(words: string): boolean {
  if (words.length > 10 || !unitLetters.test(words)) return false;
  return !endsInDeed(words) && !calendar.test(words) && !/[▲△○●◎]/.test(words);
}

export function endsInDeed(words: string): boolean {
  return deed.test(words);
}

/** The three groups of `amount` read, or null where they do not make one. */
export function quantityOf(sign = "", digits = "", written = ""): Quantity | null {
  if (written !== "" && !isUnit(written)) return null;
  const size = Number(digits.replaceAll(",", ""));
  if (!Number.isFinite(size)) return null;
  // 2025年 is a date although 3年 is an amount.
  if (written === "年" && size >= 1869) return null;
  const reduction = sign === "▲" || sign === "△";
  return {
    value: (reduction || sign === "-") && size !== 0 ? -size : size,
    unit: unitAsWritten(written),
    reduction,
  };
}

function unitAsWritten(written: string): string | null {
  if (written === "") return null;
  return written === "%" || written === "パーセント" ? "％" : written;
}
