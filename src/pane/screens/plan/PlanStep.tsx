/** The steps that lead from the list of plans to a plan in the sheets and back: what none of them needs before the first click. */
import { ChooseColumns } from "./ChooseColumns";
import { OpenDocument } from "./OpenDocument";
import { PreviewAnswers } from "./PreviewAnswers";
import { PreviewLoad } from "./PreviewLoad";
import { PreviewRemove } from "./PreviewRemove";
import { PreviewUpdate } from "./PreviewUpdate";
import { RecordTargets } from "./RecordTargets";
import { ReviewDocument } from "./ReviewDocument";
import { type Stage } from "./stage";
import { Loaded, Updated } from "./Finished";

export default function PlanStep({ stage }: { stage: Exclude<Stage, { kind: "list" }> }) {
  switch (stage.kind) {
    case "open":
      return <OpenDocument purpose={stage.purpose} />;
    case "columns":
      return <ChooseColumns stage={stage} />;
    case "review":
      return <ReviewDocument key={stage.document.name} stage={stage} />;
    case "answers":
      return <PreviewAnswers key={stage.document.name} stage={stage} />;
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
