/** A sign for each severity: shape and colour, the word always stands beside it. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { ErrorCircleFilled, InfoFilled, WarningFilled } from "@fluentui/react-icons";
import { type Severity } from "../../../plan/check";

const useStyles = makeStyles({
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  note: { color: tokens.colorNeutralForeground2 },
});

export function SeverityIcon({ severity }: { severity: Severity }) {
  const styles = useStyles();
  switch (severity) {
    case "error":
      return <ErrorCircleFilled aria-hidden className={styles.error} />;
    case "warning":
      return <WarningFilled aria-hidden className={styles.warning} />;
    case "note":
      return <InfoFilled aria-hidden className={styles.note} />;
  }
}
