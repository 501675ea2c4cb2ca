/** What a person types as a key, brought to the one form in which keys are kept and compared. */

import { foldSpaces } from "../text-width";

/**
 * Width, spaces, capitals and the many dashes and quotation marks do not tell one item from another.
 * The long-vowel mark ー does (and half-width ｰ becomes it), so it is no dash.
 */
export function foldKey(text: string): string {
  // Most names are in the one form already, and an index folds every name of a plan.
  if (alreadyFolded.test(text)) return text;
  return foldSpaces(text)
    .toLowerCase()
    .replace(/[‐‒–—―−─]/g, "-")
    .replace(/[〜∼]/g, "~")
    .replace(/[“”„‟]/g, '"')
    .replace(/[‘’‚′]/g, "'");
}

/** Half-width signs, digits and small letters, kana that stand alone, kanji: nothing of it has another writing. */
const alreadyFolded = /^[!-@[-~ぁ-ゖァ-ヶ・ー一-鿿]*$/;

/** The letters and digits alone, for a name typed without its brackets, dots and quotation marks. */
export function lettersOf(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}]/gu, "");
}
