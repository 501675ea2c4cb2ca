/** One rule of a scale to edit: its word, its limit, its place among the others, and whose word and number they are. */
import { Badge, Button, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { ArrowDownRegular, ArrowUpRegular, DeleteRegular } from "@fluentui/react-icons";
import { type Condition, conditions, type DraftRule, limitProblem, otherwise, scaleOf } from "./scale-draft";

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    // A narrow pane at 200 %: one under the other.
    "@media (max-width: 240px)": { gridTemplateColumns: "minmax(0, 1fr)" },
    gap: tokens.spacingHorizontalS,
    alignItems: "end",
    padding: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  limit: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(6.5em, auto)",
    "@media (max-width: 240px)": { gridTemplateColumns: "minmax(0, 1fr)" },
    gap: tokens.spacingHorizontalS,
    alignItems: "start",
    gridColumnStart: 1,
    gridColumnEnd: -1,
  },
  marks: {
    gridColumnStart: 1,
    gridColumnEnd: -1,
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
  },
  // A field's only column is as wide as the browser's own idea of an input unless it is told otherwise.
  input: {
    minWidth: 0,
    gridTemplateColumns: "minmax(0, 1fr)",
    "& input": { minWidth: 0, width: "100%" },
    "& select": { minWidth: 0 },
  },
  tools: { display: "flex" },
});

export function ScaleRule({
  rule,
  at,
  last,
  onChange,
  onMove,
  onRemove,
}: {
  rule: DraftRule;
  at: number;
  last: number;
  onChange: (part: Partial<Omit<DraftRule, "key" | "from">>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  const styles = useStyles();
  const { name, condition, percent } = rule;
  const wrong = limitProblem(rule);
  const called = name.trim() === "" ? `${at + 1}行目` : `「${name}」`;
  const { nameFrom, numberFrom } = scaleOf({ name: "", measures: "達成率", rules: [rule] }).rules[0] ?? {
    nameFrom: "アドイン",
    numberFrom: "アドイン",
  };
  return (
    <li className={styles.row}>
      <Field label={`評価 ${at + 1}`} className={styles.input}>
        <Input value={name} onChange={(_event, { value }) => onChange({ name: value })} />
      </Field>
      <div className={styles.tools}>
        <Button
          appearance="subtle"
          icon={<ArrowUpRegular />}
          aria-label={`${called}を上へ`}
          disabled={at === 0}
          onClick={() => onMove(-1)}
        />
        <Button
          appearance="subtle"
          icon={<ArrowDownRegular />}
          aria-label={`${called}を下へ`}
          disabled={at === last}
          onClick={() => onMove(1)}
        />
        <Button
          appearance="subtle"
          icon={<DeleteRegular />}
          aria-label={`${called}を除く`}
          disabled={last === 0}
          onClick={onRemove}
        />
      </div>
      <div className={styles.limit}>
        <Field
          label="達成率（％）"
          className={styles.input}
          {...(wrong === null ? {} : { validationMessage: wrong })}
        >
          <Input
            value={condition === otherwise ? "" : percent}
            disabled={condition === otherwise}
            inputMode="decimal"
            onChange={(_event, { value }) => onChange({ percent: value })}
          />
        </Field>
        <Field label="条件">
          <Select
            value={condition}
            onChange={(_event, { value }) => {
              const chosen = conditions.find((each) => each === value);
              if (chosen !== undefined) onChange({ condition: chosen satisfies Condition });
            }}
          >
            {conditions.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </Select>
        </Field>
      </div>
      <div className={styles.marks}>
        <Origin what="言葉" from={nameFrom} />
        {condition !== otherwise && <Origin what="数値" from={numberFrom} />}
      </div>
    </li>
  );
}

function Origin({ what, from }: { what: string; from: "計画" | "アドイン" }) {
  return (
    <Badge appearance="outline" color={from === "計画" ? "brand" : "informative"}>
      {what}：{from === "計画" ? "計画に印刷" : "アドイン・入力"}
    </Badge>
  );
}
