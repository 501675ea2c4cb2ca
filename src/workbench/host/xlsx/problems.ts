/** What a file holds that is not taken over, and why a file is not opened at all: in sentences for whoever chose it. */

export interface Problem {
  /** What it is. */
  readonly what: string;
  /** Where in the workbook; "" for the workbook as a whole. */
  readonly where: string;
  /** What happened to it and what to do. */
  readonly advice: string;
}

export const sentence = ({ what, where, advice }: Problem): string =>
  `${where === "" ? "" : `${where}：`}${what}。${advice}`;

/** The file is not opened. */
export class FileFault extends Error {
  constructor(readonly reason: string) {
    super(reason);
  }
}

const ASK_TO_SAVE = "Excel で開き、「Excel ブック（.xlsx）」として保存し直してください。";

export const FAULTS = {
  tooLarge: (limit: number) =>
    `ファイルが大きすぎます（${Math.round(limit / 1024 / 1024)} MB まで）。要らないシートや画像を除いて保存し直してください。`,
  oldFormat: `古い形式（.xls）のブックです。${ASK_TO_SAVE}`,
  encrypted: "パスワードで暗号化されたブックです。Excel で暗号化を解除して保存し直してください。",
  binary: `バイナリ形式（.xlsb）のブックです。${ASK_TO_SAVE}`,
  notWorkbook: `Excel のブック（.xlsx）ではありません。${ASK_TO_SAVE}`,
  broken: (part: string) =>
    `ファイルが壊れています（${part}）。元のファイルをもう一度受け取るか、Excel で開いて修復し、保存し直してください。`,
  bomb: "展開すると異常に大きくなるファイルです。安全のため開きません。送り主に確かめてください。",
  tooManyParts: "中の部品が多すぎるファイルです。安全のため開きません。送り主に確かめてください。",
  dtd: (part: string) =>
    `Excel のブックにはない宣言（DTD）が入っています（${part}）。安全のため開きません。送り主に確かめてください。`,
  tooDeep: (part: string) =>
    `入れ子が深すぎる部品があります（${part}）。安全のため開きません。送り主に確かめてください。`,
  tooManySheets: (limit: number) =>
    `シートが多すぎます（${limit} 枚まで）。必要なシートだけのブックにして保存し直してください。`,
  tooManyCells: (limit: number) =>
    `セルが多すぎます（${limit.toLocaleString("ja-JP")} 個まで）。必要な範囲だけのブックにして保存し直してください。`,
} as const;

/** Problems of one kind are told once, with how often and the first place. */
export interface ProblemList {
  add(what: string, where: string, advice: string): void;
  all(): readonly Problem[];
}

export const createProblems = (): ProblemList => {
  const found = new Map<string, { readonly problem: Problem; count: number }>();
  return {
    add: (what, where, advice) => {
      const sheet = where.split("!")[0] ?? "";
      const key = `${what}\n${sheet}\n${advice}`;
      const known = found.get(key);
      if (known) known.count++;
      else found.set(key, { problem: { what, where, advice }, count: 1 });
    },
    all: () =>
      [...found.values()].map(({ problem, count }) =>
        count === 1 ? problem : { ...problem, where: `${problem.where} ほか ${count - 1} か所` },
      ),
  };
};
