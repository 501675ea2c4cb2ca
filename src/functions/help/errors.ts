/** What the errors that many functions share mean, each written once. */

export const errorMeanings = {
  blank: {
    shown: "#VALUE!",
    meaning:
      "引数に指定したセルが空白かエラー値です。セルに入力してください。「省略可」の引数なら、引数ごと省くこともできます。",
  },
  year: {
    shown: "#VALUE!",
    meaning:
      "年度として読めない文字か、評価年度が計画の期間の外です。「令和5年度」のように指定してください。",
  },
  ambiguous: {
    shown: "#VALUE!",
    meaning:
      "同じ名が複数あり、一つに決まりません。エラーの説明にある候補のうち、番号など一つに決まる書き方にしてください。",
  },
  unknownKey: {
    shown: "#N/A",
    meaning: "その番号や名は計画にありません。エラーの説明に、近い名が出ます。",
  },
  unknownPlan: {
    shown: "#N/A",
    meaning:
      "その名の計画がないか、ブックに計画が読み込まれていません。エラーの説明に、使える計画の名が出ます。",
  },
  table: {
    shown: "#VALUE!",
    meaning:
      "計画の範囲に見出し行がないか、空白が 0 として届いています。見出し行を含む表全体か、読み込み時に付いた名前を指定してください。",
  },
  absence: {
    shown: "未入力・対象外・判定不能",
    meaning:
      "エラーではなく、まだ実績がない（未入力）、測定しない年度である（対象外）、目標や方向がなく計算できない（判定不能）ことを示す文字です。SUM や AVERAGE では数えられません。",
  },
  spill: {
    shown: "#SPILL!",
    meaning: "書き出す先に値があるか、テーブルの中です。空いている場所に置いてください。",
  },
} as const;

const { unknownKey, ambiguous, blank, year, unknownPlan, table, spill, absence } = errorMeanings;

/** What can be wrong with a key. */
export const keyErrors = [unknownKey, ambiguous, blank];

/** What can be wrong with the plan a key is looked up in. */
export const planErrors = [unknownPlan, table];

/** What can be wrong where something of a plan is looked up for a year. */
export const lookUpErrors = [...keyErrors, year, ...planErrors];

/** What can be wrong where a whole table of a plan is written out. */
export const spillErrors = [spill, year, ...planErrors, absence];
