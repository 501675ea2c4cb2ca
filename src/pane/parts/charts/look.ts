/** How a grade looks in a chart: a colour and a pattern, so that it can be told apart without the colour. */
import { tokens } from "@fluentui/react-components";

export type PatternKind = "solid" | "diagonal" | "dots" | "vertical" | "cross" | "horizontal" | "empty";

export interface Look {
  color: string;
  pattern: PatternKind;
}

/** Best first; a scale with more grades begins again with another pattern. */
const grades: readonly Look[] = [
  { color: tokens.colorPaletteGreenBackground3, pattern: "solid" },
  { color: tokens.colorPaletteBlueBorderActive, pattern: "diagonal" },
  { color: tokens.colorPaletteMarigoldBackground3, pattern: "dots" },
  { color: tokens.colorPaletteRedBackground3, pattern: "vertical" },
  { color: tokens.colorPaletteBerryBackground3, pattern: "cross" },
];

const states: Readonly<Record<string, Look>> = {
  未入力: { color: tokens.colorNeutralForeground3, pattern: "empty" },
  対象外: { color: tokens.colorNeutralBackground6, pattern: "solid" },
  判定不能: { color: tokens.colorNeutralForeground3, pattern: "horizontal" },
};

const unknown: Look = { color: tokens.colorNeutralForeground3, pattern: "empty" };

export function lookOf(name: string, grade: number | null): Look {
  if (grade === null) return states[name] ?? unknown;
  return grades[grade % grades.length] ?? unknown;
}
