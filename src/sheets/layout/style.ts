/** How the sheets look: one place for colours and widths. */

import type { Look } from "./sheet-spec";

export const headerLook: Look = {
  fill: "#1F4E79",
  color: "#FFFFFF",
  bold: true,
  wrap: true,
  horizontal: "Center",
  vertical: "Center",
};
/** Every other year, so that a year's four columns are seen as one. */
export const otherYearHeaderLook: Look = { ...headerLook, fill: "#2E75B6" };
export const entryHeaderLook: Look = { ...headerLook, fill: "#BF8F00" };
export const titleLook: Look = { bold: true, size: 16 };
export const sectionLook: Look = { bold: true, size: 12 };
export const hintLook: Look = { color: "#595959" };
export const bodyLook: Look = { wrap: true, vertical: "Top" };
/** The cells to be filled in. */
export const entryLook: Look = { fill: "#FFF8E1" };
/** An actual that is still to come. */
export const awaitedColors = { fill: "#FFE699", color: "#7F6000" };
/** The row of an item without an indicator: there is no actual to be entered. */
export const nothingToEnterColors = { fill: "#FFFFFF", color: "#000000" };
/** A 再掲 row: shown, not for input. */
export const mirrorLook: Look = { fill: "#E7E6E6", color: "#7F7F7F", italic: true };
/** A row an update left behind: in front of every other colour. */
export const retiredColors = { fill: "#D9D9D9", color: "#595959" };
export const computedLook: Look = { horizontal: "Right", vertical: "Top" };
/** Of a line in a computed table: on one height with its numbers. */
export const nameLook: Look = { vertical: "Top" };
/** For formulas only: wrapped it would make every row as high as the screen. */
export const copyLook: Look = { wrap: false, color: "#A6A6A6" };

/** Points of a title of 16, and of a header in two lines beside its filter button. */
export const TITLE_HEIGHT = 27;
export const HEADER_HEIGHT = 38;

/** Thin lines, no bands: the cells to be filled in are the only coloured ones. */
export const TABLE_STYLE = "TableStyleLight16";

/** Words of grades with their colours, dark text on light ground: readable in print and by people who see no red. */
export const gradeColors: Record<string, { fill: string; color: string }> = {
  目標達成: { fill: "#C6E0B4", color: "#1E4620" },
  概ね達成: { fill: "#DDEBF7", color: "#1F3864" },
  やや遅れている: { fill: "#FFE699", color: "#5F4700" },
  大幅に遅れている: { fill: "#F8CBAD", color: "#7B1F00" },
  未入力: { fill: "#FFF2CC", color: "#7F6000" },
};
/** Of charts, best first: strong enough for thin slices, told apart in grey print by their order. */
export const chartColors: readonly string[] = ["#107C10", "#0078D4", "#EAA300", "#D13438", "#C239B3"];
export const ladderColors: readonly { fill: string; color: string }[] = [
  { fill: "#C6E0B4", color: "#1E4620" },
  { fill: "#DDEBF7", color: "#1F3864" },
  { fill: "#FFF2CC", color: "#5F4700" },
  { fill: "#FFE699", color: "#5F4700" },
  { fill: "#F8CBAD", color: "#7B1F00" },
];
