/** What the brackets at the end of an indicator's name say: its unit, or that the values run on (累計). */

export interface NamedUnit {
  name: string;
  unit: string | null;
  /** 累計 is printed with the name. */
  cumulative: boolean;
}

const lastBracket = /[（(]([^（）()]*)[）)]\s*$/;
const longestUnit = 8;
/** What stands in brackets without being a unit. */
const remark = /累計|累積|年間|延べ|延|平均|隔年|再掲|年度末|以上|以下|含む|除く|見込|実績|目標|暫定|参考/;

export function splitUnit(printed: string): NamedUnit {
  const text = printed.trim();
  const cumulative = /累計|累積/.test(text);
  const match = lastBracket.exec(text);
  const unit = match?.[1]?.trim() ?? "";
  const name = match ? text.slice(0, match.index).trim() : text;
  if (unit === "" || name === "" || unit.length > longestUnit || remark.test(unit))
    return { name: text, unit: null, cumulative };
  return { name, unit, cumulative };
}
