/** The patterns of grades as SVG definitions, and the name by which a bar asks for its own. */
import { tokens } from "@fluentui/react-components";
import { PatternCircles, PatternLines } from "@visx/pattern";
import { type Look } from "./look";

export function patternId(prefix: string, at: number): string {
  return `${prefix}-${at}`;
}

/** A pale ground under the pattern keeps counts written on it readable. */
const ground = tokens.colorNeutralBackground1;

export function LookPattern({ id, look }: { id: string; look: Look }) {
  const { color, pattern } = look;
  const lines = { id, width: 6, height: 6, stroke: color, strokeWidth: 2, background: ground };
  switch (pattern) {
    case "solid":
      return <PatternLines {...lines} background={color} orientation={["horizontal"]} />;
    case "diagonal":
      return <PatternLines {...lines} orientation={["diagonal"]} />;
    case "vertical":
      return <PatternLines {...lines} orientation={["vertical"]} />;
    case "horizontal":
      return <PatternLines {...lines} strokeWidth={1} orientation={["horizontal"]} />;
    case "cross":
      return <PatternLines {...lines} strokeWidth={1.5} orientation={["diagonal", "diagonalRightToLeft"]} />;
    case "dots":
      return <PatternCircles id={id} width={6} height={6} radius={1.8} fill={color} background={ground} />;
    case "empty":
      return <PatternLines {...lines} strokeWidth={0} orientation={["horizontal"]} />;
  }
}
