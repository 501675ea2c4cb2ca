/** A plan as a card: whose it is, its title, what it contains, and what can be done with it. */
import { Badge, makeStyles, Subtitle2, Text, tokens } from "@fluentui/react-components";
import { type ReactNode } from "react";
import { type Contents, countsText } from "./contents";

/* Fluent's Card brings the machinery of a card that can be selected and focused, which nothing here needs. */
const useStyles = makeStyles({
  card: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
  },
  head: { display: "grid", gap: tokens.spacingVerticalXXS, justifyItems: "start" },
  title: { overflowWrap: "anywhere" },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

export function PlanCard({
  plan: { municipality, title },
  contents,
  loaded = false,
  children,
  buttons,
}: {
  plan: { municipality: string; title: string };
  contents: Contents;
  loaded?: boolean;
  children: ReactNode;
  buttons: ReactNode;
}) {
  const styles = useStyles();
  return (
    <div role="group" className={styles.card} aria-label={`${municipality} ${title}`}>
      <div className={styles.head}>
        <Badge appearance="tint" {...(loaded ? { color: "success" as const } : {})}>
          {[municipality, ...(loaded ? ["読み込み済み"] : [])].filter(Boolean).join("・")}
        </Badge>
        <Subtitle2 as="h3" className={styles.title}>
          {title}
        </Subtitle2>
        <Text>{countsText(contents)}</Text>
      </div>
      {children}
      <div className={styles.buttons}>{buttons}</div>
    </div>
  );
}
