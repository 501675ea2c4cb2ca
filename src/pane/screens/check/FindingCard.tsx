/** One finding: what, where, what to do, and the ways to do it. */
import { Button, Caption1, makeStyles, Text, tokens } from "@fluentui/react-components";
import { memo } from "react";
import { type Finding } from "../../../plan/check";
import { type WorkbookPlan } from "../../../sheets";
import { withdrawAcceptance } from "../../intentions/accept";
import { jump } from "../../intentions/jump";
import { AcceptForm } from "./AcceptForm";
import { severityName } from "./filter";
import { MendPreview } from "./MendPreview";
import { addressOfFinding, placeLine, placeOfFinding } from "./place";
import { SeverityIcon } from "./SeverityIcon";
import { checkView } from "./view";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
    minWidth: 0,
  },
  head: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
  faint: { color: tokens.colorNeutralForeground2 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
});

export const FindingCard = memo(function FindingCard({
  plan,
  finding,
  opened,
  onDone,
}: {
  plan: WorkbookPlan;
  finding: Finding;
  opened: "mend" | "accept" | null;
  onDone: () => void;
}) {
  const styles = useStyles();
  const { severity, title, message, remedy, mendable, acceptance, fingerprint } = finding;
  const place = placeOfFinding(plan.plan.id, finding);
  const address = addressOfFinding(plan, finding);
  const open = (kind: "mend" | "accept") =>
    checkView.set({ opened: opened === kind ? null : { kind, fingerprint } });
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <SeverityIcon severity={severity} />
        <Text weight="semibold">
          {severityName(severity)}：{title}
        </Text>
      </div>
      <Text>{message}</Text>
      <Caption1 className={styles.faint}>{remedy}</Caption1>
      <Caption1 className={styles.faint}>{placeLine(plan, finding)}</Caption1>
      {acceptance !== null && (
        <Caption1>
          了承：{acceptance.reason}（{acceptance.by}
          {acceptance.at === null || acceptance.at === "" ? "" : `、${acceptance.at}`}）
        </Caption1>
      )}
      <div className={styles.actions}>
        {place !== null && address !== null && (
          <Button size="small" onClick={() => void jump(place)} aria-label={`セルへ：${title} ${address}`}>
            セルへ
          </Button>
        )}
        {mendable && acceptance === null && (
          <Button size="small" aria-expanded={opened === "mend"} onClick={() => open("mend")}>
            修正
          </Button>
        )}
        {acceptance === null ? (
          <Button size="small" aria-expanded={opened === "accept"} onClick={() => open("accept")}>
            了承
          </Button>
        ) : (
          <Button size="small" onClick={() => void withdrawAcceptance(fingerprint)}>
            了承を取り消す
          </Button>
        )}
      </div>
      {opened === "mend" && <MendPreview plan={plan} findings={[finding]} onDone={onDone} />}
      {opened === "accept" && <AcceptForm finding={finding} onDone={onDone} />}
    </div>
  );
});
