/** The screen 計画: from a plan on paper to a plan in the sheets, kept up to date, taken out again. */
import { Spinner } from "@fluentui/react-components";
import { Suspense } from "react";
import { later } from "../../parts/later";
import { useStore } from "../../state/use-store";
import { PlanList } from "./PlanList";
import { planScreen } from "./stage";

const PlanStep = later(() => import("./PlanStep"));

export default function PlanScreen() {
  const stage = useStore(planScreen, (state) => state.stage);
  if (stage.kind === "list") return <PlanList />;
  return (
    <Suspense fallback={<Spinner label="画面を読み込んでいます" />}>
      <PlanStep stage={stage} />
    </Suspense>
  );
}
