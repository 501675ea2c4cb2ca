/** A published plan that comes with the add-in, with what it contains and the button that loads it. */
import { Button } from "@fluentui/react-components";
import { Facts } from "../../parts/Facts";
import { pane } from "../../state/pane-state";
import { useStore } from "../../state/use-store";
import { PlanCard } from "./PlanCard";
import { type Published } from "./published.made";
import { previewPublished } from "./steps";

export function PublishedPlan({ plan }: { plan: Published }) {
  const task = useStore(pane, (state) => state.task);
  const { id, municipality, levels, contents } = plan;
  return (
    <PlanCard
      plan={plan}
      contents={contents}
      buttons={
        <Button
          appearance="primary"
          disabled={task !== null}
          aria-label={`${municipality}の計画を読み込む`}
          onClick={() => void previewPublished(id, { kind: "load" }, { kind: "list" })}
        >
          読み込む
        </Button>
      }
    >
      <Facts
        facts={[
          ["年度", contents.period],
          ["階層", levels.join(" › ")],
          ["評価", contents.judgement],
        ]}
      />
    </PlanCard>
  );
}
