/** The screen 計画: from a plan on paper to a plan in the sheets, kept up to date, taken out again. */
import { useStore } from "../../state/use-store";
import { ChooseColumns } from "./ChooseColumns";
import { OpenDocument } from "./OpenDocument";
import { PlanList } from "./PlanList";
import { PreviewLoad } from "./PreviewLoad";
import { PreviewRemove } from "./PreviewRemove";
import { PreviewUpdate } from "./PreviewUpdate";
import { RecordTargets } from "./RecordTargets";
import { ReviewDocument } from "./ReviewDocument";
import { planScreen } from "./stage";
import { Loaded, Updated } from "./Finished";

export default function PlanScreen() {
  const stage = useStore(planScreen, (state) => state.stage);
  switch (stage.kind) {
    case "list":
      return <PlanList />;
    case "open":
      return <OpenDocument purpose={stage.purpose} />;
    case "columns":
      return <ChooseColumns stage={stage} />;
    case "review":
      return <ReviewDocument key={stage.document.name} stage={stage} />;
    case "load":
      return <PreviewLoad stage={stage} />;
    case "loaded":
      return <Loaded stage={stage} />;
    case "update":
      return <PreviewUpdate stage={stage} />;
    case "updated":
      return <Updated stage={stage} />;
    case "remove":
      return <PreviewRemove preview={stage.preview} />;
    case "record":
      return <RecordTargets planId={stage.plan} />;
  }
}
