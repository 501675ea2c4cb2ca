/** 修正 shown before it is done: which cells, what they hold now, what they would hold. */
import { Button, Caption1, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useRef } from "react";
import { type Finding } from "../../../plan/check";
import { type WorkbookPlan } from "../../../sheets";
import { mend } from "../../intentions/mend";
import { PagedList } from "../../parts/PagedList";
import { changesOf, previewOf } from "./mend-preview";
import { checkView } from "./view";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    minWidth: 0,
  },
  title: {
    outlineStyle: "none",
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  change: { display: "grid", overflowWrap: "anywhere" },
  faint: { color: tokens.colorNeutralForeground2 },
  before: { textDecorationLine: "line-through" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

export function MendPreview({
  plan,
  findings,
  onDone,
}: {
  plan: WorkbookPlan;
  findings: readonly Finding[];
  onDone: () => void;
}) {
  const styles = useStyles();
  const changes = useMemo(() => changesOf(findings), [findings]);
  const cells = useMemo(() => previewOf(plan, changes), [plan, changes]);
  const heading = useRef<HTMLHeadingElement>(null);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    heading.current?.focus();
    // Its buttons too: what is to be confirmed and the way to do it belong together.
    card.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const close = () => {
    checkView.set({ opened: null });
    onDone();
  };
  const run = async () => {
    const outcome = await mend(plan.plan.id, changes);
    if (outcome.ok) close();
  };
  return (
    <section ref={card} className={styles.root} aria-label="修正の確認">
      <h3 ref={heading} tabIndex={-1} className={styles.title}>
        次の{cells.length}個のセルを書き換えます
      </h3>
      <PagedList items={cells} label="書き換えるセル">
        {({ place, column, address, before, after }) => (
          <div className={styles.change}>
            <Caption1 className={styles.faint}>
              {address ?? "シートにないセル"}　{place}・{column}
            </Caption1>
            <Text>
              今：<span className={styles.before}>{before}</span>
            </Text>
            <Text weight="semibold">修正後：{after}</Text>
          </div>
        )}
      </PagedList>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={() => void run()}>
          この内容で修正する
        </Button>
        <Button onClick={close}>やめる</Button>
      </div>
    </section>
  );
}
