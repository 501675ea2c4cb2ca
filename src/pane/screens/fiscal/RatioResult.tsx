/** What the parts come to, the lines it reaches, and the formula that goes into the sheet. */
import { Badge, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { linesReached } from "../../../plan/fiscal/fiscal";
import { useStore } from "../../state/use-store";
import { lineOptions, linesOf, undecided } from "./fiscal-rows";
import { fiscal } from "./fiscal-state";
import { InsertRatio } from "./InsertRatio";
import { isUntouched, type RatioInput, ratioOf } from "./ratio-input";
import { lineText } from "./words";

const useStyles = makeStyles({
  result: {
    display: "grid",
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingVerticalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  lines: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
});

export function RatioResult({ input }: { input: RatioInput }) {
  const styles = useStyles();
  const lineInputs = useStore(fiscal, (state) => state.lineInputs);
  const { ratio } = input;
  const untouched = isUntouched(input);
  const result = useMemo(() => ratioOf(input), [input]);
  if (untouched) return <Text>要素の金額を入力すると、比率がここに出ます。</Text>;
  if (result.kind === "state")
    return (
      <div className={styles.result} role="status">
        <Text weight="semibold">まだ計算できません</Text>
        <Text>{result.reason}</Text>
      </div>
    );
  const options = lineOptions(ratio, lineInputs);
  const reached = linesReached(ratio.name, result.printed, options);
  const lines = linesOf(ratio, options);
  const open = undecided(lines, result.printed);
  const { digits, how } = ratio.rounding;
  return (
    <>
      <div className={styles.result} role="status">
        <Text size={500} weight="semibold">
          {ratio.name} {result.printed}
          {result.printed === "－" ? "" : (result.unit ?? "")}
        </Text>
        <Text size={200}>
          小数{digits}桁まで（{how}）。端数処理の前は {exactText(result.exact)}
        </Text>
        {result.yearly !== undefined && (
          <Text size={200}>各年度：{result.yearly.map(exactText).join("、")}</Text>
        )}
        {result.printed === "－" && <Text size={200}>該当がないため、公表と同じ「－」で示します。</Text>}
        {lines.length > 0 && (
          <>
            <Text size={200}>法定の基準：{lines.map((line) => lineText(line, ratio.unit)).join("、")}</Text>
            <div className={styles.lines}>
              {reached.length === 0 && open.length === 0 ? (
                <Badge appearance="outline" color="success">
                  ○ どの基準にも達していません
                </Badge>
              ) : (
                reached.map(({ line }) => (
                  <Badge key={line} appearance="outline" color="danger">
                    ！ {line}基準以上
                  </Badge>
                ))
              )}
            </div>
            {open.map(({ reason }) => (
              <Text key={reason} size={200}>
                {reason}
              </Text>
            ))}
          </>
        )}
      </div>
      <InsertRatio input={input} />
    </>
  );
}

function exactText(value: number): string {
  return String(Number(value.toFixed(4)));
}
