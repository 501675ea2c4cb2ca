/** Strokes and letters of the charts, from the theme, and from the system's colours in high contrast. */
import { makeStyles, tokens } from "@fluentui/react-components";

export const useChartStyles = makeStyles({
  svg: { display: "block", overflow: "visible", fontFamily: tokens.fontFamilyBase },
  text: {
    fill: tokens.colorNeutralForeground1,
    fontSize: "12px",
    "@media (forced-colors: active)": { fill: "CanvasText" },
  },
  faint: {
    fill: tokens.colorNeutralForeground2,
    fontSize: "11px",
    "@media (forced-colors: active)": { fill: "CanvasText" },
  },
  /** Letters on a pattern stand on a rim of the ground's colour. */
  onBar: {
    fill: tokens.colorNeutralForeground1,
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: "4px",
    strokeLinejoin: "round",
    paintOrder: "stroke",
    fontSize: "12px",
    fontWeight: 600,
    "@media (forced-colors: active)": { fill: "CanvasText", stroke: "Canvas" },
  },
  rim: {
    stroke: tokens.colorNeutralForeground2,
    strokeWidth: "1px",
    "@media (forced-colors: active)": { stroke: "CanvasText" },
  },
  grid: { stroke: tokens.colorNeutralStroke2, strokeWidth: "1px" },
  target: {
    stroke: tokens.colorNeutralForeground2,
    fill: tokens.colorNeutralBackground1,
    strokeWidth: "2px",
    "@media (forced-colors: active)": { stroke: "CanvasText", fill: "Canvas" },
  },
  actual: {
    stroke: tokens.colorBrandForeground1,
    fill: tokens.colorBrandForeground1,
    strokeWidth: "2px",
    "@media (forced-colors: active)": { stroke: "Highlight", fill: "Highlight" },
  },
  baseline: {
    stroke: tokens.colorNeutralForeground3,
    fill: tokens.colorNeutralForeground3,
    strokeWidth: "1.5px",
    "@media (forced-colors: active)": { stroke: "GrayText", fill: "GrayText" },
  },
  path: { fill: "none" },
});
