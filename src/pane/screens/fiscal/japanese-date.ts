/** A day as documents of a municipality write it: 令和8年11月21日. */

/** 令和 began on 1 May 2019; no workbook is written before. Months count from 1. */
export function formatJapaneseDate(year: number, month: number, day: number): string {
  const era = year - 2018;
  return year < 2019 ? `${year}年${month}月${day}日` : `令和${era === 1 ? "元" : era}年${month}月${day}日`;
}

export function todayInJapanese(now = new Date()): string {
  return formatJapaneseDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
