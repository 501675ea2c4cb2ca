/** The parts of a package by what they are to one another, and what else is in it that is not taken over. */
import type { Limits } from "./limits";
import { FAULTS, FileFault, type ProblemList } from "./problems";
import type { Package } from "./unzip";
import { type Branch, childrenOf, readXml } from "./xml";

export interface Relation {
  readonly id: string;
  /** The last word of its type: `worksheet`. */
  readonly kind: string;
  readonly target: string;
  readonly external: boolean;
}

export interface Parts {
  relations(of: string): readonly Relation[];
  tree(part: string): Branch;
  bytes(part: string): Uint8Array;
  has(part: string): boolean;
}

const resolve = (from: string, target: string): string => {
  if (target.startsWith("/")) return target.slice(1);
  const steps = from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
};

export const partsOf = (file: Package, limits: Limits): Parts => {
  const bytes = (part: string): Uint8Array => {
    const found = file.read(part);
    if (!found) throw new FileFault(FAULTS.broken(part));
    return found;
  };
  const tree = (part: string): Branch => readXml(bytes(part), part, limits.depth);
  return {
    bytes,
    tree,
    has: (part) => file.has(part),
    relations: (of) => {
      const at = of.lastIndexOf("/") + 1;
      const name = `${of.slice(0, at)}_rels/${of.slice(at)}.rels`;
      if (!file.has(name)) return [];
      return childrenOf(tree(name), "Relationship").map(({ attributes }) => ({
        id: attributes.get("Id") ?? "",
        kind: (attributes.get("Type") ?? "").split("/").at(-1) ?? "",
        target: resolve(of, attributes.get("Target") ?? ""),
        external: attributes.get("TargetMode") === "External",
      }));
    },
  };
};

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

export const tellLeftBehind = (names: readonly string[], problems: ProblemList): void => {
  for (const [path, what, advice] of LEFT_BEHIND) {
    if (names.some((name) => path.test(name))) problems.add(what, "", advice);
  }
};
