/** A figure with its name, as the cards of a screen show it. */
import { Caption1, makeStyles, Subtitle1, tokens } from "@fluentui/react-components";
import { type ReactNode } from "react";

const useStyles = makeStyles({
  grid: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(72px, 1fr))",
    gap: tokens.spacingHorizontalS,
    margin: 0,
  },
  card: {
    display: "grid",
    alignContent: "start",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    overflowWrap: "anywhere",
    "& dd": { margin: 0 },
  },
  wide: { gridColumn: "1 / -1" },
});

export function StatCards({ children, label }: { children: ReactNode; label: string }) {
  const styles = useStyles();
  return (
    <dl className={styles.grid} aria-label={label}>
      {children}
    </dl>
  );
}

export function StatCard({
  name,
  value,
  note,
  wide = false,
}: {
  name: string;
  value: string;
  note?: string | null;
  wide?: boolean;
}) {
  const styles = useStyles();
  return (
    <div className={wide ? `${styles.card} ${styles.wide}` : styles.card}>
      <dt>
        <Caption1>{name}</Caption1>
      </dt>
      <dd>
        <Subtitle1>{value}</Subtitle1>
        {note != null && (
          <div>
            <Caption1>{note}</Caption1>
          </div>
        )}
      </dd>
    </div>
  );
}
