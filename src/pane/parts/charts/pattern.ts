/** Which pattern stands for a grade or a state, so that a bar can be read without its colour. */

export type PatternKind = "solid" | "diagonal" | "dots" | "vertical" | "cross" | "horizontal" | "empty";

/** Best first; a scale with more grades begins again, and the counts on the bars and the table tell them apart. */
const grades: readonly PatternKind[] = ["solid", "diagonal", "dots", "vertical", "cross"];

const states: Readonly<Record<string, PatternKind>> = {
  未入力: "empty",
  対象外: "solid",
  判定不能: "horizontal",
};

export function patternOf(name: string, grade: number | null): PatternKind {
  return (grade === null ? states[name] : grades[grade % grades.length]) ?? "empty";
}
