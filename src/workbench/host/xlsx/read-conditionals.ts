/** A file's conditional formats, those of the newer part among them, the first in force first. */
import type { ConditionalFormat } from "../model/looks/conditional";
import type { Theme } from "./colors";
import { readRule } from "./conditional-from-file";
import { newerRules, otherHalfOf } from "./conditional-newer";
import type { ProblemList } from "./problems";
import type { Looks } from "./read-styles";
import { parseAreas } from "./references";
import { childrenOf, flagIn, numberIn, type Branch } from "./xml";

export interface ConditionalReading {
  readonly sheet: string;
  readonly theme: Theme;
  readonly looks: Looks;
  readonly problems: ProblemList;
  readonly takeId: (wanted: string | undefined) => string;
}

interface Found {
  readonly rule: Branch;
  readonly areas: string | undefined;
  readonly newer?: Branch | undefined;
  readonly look: Branch | undefined;
}

const rulesIn = (root: Branch): readonly Found[] => {
  const newer = newerRules(root);
  const halves = new Set<string>();
  const older = childrenOf(root, "conditionalFormatting").flatMap((group) =>
    childrenOf(group, "cfRule").map((rule): Found => {
      const id = otherHalfOf(rule);
      if (id !== undefined) halves.add(id);
      const half = newer.find((each) => each.id === id);
      return { rule, areas: group.attributes.get("sqref"), newer: half?.rule, look: undefined };
    }),
  );
  return [...older, ...newer.filter(({ id }) => !halves.has(id))];
};

export const readConditionals = (root: Branch, reading: ConditionalReading): readonly ConditionalFormat[] => {
  const { looks, problems, sheet, theme, takeId } = reading;
  const found: { readonly priority: number; readonly format: ConditionalFormat }[] = [];
  for (const { rule, areas: written, newer, look } of rulesIn(root)) {
    const areas = parseAreas(written);
    const read = readRule(rule, theme, newer);
    if (!read || areas.length === 0) {
      problems.add(
        "ここでは使えない条件付き書式",
        sheet,
        "外しました。必要なら Excel で開くか、設定し直してください。",
      );
      continue;
    }
    const style = look ? looks.ruleOf(look) : looks.rule(numberIn(rule, "dxfId"));
    found.push({
      priority: numberIn(rule, "priority") ?? 0,
      format: {
        id: takeId(undefined),
        areas,
        stopIfTrue: flagIn(rule, "stopIfTrue"),
        ...read,
        ...(style && Object.keys(style).length > 0 ? { style } : {}),
      },
    });
  }
  return found.sort((a, b) => a.priority - b.priority).map(({ format }) => format);
};
