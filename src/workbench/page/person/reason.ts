/** Why the host refused, in Japanese. Its own messages are Excel's English ones for programs; a validation's text is the sheet's author's. */
import { isReadable } from "../../host/formula";
import type { RefusalCode } from "../../host/refusal";

const reasons: Partial<Record<RefusalCode, string>> = {
  AccessDenied:
    "このシートは保護されているため、変更できません。シートの保護を解除してから、やり直してください。",
  FilteredRangeConflict: "フィルターで隠れている行があるため、できません。フィルターを解除してください。",
  InsertDeleteConflict: "表や結合したセルが途中で切れるため、挿入や削除ができません。",
  InvalidArgument: "入力した内容を使えません。名前や数式の書き方を確かめてください。",
  InvalidOperation:
    "選んだ場所では、この操作ができません。表・ピボットテーブル・結合したセルの一部になっていないか確かめてください。",
  InvalidReference: "参照しているセルがありません。",
  InvalidSelection: "選んでいる範囲では、この操作ができません。",
  ItemAlreadyExists: "同じ名前がすでに使われています。別の名前にしてください。",
  ItemNotFound: "対象が見つかりません。先に消された可能性があります。",
  MergedRangeConflict: "表どうし、または表と結合したセルは重ねられません。",
  NonBlankCellOffSheet: "シートの端にデータがあるため、挿入できません。",
  OperationCellsExceedLimit: "範囲が大きすぎます。小さく分けてください。",
  RangeExceedsLimit: "範囲が大きすぎます。小さく分けてください。",
};

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

export const reasonOf = ({ code, message }: { code: RefusalCode; message: string }): string =>
  japanese.test(message) ? message : (reasons[code] ?? "この操作はできませんでした。");

/** What was typed goes with the reason: the cell has not taken it, and nobody should have to type it again. */
export const reasonOfTyped = (text: string, refusal: { code: RefusalCode; message: string }): string => {
  if (!text.startsWith("=")) return reasonOf(refusal);
  return isReadable(text)
    ? `${reasonOf(refusal)}（${text}）`
    : `${text} は数式として読めません。かっこ、区切りのコンマ（,）、文字を囲む " が半角で、数がそろっているか確かめてください。`;
};
