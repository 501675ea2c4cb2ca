/** A list of any length: the first lines, and more of them on request, so that a thousand problems do not hold the pane up. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gap: tokens.spacingVerticalS },
  item: { minWidth: 0, overflowWrap: "anywhere" },
});

export function PagedList<Item>({
  items,
  label,
  children,
  atOnce = 30,
}: {
  items: readonly Item[];
  label: string;
  children: (item: Item, at: number) => ReactNode;
  /** How many lines are shown at first. */
  atOnce?: number;
}) {
  const styles = useStyles();
  const [shown, setShown] = useState(atOnce);
  const rest = items.length - shown;
  return (
    <>
      <ul className={styles.list} aria-label={label}>
        {items.slice(0, shown).map((item, at) => (
          <li key={at} className={styles.item}>
            {children(item, at)}
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button size="small" onClick={() => setShown(shown + atOnce * 3)}>
          さらに表示（残り {rest}件）
        </Button>
      )}
    </>
  );
}
