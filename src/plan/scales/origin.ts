/** The sentence that stands beside a scale: which of its words and numbers no plan prints. */

import type { Scale, ScaleRule } from "./scale";

/** null where a plan prints everything. Shown wherever a grade of the scale shows. */
export function originNote({ rules }: Scale): string | null {
  const words = rules.filter(({ nameFrom }) => nameFrom === "アドイン").map(({ name }) => `「${name}」`);
  const numbers = rules.filter(({ numberFrom }) => numberFrom === "アドイン").flatMap(limitOf);
  const ours = [
    ...(words.length === 0 ? [] : [`評価の言葉${words.join("")}`]),
    ...(numbers.length === 0 ? [] : [`区切りの${numbers.join("、")}`]),
  ];
  if (ours.length === 0) return null;
  return `${ours.join("と")}は計画に印刷されたものではなく、アドインの既定か、このブックで入れたものです。設定シートの尺度で変えられます。`;
}

function limitOf({ bound, percent }: ScaleRule): string[] {
  return bound === null || percent === null ? [] : [`${percent} %${bound}`];
}
