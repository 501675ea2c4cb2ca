/** What every intention on the workbook answers: done, or one of a closed list of reasons with a sentence for a person. */

export type Answer<Done extends object = object> = ({ ok: true } & Done) | Refusal;

export interface Refusal {
  ok: false;
  reason: Reason;
  /** What happened, what was kept, what to do. */
  message: string;
  /** Cells, names or lines the sentence speaks of, where there are any. */
  detail?: readonly string[];
}

/** Each reason with its sentence. `detail` follows the sentence in the pane. */
const sentences = {
  noExcel: "Excel につながっていません。Excel（またはこのページの表計算）の中で開いてください。",
  olderExcel:
    "この Excel ではシートの作成に必要な機能が足りません（ExcelApi 1.13 以上が必要です）。Microsoft 365 または Office LTSC 2021 以降でお使いください。ブックは変更していません。",
  busy: "前の操作がまだ終わっていません。終わってからもう一度押してください。この操作では何も変更していません。",
  cellEditing:
    "セルが編集中のため操作できません。Enter か Esc で編集を終えてから、もう一度お試しください。何も変更していません。",
  protectedSheet:
    "保護されたシートがあるため書き込めません。［校閲］→［シート保護の解除］のあと、もう一度お試しください。入力は失われていません。",
  protectedWorkbook:
    "ブックの構造が保護されているため、シートを作成・削除できません。［校閲］→［ブックの保護］を解除してから、もう一度お試しください。何も変更していません。",
  alreadyLoaded: "この計画はすでに読み込まれています。新しい版に直すときは「更新」を使ってください。",
  notLoaded: "この計画はこのブックに見つかりません。先に計画を読み込んでください。",
  badPlan: "この計画はこのままではシートにできません。次の点を直してください。",
  tooLarge: "計画が大きすぎて Excel のシートに収まりません。計画を分けて読み込んでください。",
  nameTaken:
    "同じ名前の表・シート・名前がすでにあります。名前を変えてから、もう一度お試しください。何も変更していません。",
  occupied:
    "書き込み先に値や数式が入っているセルがあります。何も書き込んでいません。空いている場所を選んでください。",
  pointedAt:
    "取り込んだシートや表を直接指している数式があり、このまま進めると #REF! になります。数式を計画の名前（「加須市」など）や値に直してから、もう一度お試しください。何も変更していません。",
  changedMeanwhile:
    "確認していた間にシートの内容が変わりました（他の人の編集など）。何も変更していません。もう一度内容を確認してから進めてください。",
  newerFormat:
    "このブックは新しい版の計画アドインで作られています。アドインを更新してから開いてください。何も変更していません。",
  notReadable: "選んだ範囲を計画として読み取れません。見出し行と明細の行を含めて選んでください。",
  noSelection: "セルの範囲が一つ選ばれていません。連続した範囲を一つ選んでから、もう一度お試しください。",
  nothingToUndo: "元に戻せる操作がありません。",
  cannotUndo: "その後に内容が変わったセルがあるため、元に戻していません。該当のセルを確認してください。",
  cancelled: "中止しました。ブックは元のままです。",
  lostConnection:
    "Excel との通信が切れました。ブックを確認し、もう一度お試しください。途中まで書いたものは次に読み込むときに片付けます。",
  undone: "途中で失敗したため、ブックを元に戻しました。入力は失われていません。もう一度お試しください。",
  unfinished:
    "途中で失敗し、作りかけのものが残っています。入力は失われていません。もう一度同じ操作をすると、片付けてから続けます。",
} as const;

export type Reason = keyof typeof sentences;

export function refuse(
  reason: Reason,
  detail?: readonly string[],
  message: string = sentences[reason],
): Refusal {
  return { ok: false, reason, message, ...(detail === undefined || detail.length === 0 ? {} : { detail }) };
}

export function done<Done extends object>(value: Done): { ok: true } & Done {
  return { ok: true, ...value };
}
