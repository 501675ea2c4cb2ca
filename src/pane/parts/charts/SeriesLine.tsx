/** An indicator's line: baseline dotted with a diamond, targets dashed with squares, actuals solid with dots, every value written beside. */
import { AxisBottom } from "@visx/axis";
import { Group } from "@visx/group";
import { scaleLinear, scalePoint } from "@visx/scale";
import { LinePath } from "@visx/shape";
import { useChartStyles } from "./chart-styles";
import { flowed, widthOf } from "./wrapped";

export interface LinePoint {
  label: string;
  target: { value: number | null; text: string };
  actual: { value: number | null; text: string };
}

/** A line or limit that the values are held against, such as 早期健全化基準. */
export interface LimitLine {
  name: string;
  value: number;
}

type Mark = "target" | "actual" | "baseline";

const plot = 150;
const top = 34;

export default function SeriesLine({
  points,
  baseline,
  limits = [],
  width,
  sentence,
}: {
  points: readonly LinePoint[];
  baseline: { label: string; value: number | null; text: string } | null;
  limits?: readonly LimitLine[];
  width: number;
  sentence: string;
}) {
  const styles = useChartStyles();
  const first = baseline === null ? [] : ["基準"];
  const x = scalePoint({
    domain: [...first, ...points.map(({ label }) => label)],
    range: [0, width],
    padding: 0.5,
  });
  const values = [
    baseline?.value ?? null,
    ...limits.map(({ value }) => value),
    ...points.flatMap(({ target, actual }) => [target.value, actual.value]),
  ].filter((value): value is number => value !== null);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = (high - low || Math.abs(high) || 1) * 0.18;
  const y = scaleLinear({ domain: [low - room, high + room], range: [plot, 0] });
  const at = (label: string): number => x(label) ?? 0;
  const drawn = (of: "target" | "actual") =>
    points.flatMap((point) => {
      const { value, text } = point[of];
      return value === null ? [] : [{ x: at(point.label), y: y(value), text, label: point.label, value }];
    });
  const targets = drawn("target");
  const actuals = drawn("actual");
  const legend: { name: string; mark: Mark }[] = [
    ...(baseline?.value == null ? [] : [{ name: "基準値", mark: "baseline" as const }]),
    { name: "目標値", mark: "target" },
    { name: "実績値", mark: "actual" },
  ];
  const items = flowed(
    legend.map(({ name }) => 36 + widthOf(name, 12)),
    width,
    10,
  );
  const height = top + plot + 44;
  // Above a point unless the other line passes there.
  const above = (value: number, other: number | undefined): boolean => other === undefined || value >= other;

  return (
    <svg
      className={styles.svg}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={sentence}
    >
      {legend.map(({ name, mark }, index) => (
        <Group key={name} left={items.places[index]?.x ?? 0} top={8}>
          <line className={styles[mark]} x1={0} x2={26} y1={0} y2={0} strokeDasharray={dashes[mark]} />
          <Marker mark={mark} x={13} y={0} />
          <text className={styles.text} x={32} y={4}>
            {name}
          </text>
        </Group>
      ))}
      <Group top={top}>
        {limits.map(({ name, value }) => (
          <Group key={name}>
            <line
              className={styles.baseline}
              x1={0}
              x2={width}
              y1={y(value)}
              y2={y(value)}
              strokeDasharray="8 3 2 3"
            />
            <text className={styles.faint} x={width} y={y(value) - 3} textAnchor="end">
              {name} {value}
            </text>
          </Group>
        ))}
        {baseline?.value != null && (
          <>
            <line
              className={styles.baseline}
              x1={at("基準")}
              x2={width}
              y1={y(baseline.value)}
              y2={y(baseline.value)}
              strokeDasharray={dashes.baseline}
            />
            <Marker mark="baseline" x={at("基準")} y={y(baseline.value)} />
            <text className={styles.onBar} x={at("基準")} y={y(baseline.value) - 8} textAnchor="middle">
              {baseline.text}
            </text>
          </>
        )}
        <LinePath
          className={`${styles.target} ${styles.path}`}
          style={{ fill: "none" }}
          data={targets}
          x={(point) => point.x}
          y={(point) => point.y}
          strokeDasharray={dashes.target}
        />
        <LinePath
          className={`${styles.actual} ${styles.path}`}
          style={{ fill: "none" }}
          data={actuals}
          x={(point) => point.x}
          y={(point) => point.y}
        />
        {targets.map((point) => {
          const other = actuals.find(({ label }) => label === point.label);
          return (
            <Group key={point.label}>
              <Marker mark="target" x={point.x} y={point.y} />
              {other?.text !== point.text && (
                <text
                  className={styles.onBar}
                  x={point.x}
                  y={point.y + (above(point.value, other?.value) ? -8 : 18)}
                  textAnchor="middle"
                >
                  {point.text}
                </text>
              )}
            </Group>
          );
        })}
        {actuals.map((point) => {
          const other = targets.find(({ label }) => label === point.label);
          const over = other === undefined || point.value > other.value || point.text === other.text;
          return (
            <Group key={point.label}>
              <Marker mark="actual" x={point.x} y={point.y} />
              <text className={styles.onBar} x={point.x} y={point.y + (over ? -8 : 18)} textAnchor="middle">
                {point.text}
              </text>
            </Group>
          );
        })}
        <AxisBottom
          top={plot + 4}
          scale={x}
          tickLength={4}
          axisLineClassName={styles.grid}
          tickLineProps={{ className: styles.grid }}
          tickComponent={({ x: left, formattedValue }) => (
            <text className={styles.faint} x={left} y={18} textAnchor="middle">
              {(formattedValue ?? "").replace("年度", "")}
            </text>
          )}
        />
      </Group>
    </svg>
  );
}

const dashes: Record<Mark, string> = { target: "6 4", actual: "none", baseline: "2 3" };

function Marker({ mark, x, y }: { mark: Mark; x: number; y: number }) {
  const styles = useChartStyles();
  switch (mark) {
    case "target":
      return <rect className={styles.target} x={x - 4} y={y - 4} width={8} height={8} />;
    case "actual":
      return <circle className={styles.actual} cx={x} cy={y} r={4} />;
    case "baseline":
      return <path className={styles.baseline} d={`M${x - 5},${y} l5,-5 l5,5 l-5,5 z`} />;
  }
}
