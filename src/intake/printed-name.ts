/** How a printed name or number is put right without changing what it says: stray spaces, footnote marks, full-width digits. */

const cjk = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー、。・「」『』（）〜～";
const spaceInsideJapanese = new RegExp(`(?<=[${cjk}])\\s+(?=[${cjk}])`, "gu");

/** `＊`, `\*`, `<sup>\*</sup>`, `【※8】`: signs that point to a footnote and belong to no name. */
const footnoteMark =
  /[<＜][sｓ][uｕ][pｐ][>＞][^<＜]{0,20}[<＜][/／][sｓ][uｕ][pｐ][>＞]|[【［[]\s*※[^】］\]]{0,6}[】］\]]|[\\＼]?[＊*†]/gu;

/** Spaces between two Japanese characters are where a line was broken; any other space was meant. */
export function printedName(text: string): string {
  return text.replace(footnoteMark, "").replace(/\s+/gu, " ").replace(spaceInsideJapanese, "").trim();
}

/** Two halves of a name that a line break divided. */
export function rejoin(first: string, second: string): string {
  return printedName(`${first} ${second}`);
}

/** Digits half-width, and the point, comma and sign that stand with them; every other character as printed. */
export function halfWidthDigits(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/(?<=\d)[．，](?=\d)/g, (sign) => (sign === "．" ? "." : ","))
    .replace(/\s+/gu, " ")
    .trim();
}
