/** 全国地方公共団体コード: six digits, the last of which guards the other five. */

const weights = [6, 5, 4, 3, 2];

/** The check digit of the first five digits: 11 less the weighted sum's remainder by 11, last digit only. */
export function checkDigitOf(fiveDigits: string): number {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(fiveDigits[place]), 0);
  return (11 - (sum % 11)) % 10;
}

/** What is wrong with a code, as a sentence that says how to mend it; null where nothing is. */
export function codeProblem(code: string): string | null {
  if (!/^\d{6}$/.test(code)) {
    return `全国地方公共団体コード「${code}」は半角数字6けたではありません。検査数字まで6けたで書いてください。`;
  }
  const prefecture = Number(code.slice(0, 2));
  if (prefecture < 1 || prefecture > 47) {
    return `全国地方公共団体コード「${code}」の都道府県番号（先頭2けた）は 01〜47 ではありません。`;
  }
  const expected = checkDigitOf(code);
  if (String(expected) === code[5]) return null;
  return `全国地方公共団体コード「${code}」の検査数字（6けた目）が合いません。先頭5けたが正しければ「${code.slice(0, 5)}${expected}」です。`;
}
