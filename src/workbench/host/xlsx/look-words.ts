/** The words for looks in Excel's JavaScript and in files, side by side. */

const flipped = (words: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(words).map(([ours, theirs]) => [theirs, ours]));

/** Most words differ only in their first letter. */
const lowered = (...words: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(words.map((word) => [word, word.charAt(0).toLowerCase() + word.slice(1)]));

export const PATTERN_IN_FILE: Readonly<Record<string, string>> = {
  ...lowered("None", "Solid", "LightHorizontal", "LightVertical", "LightDown", "LightUp"),
  Gray50: "mediumGray",
  Gray75: "darkGray",
  Gray25: "lightGray",
  Gray16: "gray125",
  Gray8: "gray0625",
  Horizontal: "darkHorizontal",
  Vertical: "darkVertical",
  Down: "darkDown",
  Up: "darkUp",
  Checker: "darkGrid",
  SemiGray75: "darkTrellis",
  Grid: "lightGrid",
  CrissCross: "lightTrellis",
};
export const PATTERN_HERE = flipped(PATTERN_IN_FILE);

export const UNDERLINE_IN_FILE: Readonly<Record<string, string>> = {
  ...lowered("Single", "Double"),
  SingleAccountant: "singleAccounting",
  DoubleAccountant: "doubleAccounting",
};
export const UNDERLINE_HERE = flipped(UNDERLINE_IN_FILE);

const HORIZONTAL_IN_FILE = lowered(
  "General", "Left", "Center", "Right", "Fill", "Justify", "CenterAcrossSelection", "Distributed",
); // prettier-ignore
const CENTER_ACROSS = { CenterAcrossSelection: "centerContinuous" };
export const horizontalInFile = (word: string): string | undefined =>
  (CENTER_ACROSS as Readonly<Record<string, string>>)[word] ?? HORIZONTAL_IN_FILE[word];
export const HORIZONTAL_HERE = flipped({ ...HORIZONTAL_IN_FILE, ...CENTER_ACROSS });

export const VERTICAL_IN_FILE = lowered("Top", "Center", "Bottom", "Justify", "Distributed");
export const VERTICAL_HERE = flipped(VERTICAL_IN_FILE);

export const READING_ORDER = ["Context", "LeftToRight", "RightToLeft"] as const;

/** style|weight in a file's one word. */
const BORDER_IN_FILE: Readonly<Record<string, string>> = {
  "Continuous|Hairline": "hair",
  "Continuous|Thin": "thin",
  "Continuous|Medium": "medium",
  "Continuous|Thick": "thick",
  "Dash|Thin": "dashed",
  "Dash|Medium": "mediumDashed",
  "DashDot|Thin": "dashDot",
  "DashDot|Medium": "mediumDashDot",
  "DashDotDot|Thin": "dashDotDot",
  "DashDotDot|Medium": "mediumDashDotDot",
  "Dot|Thin": "dotted",
  "Double|Thick": "double",
  "SlantDashDot|Medium": "slantDashDot",
};
const BORDER_BY_STYLE: Readonly<Record<string, string>> = {
  Continuous: "thin",
  Dash: "dashed",
  DashDot: "dashDot",
  DashDotDot: "dashDotDot",
  Dot: "dotted",
  Double: "double",
  SlantDashDot: "slantDashDot",
};
export const borderInFile = (style: string, weight: string): string | undefined =>
  BORDER_IN_FILE[`${style}|${weight}`] ?? BORDER_BY_STYLE[style];
export const BORDER_HERE = flipped(BORDER_IN_FILE);

/** Formats with a number instead of a text, as a Japanese Excel has them. */
export const BUILT_IN_FORMATS: Readonly<Record<number, string>> = {
  0: "General",
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  5: '"¥"#,##0;"¥"-#,##0',
  6: '"¥"#,##0;[Red]"¥"-#,##0',
  7: '"¥"#,##0.00;"¥"-#,##0.00',
  8: '"¥"#,##0.00;[Red]"¥"-#,##0.00',
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "yyyy/m/d",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "yyyy/m/d h:mm",
  27: "[$-411]ge.m.d",
  28: '[$-411]ggge"年"m"月"d"日"',
  30: "m/d/yy",
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"時"mm"分"',
  33: 'h"時"mm"分"ss"秒"',
  34: 'yyyy"年"m"月"',
  35: 'm"月"d"日"',
  37: "#,##0;-#,##0",
  38: "#,##0;[Red]-#,##0",
  39: "#,##0.00;-#,##0.00",
  40: "#,##0.00;[Red]-#,##0.00",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  48: "##0.0E+0",
  49: "@",
  55: 'yyyy"年"m"月"',
  56: 'm"月"d"日"',
  57: "[$-411]ge.m.d",
  58: '[$-411]ggge"年"m"月"d"日"',
};

/** Those that mean the same in every language of Excel: only these are written by number. */
export const WRITTEN_BY_NUMBER: ReadonlyMap<string, number> = new Map(
  [0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 49].map((id) => [BUILT_IN_FORMATS[id] ?? "", id]),
);
