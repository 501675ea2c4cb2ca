/** 点検 of 再掲 and of what looks like one: repeats that differ from their original, the same indicator twice. */

import type { Indicator } from "../plan";
import { departmentsOf, originalOf, type Branch } from "../tree";
import { listed, placeOfIndicator, placeOfNode } from "./place";
import type { CellChange, Rule, Slip } from "./rule";

export const repeats: Rule[] = [
  {
    id: "repeat-differs",
    title: "再掲が元と違う",
    severity: "warning",
    sentence: "再掲の名称と担当課は、再掲元と同じです。指標と実績は再掲元だけに置きます。",
    remedy: "再掲元に合わせてください。",
    mendable: true,
    about: "node",
    find(branch, { tree }) {
      const original = originalOf(branch, tree.byId);
      if (original === branch) return null;
      const { node } = branch;
      const differences: string[] = [];
      const changes: CellChange[] = [];
      if (plain(node.name) !== plain(original.node.name)) {
        differences.push(`名称が元の「${original.node.name}」と違います`);
        changes.push({ kind: "nodeName", node: node.id, before: node.name, after: original.node.name });
      }
      const own = departmentsOf(branch);
      const theirs = departmentsOf(original);
      if (own.length > 0 && !sameNames(own, theirs)) {
        differences.push(`担当課が「${own.join("、")}」で、元の「${theirs.join("、") || "なし"}」と違います`);
        if (theirs.length > 0)
          changes.push({ kind: "department", node: node.id, before: node.departments, after: theirs });
      }
      const hanging = branch.indicators.length + branch.assessments.length;
      if (hanging > 0) {
        const names = branch.indicators.map(({ name }) => name);
        differences.push(
          names.length > 0
            ? `再掲元とは別に指標（${listed(names)}）を持っています`
            : "再掲元とは別に評価を持っています",
        );
      }
      if (differences.length === 0) return null;
      return {
        node: node.id,
        indicator: branch.indicators[0]?.id ?? null,
        year: null,
        message: `${placeOfNode(node)}は${placeOfNode(original.node)}の再掲ですが、${differences.join("。また、")}。`,
        remedy:
          hanging > 0
            ? "同じ取組なら指標と評価を再掲元だけに置いてください。別の取組なら再掲をやめてください。"
            : "再掲元に合わせてください。別の取組なら再掲をやめてください。",
        // Two places to enter one actual: sooner or later they differ.
        severity: hanging > 0 ? "error" : "warning",
        under: [node.name, own, original.node.name, theirs, branch.indicators.map(({ id }) => id)],
        changes,
      };
    },
  },
  {
    id: "indicator-twice",
    title: "同じ指標が二つある",
    severity: "warning",
    sentence: "同じ取組項目の同じ指標は一度だけ書き、別の見出しの下では再掲にします。",
    remedy: "片方を再掲にするか、指標の名称で区別してください。",
    mendable: false,
    about: "plan",
    find({ tree }) {
      const byName = new Map<string, Branch[]>();
      for (const branch of tree.inOrder) {
        if (branch.indicators.length === 0) continue;
        const name = plain(branch.node.name);
        const there = byName.get(name);
        if (there === undefined) byName.set(name, [branch]);
        else there.push(branch);
      }
      // 公表回数（回） rightly belongs to many items; the same indicator under the same item name does not.
      const slips: Slip[] = [];
      for (const namesakes of byName.values()) slips.push(...twins(namesakes));
      return slips;
    },
  },
];

/** An indicator and the item it hangs on. */
interface Placed {
  indicator: Indicator;
  branch: Branch;
}

/** The indicators that items of one name have more than once. */
function twins(namesakes: readonly Branch[]): Slip[] {
  const [only] = namesakes;
  if (namesakes.length === 1 && only?.indicators.length === 1) return [];
  const slips: Slip[] = [];
  const first = new Map<string, Placed>();
  for (const branch of namesakes) {
    for (const indicator of branch.indicators) {
      if (indicator.name.trim() === "") continue;
      const key = `${plain(indicator.name)}\n${plain(indicator.unit ?? "")}`;
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, { indicator, branch });
      else slips.push(twice({ indicator, branch }, earlier));
    }
  }
  return slips;
}

function twice({ indicator, branch }: Placed, earlier: Placed): Slip {
  const here = placeOfIndicator(indicator, branch);
  const inOneItem = earlier.branch === branch;
  return {
    node: indicator.node,
    indicator: indicator.id,
    year: null,
    message: inOneItem
      ? `${here}が同じ取組に二つあります（ID ${earlier.indicator.id} と ${indicator.id}）。`
      : `${here}は、${placeOfIndicator(earlier.indicator, earlier.branch)}と同じ名称ですが、再掲になっていません。`,
    remedy: inOneItem
      ? "片方を消すか、指標の名称で区別してください。"
      : "同じ取組なら片方を再掲にしてください。別の取組なら名称で区別してください。",
    under: [indicator.name, indicator.unit, branch.node.name, earlier.indicator.id],
  };
}

function plain(text: string): string {
  // Most names are plain already, and folding costs more than looking.
  if (/^[\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff\d]*$/.test(text)) return text;
  return text.normalize("NFKC").replace(/\s/g, "").toLowerCase();
}

function sameNames(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return false;
  const names = new Set(other.map(plain));
  return one.every((name) => names.has(plain(name)));
}
