/** 点検 of what an indicator says about itself: its name, unit, direction and baseline. */

import type { Target } from "../target";
import { placeOfIndicator, placeOfNode } from "./place";
import type { Rule } from "./rule";
import type { Reading } from "./survey";
import { familyOf, sameUnit, unitInside } from "./value";

export const definition: Rule[] = [
  {
    id: "name-missing",
    title: "名称がない",
    severity: "error",
    sentence: "見出し、取組項目、指標には名称が必要です。",
    remedy: "名称を入れてください。",
    mendable: false,
    about: "plan",
    find({ tree, readings }) {
      const nodes = tree.inOrder
        .filter(({ node }) => node.name.trim() === "")
        .map(({ node }) => ({
          node: node.id,
          indicator: null,
          year: null,
          message: `${placeOfNode(node)}（ID ${node.id}）に名称がありません。`,
          under: node.name,
        }));
      const indicators = readings
        .filter(({ indicator }) => indicator.name.trim() === "")
        .map(({ indicator, branch }) => ({
          node: indicator.node,
          indicator: indicator.id,
          year: null,
          message: `${placeOfIndicator(indicator, branch)}（ID ${indicator.id}）に指標の名称がありません。`,
          remedy: "「指標」の列に名称を入れてください。",
          under: indicator.name,
        }));
      return [...nodes, ...indicators];
    },
  },
  {
    id: "unit-missing",
    title: "単位がない",
    severity: "warning",
    sentence: "数値で測る指標には単位が必要です。",
    remedy: "「単位」の列に単位（人、件、％など）を入れてください。",
    mendable: true,
    about: "indicator",
    find(reading) {
      const { indicator, branch } = reading;
      if (indicator.unit !== null && indicator.unit.trim() !== "") return null;
      const values = quantities(reading);
      if (values.length === 0) return null;
      const inside = values.map(unitInside);
      const unit = inside.find((each) => each !== null) ?? null;
      const known = unit !== null && inside.every((each) => each === null || sameUnit(each, unit));
      return {
        node: indicator.node,
        indicator: indicator.id,
        year: null,
        message: `${placeOfIndicator(indicator, branch)}は数値で測りますが、単位がありません。`,
        under: [indicator.name, indicator.unit],
        ...(known && {
          remedy: `セルに書かれている「${unit}」を「単位」の列に入れてください。`,
          changes: [{ kind: "unit", indicator: indicator.id, before: indicator.unit, after: unit }],
        }),
      };
    },
  },
  {
    id: "direction-missing",
    title: "方向がない",
    severity: "warning",
    sentence: "数値で測る指標は、増やす・減らす・維持・範囲のどれかが分からないと判定できません。",
    remedy: "「方向」の列で、増やす・減らす・維持・範囲から選んでください。",
    mendable: false,
    about: "indicator",
    find(reading) {
      const { indicator, branch } = reading;
      if (indicator.direction !== null || quantities(reading).length === 0) return null;
      return {
        node: indicator.node,
        indicator: indicator.id,
        year: null,
        message: `${placeOfIndicator(indicator, branch)}に方向がなく、達成率を判定できません。`,
        under: [indicator.name, indicator.direction],
      };
    },
  },
  {
    id: "baseline-missing",
    title: "基準値がない",
    severity: "warning",
    sentence: "指標には基準値が必要です。新しく測り始める指標は「なし」または「－」とします。",
    remedy: "「基準値」の列に値を入れてください。まだ測っていない指標なら「－」を入れてください。",
    mendable: false,
    about: "indicator",
    find({ indicator, branch, baseline }, { plan }) {
      if (plan.expects.targets === "none") return null;
      const needed = indicator.method === "進捗率" || plan.expects.targets === "final";
      // A dash is printed on purpose, so there is nothing to mend; but somebody will wonder why there is no 進捗率.
      const dashed = baseline.kind === "notMeasured" && needed;
      if (baseline.kind !== "missing" && !dashed) return null;
      const place = placeOfIndicator(indicator, branch);
      return {
        node: indicator.node,
        indicator: indicator.id,
        year: indicator.baseline?.year ?? null,
        under: [indicator.name, indicator.baseline, indicator.method ?? null],
        ...(dashed
          ? {
              message: `${place}の基準値は「${baseline.printed}」で、進捗率は計算できません。`,
              remedy: "最初の実績が出たら、基準値にするかどうかを決めてください。",
              severity: "note",
            }
          : {
              message: `${place}に基準値がありません。`,
              severity: needed ? "warning" : "note",
            }),
      };
    },
  },
];

function quantities({ baseline, targets }: Reading): Target[] {
  const values = targets.map(({ value }) => value).filter((value) => familyOf(value) === "quantity");
  if (familyOf(baseline) === "quantity" && values.length > 0) values.push(baseline);
  return values.filter(({ kind }) => kind !== "comparison");
}
