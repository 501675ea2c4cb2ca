/** Made-up plan books for the tests: blocks in the shapes real ones are printed in. */

export interface MadeUpItem {
  number: string;
  name: string;
  detail?: string;
  targets?: string;
  remark?: string;
  departments?: string;
}

export const yearsRow = "3 年度 4 年度 5 年度 6 年度 7 年度";

/** One block, with a blank line after every line, as a PDF leaves them. */
export function block({ number, name, detail, targets, remark, departments }: MadeUpItem): string {
  return [
    `取組項目-${number} ${name}  `,
    `取組内容 ${detail ?? "架空の取組を進めます。"}`,
    `目標値等 \n${targets ?? simpleTargets("講座の回数（回）", "10", "11 12 13 14 15")}`,
    ...(remark === undefined ? [] : [`備  考 ${remark}`]),
    `担 当 課 ${departments ?? "架空課"}`,
  ]
    .join("\n")
    .replaceAll("\n", "\n\n");
}

export function simpleTargets(name: string, baseline: string, values: string, years = yearsRow): string {
  return `${name}\n【令和元年度：${baseline}】\n${years}\n${values}`;
}

export const headings = `≪つながる力≫
１ ひろばの充実
（１） 広場づくり
広場をみんなで育てます。
① 広場の手入れ
手入れの輪を広げます。
`;

/** A small book: two views, three groups, a 再掲, items out of order. */
export const smallBook = [
  headings,
  block({ number: "1", name: "花だんの世話" }),
  block({ number: "3", name: "ベンチの補修", targets: simpleTargets("直した数（基）", "2", "3 4 5 6 7") }),
  block({ number: "２", name: "落ち葉の片付け", departments: "みどり課、くらし課" }),
  "≪支える力≫",
  "２ 窓口の改善",
  "（１） 受付の工夫",
  "① 案内の充実",
  block({ number: "4", name: "案内板の見直し" }),
  block({ number: "5", name: "花だんの世話 【再掲（-1）】" }),
].join("\n");
