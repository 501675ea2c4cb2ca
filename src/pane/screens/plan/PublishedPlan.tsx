/** A published plan that comes with the add-in, with what it contains and the button that loads it. */
import { Badge, Button, Card, makeStyles, Subtitle2, Text, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { type Plan } from "../../../plan/plan";
import { Facts } from "../../parts/Facts";
import { pane } from "../../state/pane-state";
import { useStore } from "../../state/use-store";
import { contentsOf, countsText } from "./contents";
import { preview } from "./steps";

const useStyles = makeStyles({
  card: { minWidth: 0, gap: tokens.spacingVerticalS },
  head: { display: "grid", gap: tokens.spacingVerticalXXS, justifyItems: "start" },
  title: { overflowWrap: "anywhere" },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

export function PublishedPlan({ plan }: { plan: Plan }) {
  const styles = useStyles();
  const task = useStore(pane, (state) => state.task);
  const contents = useMemo(() => contentsOf(plan), [plan]);
  return (
    <Card className={styles.card} role="group" aria-label={`${plan.municipality} ${plan.title}`}>
      <div className={styles.head}>
        <Badge appearance="tint">{plan.municipality}</Badge>
        <Subtitle2 as="h3" className={styles.title}>
          {plan.title}
        </Subtitle2>
        <Text>{countsText(contents)}</Text>
      </div>
      <Facts
        facts={[
          ["年度", contents.period],
          ["階層", plan.levels.join(" › ")],
          ["評価", contents.judgement],
        ]}
      />
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabled={task !== null}
          aria-label={`${plan.municipality}の計画を読み込む`}
          onClick={() => void preview(plan, { kind: "load" }, { kind: "list" })}
        >
          読み込む
        </Button>
      </div>
    </Card>
  );
}
