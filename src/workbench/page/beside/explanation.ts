/** What an error in a cell means and what to do about it, in a sentence. A custom function's own message comes first. */
import type { CellError } from "../../host/model/cells/cell";

const meanings: Readonly<Record<CellError["code"], string>> = {
  "#VALUE!": "数式に渡した値の種類が違います。数を入れるところに文字がないか確かめてください。",
  "#N/A": "探している値が見つかりません。つづりと範囲を確かめてください。",
  "#NAME?": "関数か名前のつづりが違うか、まだ使えるようになっていません。",
  "#REF!": "数式が見ていたセルがなくなりました。参照を直してください。",
  "#DIV/0!": "0 か空白で割っています。割る数のセルを確かめてください。",
  "#NUM!": "計算できない数になりました。数式に渡した数を確かめてください。",
  "#NULL!": "二つの範囲に重なるセルがありません。範囲の書き方を確かめてください。",
  "#SPILL!": "結果を広げる先に、ほかの値、表、または結合したセルがあります。そこを空けると表示されます。",
  "#CALC!": "この計算の結果はセルに表示できません。",
  "#BUSY!": "計算しています。終わると値に変わります。",
  "#CONNECT!": "計算に要るところへつながりません。しばらくしてからやり直してください。",
  "#BLOCKED!": "この計算は許可されていません。",
  "#UNKNOWN!": "この値の種類は表示できません。",
  "#FIELD!": "求めた項目がありません。",
  "#GETTING_DATA": "値を取り寄せています。",
};

export const explanation = ({ code, message }: CellError): string => message ?? meanings[code];
