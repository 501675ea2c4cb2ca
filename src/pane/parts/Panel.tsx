/** A step of a screen with its own heading, which takes the focus when the step begins, and a way back. */
import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { type ReactNode, useEffect, useRef } from "react";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalM,
    alignContent: "start",
  },
  head: { display: "flex", alignItems: "flex-start", gap: tokens.spacingHorizontalXS },
  words: { ...typographyStyles.subtitle2, margin: 0 },
  title: { outlineStyle: "none", overflowWrap: "anywhere", minWidth: 0, paddingTop: "4px" },
});

export function Panel({
  title,
  onBack,
  backLabel = "戻る",
  children,
}: {
  title: string;
  onBack?: () => void;
  backLabel?: string;
  children: ReactNode;
}) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that led here is gone: a keyboard or a screen reader goes on from the heading.
  useEffect(() => heading.current?.focus(), [title]);
  return (
    <section className={styles.root} aria-label={title}>
      <div className={styles.head}>
        {onBack && (
          <Button
            appearance="subtle"
            icon={<ArrowLeftRegular />}
            aria-label={backLabel}
            title={backLabel}
            onClick={onBack}
          />
        )}
        <h2 ref={heading} tabIndex={-1} className={mergeClasses(styles.words, styles.title)}>
          {title}
        </h2>
      </div>
      {children}
    </section>
  );
}
