/** What ※ beside a grade means: which words and numbers no plan prints. */
import { Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { OURS } from "./overview";

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalXXS, color: tokens.colorNeutralForeground2 },
});

export function OriginNotes({ notes }: { notes: readonly string[] }) {
  const styles = useStyles();
  if (notes.length === 0) return null;
  return (
    <div className={styles.root}>
      {notes.map((note) => (
        <Caption1 key={note}>
          {OURS} {note}
        </Caption1>
      ))}
    </div>
  );
}
