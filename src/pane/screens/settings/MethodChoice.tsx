/** One indicator with its method to choose, and what another method would make of its rate. */
import { Button, Field, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { type Method, type Plan, type Year } from "../../../plan/plan";
import { formatYear } from "../../../plan/year";
import { jump } from "../../intentions/jump";
import { pane } from "../../state/pane-state";
import { preferences } from "../../state/preferences";
import { useStore } from "../../state/use-store";
import { type MethodLine, rateText, usualText } from "./methods";

const methods: readonly Method[] = ["達成率", "進捗率"];

const useStyles = makeStyles({
  line: {
    display: "grid",
    gap: tokens.spacingVerticalXS,
    paddingBlockEnd: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  words: { display: "grid", overflowWrap: "anywhere" },
  item: { color: tokens.colorNeutralForeground2 },
  choice: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    "& select": { minWidth: 0 },
  },
  before: { textDecorationLine: "line-through" },
});

export function MethodChoice({
  line,
  chosen,
  plans,
  year,
  onChoose,
}: {
  line: MethodLine;
  /** undefined: nothing chosen yet; null: 自動. */
  chosen: Method | null | undefined;
  /** As it is, and with everything chosen so far. */
  plans: { before: Plan; after: Plan };
  year: Year;
  onChoose: (method: Method | null) => void;
}) {
  const styles = useStyles();
  const task = useStore(pane, (state) => state.task);
  const decimals = useStore(preferences, (state) => state.decimals);
  const { indicator, name, item, entered } = line;
  const method = chosen === undefined ? entered : chosen;
  const isChanged = method !== entered;
  return (
    <div className={styles.line}>
      <span className={styles.words}>
        <Text>{name}</Text>
        <Text size={200} className={styles.item}>
          {item}
        </Text>
      </span>
      <div className={styles.choice}>
        <Field>
          <Select
            size="small"
            aria-label={`${name}の方法`}
            disabled={task !== null}
            value={method ?? ""}
            onChange={(_event, { value }) => onChoose(methods.find((each) => each === value) ?? null)}
          >
            <option value="">{usualText(line)}</option>
            {methods.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </Select>
        </Field>
        <Button
          size="small"
          disabled={task !== null}
          aria-label={`${name}の方法のセルへ移動`}
          onClick={() => void jump({ plan: plans.before.id, indicator, column: "method" })}
        >
          セルへ
        </Button>
      </div>
      {isChanged && (
        <Text size={200} className={styles.words}>
          <span>
            {formatYear(year)}　今：
            <span className={styles.before}>{rateText(plans.before, indicator, { year, decimals })}</span>
          </span>
          <span>変更後：{rateText(plans.after, indicator, { year, decimals })}</span>
        </Text>
      )}
    </div>
  );
}
