/** A bar for each heading, cut into its grades and states; every bar is all of its items, counts stand on it. */
import { AxisBottom } from "@visx/axis";
import { Group } from "@visx/group";
import { scaleLinear } from "@visx/scale";
import { Bar } from "@visx/shape";
import { useId } from "react";
import { useChartStyles } from "./chart-styles";
import { lookOf } from "./look";
import { LookPattern, patternId } from "./LookPatterns";
import {
  barHeight,
  letter,
  lineHeight,
  segmentsOf,
  stackedLayout,
  type StackedRow,
  swatch,
} from "./stacked-layout";
import { widthOf } from "./wrapped";

const ends: Readonly<Record<string, "start" | "end">> = { "0": "start", "100": "end" };

export default function StackedBars({
  rows,
  names,
  width,
  sentence,
}: {
  rows: readonly StackedRow[];
  names: readonly { name: string; grade: number | null }[];
  width: number;
  sentence: string;
}) {
  const styles = useChartStyles();
  const prefix = useId().replace(/\W/g, "");
  const fillOf = (name: string) =>
    `url(#${patternId(
      prefix,
      names.findIndex((each) => each.name === name),
    )})`;
  const { legend, rows: laid, axis, height } = stackedLayout(rows, names, width);
  const wide = width - 1;
  return (
    <svg
      className={styles.svg}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={sentence}
    >
      {names.map(({ name, grade }, at) => (
        <LookPattern key={name} id={patternId(prefix, at)} look={lookOf(name, grade)} />
      ))}
      {names.map(({ name }, at) => (
        <Group key={name} left={legend[at]?.x ?? 0} top={(legend[at]?.line ?? 0) * (lineHeight + 4)}>
          <rect className={styles.rim} width={swatch} height={12} y={2} fill={fillOf(name)} />
          <text className={styles.text} x={swatch + 4} y={12}>
            {name}
          </text>
        </Group>
      ))}
      {laid.map(({ row, lines, best, top, bar }) => (
        <Group key={row.key}>
          {lines.map((line, at) => (
            <text key={at} className={styles.text} x={0} y={top + at * lineHeight + 12}>
              {line}
            </text>
          ))}
          {segmentsOf(row, wide).map((segment) => (
            <Group key={segment.name}>
              <Bar
                className={styles.rim}
                x={segment.x + 0.5}
                y={bar}
                width={segment.width}
                height={barHeight}
                fill={fillOf(segment.name)}
              />
              {segment.width > widthOf(String(segment.count), letter) + 4 && (
                <text
                  className={styles.onBar}
                  x={segment.x + segment.width / 2}
                  y={bar + 16}
                  textAnchor="middle"
                >
                  {segment.count}
                </text>
              )}
            </Group>
          ))}
          {best.map((line, at) => (
            <text key={at} className={styles.faint} x={0} y={bar + barHeight + 13 + at * 14}>
              {line}
            </text>
          ))}
        </Group>
      ))}
      <AxisBottom
        top={axis}
        scale={scaleLinear({ domain: [0, 100], range: [0, wide] })}
        tickValues={[0, 50, 100]}
        tickLength={4}
        axisLineClassName={styles.grid}
        tickLineProps={{ className: styles.grid }}
        tickComponent={({ x, formattedValue = "" }) => (
          <text className={styles.faint} x={x} y={16} textAnchor={ends[formattedValue] ?? "middle"}>
            {formattedValue}%
          </text>
        )}
      />
    </svg>
  );
}
