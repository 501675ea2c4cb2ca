/** How a grade looks in a chart: its pattern, and a colour of the theme. */
import { tokens } from "@fluentui/react-components";
import { type PatternKind, patternOf } from "./pattern";

export interface Look {
  color: string;
  pattern: PatternKind;
}

/** Best first. */
const grades: readonly string[] = [
  tokens.colorPaletteGreenBackground3,
  tokens.colorPaletteBlueBorderActive,
  tokens.colorPaletteMarigoldBackground3,
  tokens.colorPaletteRedBackground3,
  tokens.colorPaletteBerryBackground3,
];

export function lookOf(name: string, grade: number | null): Look {
  const pattern = patternOf(name, grade);
  if (grade !== null)
    return { pattern, color: grades[grade % grades.length] ?? tokens.colorNeutralForeground3 };
  return {
    pattern,
    color: pattern === "solid" ? tokens.colorNeutralBackground6 : tokens.colorNeutralForeground3,
  };
}
