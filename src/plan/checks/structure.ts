/** 点検 of the tree itself: parents that do not exist, ids used twice, levels nobody declared, 再掲 of nothing. */

import { listed, placeOfNode } from "./place";
import type { Rule, Slip } from "./rule";

export const structure: Rule[] = [
  {
    id: "id-twice",
    title: "IDが重なる",
    severity: "error",
    sentence: "IDは、計画の中で一度だけ使います。",
    remedy: "行を複写したときは、複写した行のIDを消してください。新しいIDが付きます。",
    mendable: false,
    about: "plan",
    find({ tree, readings }) {
      const nodes = tree.doubles.map((node, at) => ({
        node: node.id,
        indicator: null,
        year: null,
        detail: `見出し${at}`,
        message: `ID「${node.id}」が${placeOfNode(node)}と${placeOfNode(tree.byId.get(node.id)?.node ?? node)}に重なっています。`,
        under: [node.id, node.name],
      }));
      const seen = new Map<string, string>();
      const indicators: Slip[] = [];
      for (const [at, { indicator }] of readings.entries()) {
        const earlier = seen.get(indicator.id);
        if (earlier === undefined) {
          seen.set(indicator.id, indicator.name);
          continue;
        }
        indicators.push({
          node: indicator.node,
          indicator: indicator.id,
          year: null,
          detail: `指標${at}`,
          message: `ID「${indicator.id}」が指標「${earlier}」と「${indicator.name}」に重なっています。`,
          under: [indicator.id, indicator.name],
        });
      }
      return [...nodes, ...indicators];
    },
  },
  {
    id: "orphan",
    title: "上の見出しがない",
    severity: "error",
    sentence: "見出しと取組項目の上には、一つ上の階層の見出しがあります。指標と評価は、取組項目に付きます。",
    remedy: "上の見出しを入れるか、正しい見出しの下に移してください。",
    mendable: false,
    about: "plan",
    find({ tree }) {
      const nodes = tree.cut.map((node) => ({
        node: node.id,
        indicator: null,
        year: null,
        message: tree.byId.has(node.parent ?? "")
          ? `${placeOfNode(node)}の上の見出しをたどると、自分に戻ってしまいます。`
          : `${placeOfNode(node)}の上の見出し（ID ${node.parent ?? ""}）がありません。`,
        under: [node.id, node.parent],
      }));
      const indicators = tree.strayIndicators.map((indicator) => ({
        node: null,
        indicator: indicator.id,
        year: null,
        message: `指標「${indicator.name}」（ID ${indicator.id}）の付く取組項目（ID ${indicator.node}）がありません。`,
        remedy: "取組項目の行を戻すか、指標を正しい取組項目に付けてください。",
        under: [indicator.id, indicator.node],
      }));
      const assessments = tree.strayAssessments.map((assessment, at) => ({
        node: null,
        indicator: null,
        year: null,
        detail: `評価${at}`,
        message: `${at + 1}番目の評価の付く取組項目（ID ${assessment.node}）がありません。`,
        remedy: "取組項目の行を戻すか、評価を正しい取組項目に付けてください。",
        under: assessment.node,
      }));
      return [...nodes, ...indicators, ...assessments];
    },
  },
  {
    id: "level-wrong",
    title: "階層が合わない",
    severity: "error",
    sentence: "見出しの階層は計画の階層のどれかで、上の見出しより下の階層です。",
    remedy: "階層を直すか、正しい見出しの下に移してください。",
    mendable: false,
    about: "node",
    find({ node, parent }, { plan }) {
      const depth = plan.levels.indexOf(node.level);
      const above = parent === null ? -1 : plan.levels.indexOf(parent.node.level);
      if (depth > above && depth !== -1) return null;
      return {
        node: node.id,
        indicator: null,
        year: null,
        message:
          depth === -1
            ? `${placeOfNode(node)}の階層「${node.level}」は、この計画の階層（${listed(plan.levels)}）にありません。`
            : `${placeOfNode(node)}が、同じか下の階層の${parent === null ? "見出し" : placeOfNode(parent.node)}の下にあります。`,
        under: [node.level, parent?.node.level ?? null],
      };
    },
  },
  {
    id: "repeat-of-nothing",
    title: "再掲元がない",
    severity: "error",
    sentence: "再掲の元は、計画の中にある、再掲でない取組項目です。",
    remedy: "再掲元の列に、元の取組項目のIDを入れてください。",
    mendable: false,
    about: "node",
    find({ node }, { tree }) {
      if (node.sameAs === undefined) return null;
      const original = tree.byId.get(node.sameAs);
      if (original !== undefined && original.node.sameAs === undefined && node.sameAs !== node.id)
        return null;
      return {
        node: node.id,
        indicator: null,
        year: null,
        message:
          original === undefined
            ? `${placeOfNode(node)}の再掲元（ID ${node.sameAs}）がありません。`
            : node.sameAs === node.id
              ? `${placeOfNode(node)}の再掲元が自分になっています。`
              : `${placeOfNode(node)}の再掲元${placeOfNode(original.node)}が、それ自身も再掲です。`,
        under: [node.sameAs, original?.node.sameAs ?? null],
      };
    },
  },
];
