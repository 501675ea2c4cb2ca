/** 点検 of 財政指標: values that reach a statutory line. */

import { linesReached } from "../fiscal/lines";
import { ratioOfIndicator } from "../fiscal/names";
import type { Target } from "../target";
import { formatYear } from "../year";
import { placeOfIndicator } from "./place";
import type { Rule, Slip } from "./rule";

export const statutory: Rule[] = [
  {
    id: "statutory-line",
    title: "法定の基準に達している",
    severity: "warning",
    sentence:
      "健全化判断比率などが、早期健全化・財政再生・経営健全化・起債許可の基準に達していれば知らせます。",
    remedy: "値を確かめてください。正しい値なら、必要な手続きを確かめ、理由を付けて了承してください。",
    mendable: false,
    about: "indicator",
    find({ indicator, branch, baseline, targets, actuals }) {
      if (!/比率/.test(indicator.name)) return null;
      const ratio = ratioOfIndicator(indicator.name);
      if (ratio === null) return null;
      const values: { at: string; kind: string; year: number | null; value: Target }[] = [
        { at: "基準値", kind: "baseline", year: indicator.baseline?.year ?? null, value: baseline },
        ...targets.map(({ year, value }) => ({
          at: `${formatYear(year)}の目標値`,
          kind: "target",
          year,
          value,
        })),
        ...actuals.map(({ year, value }) => ({
          at: `${formatYear(year)}の実績値`,
          kind: "actual",
          year,
          value,
        })),
      ];
      return values.flatMap(({ at, kind, year, value }): Slip[] => {
        const reached = linesReached(ratio.name, value);
        if (reached.length === 0) return [];
        const lines = reached.map(({ line, printed }) => `${line}の基準（${printed}％）`).join("、");
        return [
          {
            node: indicator.node,
            indicator: indicator.id,
            year,
            detail: kind,
            message: `${placeOfIndicator(indicator, branch)}の${at}${value.printed}は、${lines}に達しています。`,
            severity: kind === "baseline" ? "note" : "warning",
            under: [indicator.name, value.printed],
          },
        ];
      });
    },
  },
];
