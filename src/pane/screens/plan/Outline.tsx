/** The tree of a plan to look through, closed at first but for the top, long lists a part at a time. */
import { makeStyles, Text, tokens, Tree, TreeItem, TreeItemLayout } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { type Plan } from "../../../plan/plan";
import { outlineOf, type Twig } from "./plan-outline";

const atOnce = 50;

const useStyles = makeStyles({
  tree: {
    maxHeight: "24em",
    overflowY: "auto",
    overflowX: "hidden",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    padding: tokens.spacingVerticalXS,
  },
  layout: { minWidth: 0, alignItems: "flex-start", paddingBlock: tokens.spacingVerticalXXS },
  label: { display: "grid", overflowWrap: "anywhere", whiteSpace: "normal", minWidth: 0 },
  about: { color: tokens.colorNeutralForeground2 },
});

export function Outline({ plan }: { plan: Plan }) {
  const styles = useStyles();
  const twigs = useMemo(() => outlineOf(plan), [plan]);
  const few = twigs.length <= 3;
  return (
    <Tree
      aria-label="計画の構成"
      className={styles.tree}
      size="small"
      defaultOpenItems={few ? twigs.map(({ key }) => key) : []}
    >
      <Twigs twigs={twigs} place="top" />
    </Tree>
  );
}

function Twigs({ twigs, place }: { twigs: readonly Twig[]; place: string }) {
  const [shown, setShown] = useState(atOnce);
  const rest = twigs.length - shown;
  return (
    <>
      {twigs.slice(0, shown).map((twig) => (
        <OneTwig key={twig.key} twig={twig} />
      ))}
      {rest > 0 && (
        <TreeItem
          itemType="leaf"
          value={`more-${place}`}
          onClick={() => setShown(shown + atOnce * 2)}
          onKeyDown={(event) => {
            if (event.key === "Enter") setShown(shown + atOnce * 2);
          }}
        >
          <TreeItemLayout>さらに表示（残り {rest}件）</TreeItemLayout>
        </TreeItem>
      )}
    </>
  );
}

function OneTwig({ twig }: { twig: Twig }) {
  const styles = useStyles();
  const { key, label, about, children } = twig;
  const layout = (
    <TreeItemLayout className={styles.layout}>
      <span className={styles.label}>
        <span>{label}</span>
        {about !== "" && (
          <Text size={200} className={styles.about}>
            {about}
          </Text>
        )}
      </span>
    </TreeItemLayout>
  );
  return children.length === 0 ? (
    <TreeItem itemType="leaf" value={key}>
      {layout}
    </TreeItem>
  ) : (
    <TreeItem itemType="branch" value={key}>
      {layout}
      <Tree>
        <Twigs twigs={children} place={key} />
      </Tree>
    </TreeItem>
  );
}
