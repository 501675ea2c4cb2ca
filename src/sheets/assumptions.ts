/** What the code relies on about the real Excel and nobody here could prove: for the self-test inside Excel to check. */

export interface Assumption {
  id: string;
  /** What is taken to be so. */
  fact: string;
  /** What would go wrong otherwise, and which file relies on it. */
  reliedOnBy: string;
  /** How the self-test finds out, in a new workbook. */
  check: string;
}

export const ASSUMPTIONS = [
  {
    id: "text-format-keeps-words",
    fact: "書式 @ のセルに values で書いた =・+・-・@・タブで始まる文字列は、その文字列のまま入る。",
    reliedOnBy: "excel/draw.ts：計画の言葉が数式になる",
    check: "A1 を @ にして「=1+1」を values で書き、values と formulas を読む。",
  },
  {
    id: "text-format-keeps-quote",
    fact: "書式 @ のセルに書いた引用符（'）で始まる文字列は、引用符を失わない。",
    reliedOnBy: "excel/draw.ts：先頭の引用符が消える",
    check: "A1 を @ にして「'あ」を values で書き、values を読む。",
  },
  {
    id: "one-formula-for-a-range",
    fact: "formulas と numberFormat に一つの値を渡すと、範囲のすべてのセルに入る。",
    reliedOnBy: "excel/draw.ts：達成率・評価の列が一行目だけになる",
    check: "表の列の DataBodyRange に一つの数式を渡し、最後の行の formulas を読む。",
  },
  {
    id: "whole-column-formula-is-calculated-column",
    fact: "列全体に同じ数式を書くと集計列になり、あとで足した行にも数式が入る。",
    reliedOnBy: "layout/plan-sheet.ts：足した行の達成率が空になる",
    check: "列に数式を書き、表の下の行に値を入れ、足された行の formulas を読む。",
  },
  {
    id: "held-column-is-not-filled",
    fact: "ほかに値のある列へ一つだけ数式を書いても、列全体には広がらず、集計列にもならない。",
    reliedOnBy: "layout/plan-sheet.ts、excel/reload.ts：再掲の数式が実績の列に広がる",
    check: "空の列の一つのセルに空白（' '）を置き、別のセルに数式を書き、残りのセルを読む。",
  },
  {
    id: "name-of-spread-table",
    fact: '名前に =IF(表[#All]="","",表[#All]) を定義でき、見出し行を含む表全体が関数に渡る。空白のセルは "" で届く。',
    reliedOnBy: "formulas.ts planNameFormula：加須市 が使えない",
    check: "名前を定義し、ROWS(名前) と ISTEXT(INDEX(名前,2,空の列)) を計算する。",
  },
  {
    id: "isblank-guards",
    fact: "ISBLANK([@[列]]) は入力のないセルで TRUE、0 で FALSE になる。",
    reliedOnBy: "formulas.ts guarded：未入力と 0 の区別",
    check: "空のセルと 0 のセルで同じ数式を計算する。",
  },
  {
    id: "header-in-structured-reference",
    fact: "空白や括弧を含む見出しを [@[目標値 令和3年度]] のように参照でき、[ ] # ' @ は ' で逃がす。",
    reliedOnBy: "formulas.ts bracketed",
    check: "見出しにこれらの記号を含む表で数式を書き、#NAME? にならないことを見る。",
  },
  {
    id: "very-hidden-sheet-can-be-filled",
    fact: "veryHidden のシートにも、値・表・書式・グループ・印刷設定を書ける。",
    reliedOnBy: "excel/load.ts：見えないところで作ってから表示する",
    check: "veryHidden のシートに表を作り、表示して読む。",
  },
  {
    id: "hidden-sheet-can-be-deleted",
    fact: "hidden にしたシートは delete できる。",
    reliedOnBy: "excel/roll-back.ts",
    check: "veryHidden → hidden → delete の順に一つの要求で行う。",
  },
  {
    id: "failed-request-stops-at-action",
    fact: "要求の途中で失敗すると、それより前の操作は残り、後の操作は行われない。",
    reliedOnBy: "excel/roll-back.ts：戻すべきもの",
    check: "値を書いたあと存在しないシートを参照し、さらに値を書く要求を送る。",
  },
  {
    id: "sort-moves-formats",
    fact: "並べ替えでセルの塗り・表示形式は行とともに動き、入力規則と条件付き書式は動かない。",
    reliedOnBy: "layout/plan-sheet.ts：再掲の灰色、実績の色",
    check: "一行だけ塗った表を並べ替え、塗りの位置を読む。",
  },
  {
    id: "adjacent-groups-stay-apart",
    fact: "間に一列あけたアウトラインのグループは別々に閉じられる。",
    reliedOnBy: "layout/plan-sheet.ts groupsOf",
    check: "二つのグループを作り、一方の列を隠す。",
  },
  {
    id: "set-dirty-recalculates",
    fact: "setDirty のあとの calculate(recalculate) で、そのセルのユーザー定義関数がもう一度呼ばれ、元に戻す操作は消えない。",
    reliedOnBy: "excel/recalculate.ts",
    check: "呼ばれた回数を返す関数のセルを setDirty して値を読む。",
  },
  {
    id: "resize-moves-nothing",
    fact: "Table.resize は表の外のセルを動かさず、表に入った空のセルは空のままである（集計列を除く）。",
    reliedOnBy: "excel/reload.ts",
    check: "下に値のある表を、間の空行まで広げて読む。",
  },
  {
    id: "undo-after-merged-insert",
    fact: "mergeUndoGroup の中の values・numberFormat の書き込みは、一回の「元に戻す」で戻る。",
    reliedOnBy: "excel/insert.ts",
    check: "挿入のあと利用者が「元に戻す」を押し、範囲を読む（手で確かめる）。",
  },
  {
    id: "table-events-for-all-tables",
    fact: "workbook.tables.onChanged は、登録したあとに作られた表の変更でも起きる。",
    reliedOnBy: "excel/watch.ts",
    check: "登録してから表を作り、一つのセルを書く。",
  },
  {
    id: "inserted-names-follow",
    fact: "insertWorksheetsFromBase64 で入れたシートの表・名前・構造化参照は、そのまま働く。ブックの名前も付いてくる。表の名前が重なれば、末尾に番号が付く。",
    reliedOnBy: "excel/foreign-sheets.ts、excel/brought.ts：取り込んだ計画を名前で使えない",
    check: "表と名前のあるブックを base64 で二回入れ、tables と names の名前を読む。",
  },
  {
    id: "inserted-sheets-leave-nothing",
    fact: "入れたシートを削除すると、表とシートの名前も消え、付いてきたブックの名前だけが #REF! で残る。",
    reliedOnBy: "excel/foreign-sheets.ts removeForeign：読んだあとに何かが残る",
    check: "入れて削除し、worksheets・tables・names を前と比べる。",
  },
  {
    id: "sheet-properties-are-saved",
    fact: "Worksheet.customProperties は保存して開き直しても残る。",
    reliedOnBy: "excel/brought.ts：取り込み日とファイル名が分からなくなる",
    check: "一つ入れて保存し、開き直して読む（手で確かめる）。",
  },
  {
    id: "add-in-functions-in-files",
    fact: "保存したファイルの PLAN.RATE(…) は _xldudf_PLAN_RATE(…) で、計算した値も残り、アドインのある Excel で開けば PLAN.RATE(…) に戻る。",
    reliedOnBy: "ワークベンチの .xlsx の読み書き、excel/file-plans.ts",
    check:
      "PLAN の数式を書いて保存し、ファイルの sheet1.xml を見る（手で確かめる）。ワークベンチで保存した .xlsx を開く。",
  },
  {
    id: "array-mark-in-files",
    fact: 'ファイルの中でスピルする数式は t="array" と cm="1"（XLDAPR）であり、そう書いた数式は中かっこも @ も付かずに開く。',
    reliedOnBy: "ワークベンチの .xlsx の書き込み",
    check:
      "ワークベンチで =FILTER(…) と =PLAN.TABLE(…) を保存した .xlsx を開き、数式を読む（手で確かめる）。",
  },
] as const satisfies readonly Assumption[];

export type AssumptionId = (typeof ASSUMPTIONS)[number]["id"];
