/** What else is in a package that is not taken over, and what to tell of it. */
import type { Parts } from "./package-reader";
import type { ProblemList } from "./problems";

/** Parts that are left behind, by where they lie, and what to tell of them. */
const LEFT_BEHIND: readonly (readonly [path: RegExp, what: string, advice: string])[] = [
  [
    /vbaProject\.bin$|^xl\/macrosheets\//i,
    "マクロ",
    "安全のため外しました。シートの値と数式はそのままです。",
  ],
  [
    /^xl\/externalLinks\/externalLink/i,
    "ほかのブックやプログラム（DDE）へのリンク",
    "安全のため外しました。参照していたセルには、保存されていた値が入っています。",
  ],
  [
    /^xl\/connections\.xml$|^xl\/queryTables\//i,
    "外部データへの接続",
    "安全のため外しました。取り込み済みの値はそのままです。",
  ],
  [/^xl\/(?:activeX|ctrlProps)\//i, "コントロール（ボタンなど）", "安全のため外しました。"],
  [/^xl\/embeddings\//i, "埋め込まれたファイル", "安全のため外しました。"],
  [/^customUI\//i, "リボンの変更", "安全のため外しました。"],
  [/^xl\/pivotTables\//i, "ピボットテーブル", "表示されていた値だけを入れました。"],
  [/^xl\/charts\/chart/i, "グラフ", "入れませんでした。必要なら作り直してください。"],
  [/^xl\/media\/|^xl\/drawings\/drawing/i, "画像や図形", "入れませんでした。"],
  [
    /^xl\/(?:comments|threadedComments)/i,
    "メモとコメント",
    "入れませんでした。内容は元のファイルで確かめてください。",
  ],
  [/^xl\/(?:slicers|timelines)\//i, "スライサー", "入れませんでした。"],
  [/^xl\/(?:chartsheets|dialogsheets)\//i, "グラフシート", "入れませんでした。"],
];

/** What was read is told of, where it must be, by who read it. */
export const tellLeftBehind = (
  names: readonly string[],
  { wasRead }: Pick<Parts, "wasRead">,
  problems: ProblemList,
): void => {
  // Some programs list folders too.
  const rest = names.filter((name) => !wasRead(name) && !name.endsWith("/"));
  for (const [path, what, advice] of LEFT_BEHIND) {
    if (rest.some((name) => path.test(name))) problems.add(what, "", advice);
  }
};
