/** Pairs of a word and what it is here, one under the other when the pane is narrow. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { type ReactNode } from "react";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "minmax(5.5em, max-content) minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalM,
    // A narrow pane at 200 % has no room for two columns.
    "@media (max-width: 240px)": { gridTemplateColumns: "minmax(0, 1fr)" },
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  term: { color: tokens.colorNeutralForeground2 },
  fact: { margin: 0, overflowWrap: "anywhere" },
});

export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.root}>
      {facts.map(([term, fact]) => [
        <dt key={`${term}-term`} className={styles.term}>
          {term}
        </dt>,
        <dd key={`${term}-fact`} className={styles.fact}>
          {fact}
        </dd>,
      ])}
    </dl>
  );
}
