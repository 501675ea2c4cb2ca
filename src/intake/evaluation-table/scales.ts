/** The three scales of an evaluation table, their letters, and the look-alikes that a scan puts in their place. */

import { foldWidth } from "../../plan/text-width";

export interface Scale {
  name: string;
  letters: string;
  /** A letter a scan confuses → the letter of this scale. */
  lookAlikes: Record<string, string>;
  /** The document may mark more than one, so the marks are always a list. */
  several: boolean;
}

export const scales = [
  {
    name: "進捗区分",
    letters: "ABCDE",
    lookAlikes: { ア: "A" },
    several: false,
  },
  {
    name: "取組区分",
    letters: "あいうえお",
    lookAlikes: {
      ア: "あ",
      イ: "い",
      ウ: "う",
      エ: "え",
      オ: "お",
      ぁ: "あ",
      ぃ: "い",
      ぅ: "う",
      ぇ: "え",
      ぉ: "お",
    },
    several: false,
  },
  {
    name: "今後の方向性",
    letters: "アイウエオ",
    lookAlikes: {
      A: "ア",
      あ: "ア",
      い: "イ",
      う: "ウ",
      え: "エ",
      お: "オ",
      ァ: "ア",
      ィ: "イ",
      ゥ: "ウ",
      ェ: "エ",
      ォ: "オ",
    },
    several: true,
  },
] as const satisfies readonly Scale[];

export interface Marks {
  letters: string[];
  /** The look-alikes that were put right, as printed. */
  slips: string[];
}

const separators = /[\s・、,，/／･]+/gu;

/** `イ`, `ア イ`, `ｱ・ｲ` → the letters; null when the cell says anything else. */
export function readMarks(cell: string, scale: Scale): Marks | null {
  const written = foldWidth(cell).replace(separators, "");
  if (written === "" || written.length > scale.letters.length) return null;
  const letters: string[] = [];
  const slips: string[] = [];
  for (const printed of written) {
    const meant = scale.letters.includes(printed)
      ? printed
      : Object.hasOwn(scale.lookAlikes, printed)
        ? scale.lookAlikes[printed]
        : undefined;
    if (meant === undefined || letters.includes(meant)) return null;
    if (meant !== printed) slips.push(printed);
    letters.push(meant);
  }
  return { letters, slips };
}

/** A single letter stands alone; a scale that may be marked more than once is always a list. */
export function marksAsPrinted(marks: Marks, scale: Scale): string | string[] {
  const [only] = marks.letters;
  return scale.several || marks.letters.length > 1 || only === undefined ? marks.letters : only;
}
