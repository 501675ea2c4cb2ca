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
    reliedOnBy: "layout/plan-formulas.ts：足した行の達成率が空になる",
    check: "列に数式を書き、表の下の行に値を入れ、足された行の formulas を読む。",
  },
  {
    id: "held-column-is-not-filled",
    fact: "ほかに値のある列へ一つだけ数式を書いても、列全体には広がらず、集計列にもならない。",
    reliedOnBy:
      "layout/plan-formulas.ts、excel/update/held-columns.ts、excel/repair.ts：再掲の数式が実績の列に広がる",
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
    id: "renamed-in-the-request-that-added-it",
    fact: "シートを足し、見えなくし、名前を変えることは一つの要求ででき、その要求の中で、新しい名前で見つかる。",
    reliedOnBy: "excel/half-made.ts：足しただけのシートを名前で見分ける",
    check: "一つの要求でシートを足して名前を変え、新しい名前でセルに書き、二つの名前のシートがあるかを読む。",
  },
  {
    id: "look-before-writing-in-one-request",
    fact: "同じ要求の中で、書き込む前に load したセルは、書き込む前の中身を答える。要求が後で失敗しても答える。",
    reliedOnBy: "excel/update/looks.ts：更新の間際に打ち込まれた言葉が分かる",
    check:
      "値のあるセルの values を load し、同じ要求で別の値を書き、存在しないシートを参照して、答えた値を読む。",
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
    reliedOnBy: "layout/plan-folding.ts",
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
    reliedOnBy: "excel/update/new-rows.ts、new-columns.ts",
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
    id: "hidden-column-is-calculated",
    fact: "隠した列（再掲用）の数式も計算され、別の行の INDEX から読める。表の見出しの列は隠れていても並べ替え・追加に従う。",
    reliedOnBy: "layout/plan-folding.ts、formulas.ts copyFormula：再掲の行が空になる",
    check: "数式の列を columnHidden にした表を並べ替え、その列を INDEX で読む数式の値を見る。",
  },
  {
    id: "columns-fold-by-hiding",
    fact: "group したあとで columnHidden を true にした列は、閉じたアウトラインとして［＋］で開ける。列を開いても行の高さと値は変わらない。",
    reliedOnBy: "layout/plan-folding.ts、excel/show.ts：隠れた年度が開けない",
    check: "三列を group して隠し、showOutlineLevels(0, 2) のあと columnHidden を読む。",
  },
  {
    id: "autofit-ignores-hidden-columns",
    fact: "autofitRows は折り返した文字に合わせて高くする。隠れた列の文字で高くなることはあっても、見えている文字が切れることはない。",
    reliedOnBy: "excel/draw.ts fitRows：名前が途中で切れる",
    check: "折り返した長い文字の列と、隠した列のある行を autofitRows して rowHeight を読む。",
  },
  {
    id: "sixty-letter-pieces",
    fact: "数式の長さは 8,192 文字、結果は 32,767 文字まで。& で数をつなぐと 15 桁の数字になり、VALUE で同じ数に戻る。",
    reliedOnBy:
      "formulas.ts copyFormula、mirrorFormula：再掲の数がずれる（年度が多い計画では数式が長くなる）",
    check: "0.1+0.2 と 123456789012345 を LEFT(値&REPT(…)) で写し、VALUE した値と比べる。",
  },
  {
    id: "blank-arrives-as-null",
    fact: 'ユーザー定義関数に、省いた引数は null、空白のセルは "" か null（古い Excel では 0）で届く。行列の引数では省略が null、空白のセルが [[…]] になる。',
    reliedOnBy: "formulas.ts guarded、functions：未入力と 0 の区別",
    check: "受け取ったものをそのまま言葉にして返す関数に、空のセル・省略・空白を含む範囲を渡す。",
  },
  {
    id: "null-leaves-cells-alone",
    fact: "values・formulas・numberFormat の行列の中の null は、そのセルを変えない。",
    reliedOnBy: "excel/update/cells.ts、layout/record-sheets.ts：利用者の列が消える",
    check: "値のある三つのセルに [[1, null, 3]] を書き、中央を読む。",
  },
  {
    id: "text-in-list-validation",
    fact: "入力規則のリストに「ア,イ」のような文字列を渡すとドロップダウンになり、strict でないリストは別の言葉も入力できる。",
    reliedOnBy: "excel/draw.ts validate：判定・区切りの入力",
    check: "リストの規則を付けたセルに、一覧にない言葉を手で入力する（手で確かめる）。",
  },
  {
    id: "chart-keeps-its-cells",
    fact: "言葉と数で作った図は、その言葉のセルが数式に変わっても系列と項目の名前を追う。",
    reliedOnBy: "layout/summary-computed.ts：凡例が系列1 になる",
    check: "三行二列の図を作り、左の列を数式に変え、系列の名前を読む。",
  },
  {
    id: "chart-reads-fresh-formulas",
    fact: "計算を止めた要求の中で数式を書いて図を作っても、図はその数式の結果を系列の名前に取る。",
    reliedOnBy: "excel/load.ts：集計の図の凡例が空になる",
    check: "suspendApiCalculationUntilNextSync のあと、同じ要求で数式を書いて図を作り、系列の名前を読む。",
  },
  {
    id: "fresh-chart-takes-colors",
    fact: "作ったばかりの図の系列と点に、同じ要求で色を付けられる。点は、値が 0 や空白でも項目の数だけある。",
    reliedOnBy: "excel/draw.ts colorGrades：集計の読み込みが失敗する",
    check: "0 と空白のあるドーナツと積み上げ棒を作り、同じ要求で点と系列に色を付け、点と系列の数を読む。",
  },
  {
    id: "converted-formulas-are-fixed",
    fact: "convertToRange で構造化参照は固定の番地に変わり、名前の数式の 表[#All] も番地に変わる。",
    reliedOnBy: "excel/repair.ts：戻した表の数式が行に付いていかない",
    check: "表を convertToRange し、達成率の列の formulas と名前の formula を読む。",
  },
  {
    id: "very-hidden-survives-save",
    fact: "hidden のシート（控え）の表と、名前・入力規則・条件付き書式は、保存して開き直しても残る。",
    reliedOnBy: "excel/survey.ts：控えが読めない",
    check: "読み込んだブックを保存して開き直し、計画を読む（手で確かめる）。",
  },
  {
    id: "delay-for-cell-edit",
    fact: "delayForCellEdit の要求は、セルの編集が終わるまで待って行われる。",
    reliedOnBy: "excel/connection.ts：編集中の操作",
    check: "セルを編集したままで作業ウィンドウから読み込む（手で確かめる）。",
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
  {
    id: "drawings-in-files",
    fact: "ワークベンチが .xlsx に書いたグラフ・図形・画像・コメント・メモ・リンク・改ページを、Excel は修復の断りなしに、同じ形で開く。",
    reliedOnBy: "ワークベンチの .xlsx の書き込み：開くときに修復され、グラフやコメントが消える",
    check:
      "集計のグラフ、図形、返信のあるコメントを入れて保存した .xlsx を Excel で開き、修復の断りが出ないことと見た目を確かめる（手で確かめる）。",
  },
] as const satisfies readonly Assumption[];

export type AssumptionId = (typeof ASSUMPTIONS)[number]["id"];
