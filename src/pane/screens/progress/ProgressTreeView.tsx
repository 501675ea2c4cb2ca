/** The plan as a tree that can be opened and walked with the keyboard; a row goes to its cell. */
import { Button, Caption1, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import {
  ChevronDownRegular,
  ChevronRightRegular,
  DataTrendingRegular,
  TableCellEditRegular,
} from "@fluentui/react-icons";
import { type KeyboardEvent, useId, useMemo } from "react";
import { type PlanSummary } from "../../../plan/summary/summary";
import { type WorkbookPlan } from "../../../sheets";
import { jump } from "../../intentions/jump";
import { VirtualRows } from "../../parts/VirtualRows";
import { preferences } from "../../state/preferences";
import { useStore } from "../../state/use-store";
import { allKeys, firstKeys, moveIn, progressTree, rowsShown, type TreeNode, type TreeRow } from "./tree";
import { progressView } from "./view";

const useStyles = makeStyles({
  root: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalS },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  chosen: {
    display: "grid",
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: "anywhere",
  },
  tree: { outlineStyle: "none" },
  row: {
    display: "grid",
    gridTemplateColumns: "20px minmax(0, 1fr) auto",
    // A narrow pane at 200 %: the result under the name, or the name would stand letter by letter.
    "@media (max-width: 240px)": { gridTemplateColumns: "20px minmax(0, 1fr)" },
    columnGap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    cursor: "pointer",
    overflowWrap: "anywhere",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  active: { backgroundColor: tokens.colorNeutralBackground1Selected },
  focused: {
    "[role=tree]:focus-visible &": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  heading: { fontWeight: tokens.fontWeightSemibold },
  result: {
    textAlign: "end",
    maxWidth: "11em",
    display: "grid",
    alignContent: "start",
    "@media (max-width: 240px)": { gridColumnStart: 2, maxWidth: "none" },
  },
  faint: { color: tokens.colorNeutralForeground2 },
});

export function ProgressTreeView({ plan, summary }: { plan: WorkbookPlan; summary: PlanSummary }) {
  const styles = useStyles();
  const prefix = useId();
  const decimals = useStore(preferences, (state) => state.decimals);
  const open = useStore(progressView, (view) => view.open);
  const active = useStore(progressView, (view) => view.active);
  const tops = useMemo(() => progressTree(plan.plan, summary, decimals), [plan, summary, decimals]);
  const opened = useMemo(() => open ?? firstKeys(tops), [open, tops]);
  const rows = useMemo(() => rowsShown(tops, opened), [tops, opened]);
  const at = rows.findIndex(({ node }) => node.key === active);
  const chosen = rows[at]?.node;

  const setOpen = (key: string, wanted: boolean) => {
    const next = new Set(opened);
    if (wanted) next.add(key);
    else next.delete(key);
    progressView.set({ open: next, active: key });
  };
  const go = (node: TreeNode) => {
    progressView.set({ active: node.key, ...indicatorOf(node) });
    void jump({
      plan: plan.plan.id,
      ...(node.kind === "indicator"
        ? { indicator: node.id, column: "actual", year: summary.year }
        : { node: node.id, column: "name" }),
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      if (chosen !== undefined) go(chosen);
      return;
    }
    const move = moveIn(rows, active, event.key);
    if (move.kind === "stay") return;
    event.preventDefault();
    if (move.kind === "to") progressView.set({ active: move.key });
    else setOpen(move.key, move.kind === "open");
  };

  return (
    <div className={styles.root}>
      <div className={styles.actions}>
        <Button size="small" onClick={() => progressView.set({ open: allKeys(tops) })}>
          すべて開く
        </Button>
        <Button size="small" onClick={() => progressView.set({ open: new Set(), active: null })}>
          すべて閉じる
        </Button>
      </div>
      {chosen !== undefined && <Chosen node={chosen} onGo={() => go(chosen)} />}
      <VirtualRows
        rows={rows}
        keyOf={({ node }) => node.key}
        estimate={44}
        inSight={at < 0 ? null : at}
        list={{
          role: "tree",
          "aria-label": "計画の体系",
          className: styles.tree,
          tabIndex: 0,
          onKeyDown,
          onFocus: () => {
            const [first] = rows;
            if (at < 0 && first !== undefined) progressView.set({ active: first.node.key });
          },
          ...(chosen === undefined ? {} : { "aria-activedescendant": `${prefix}-${chosen.key}` }),
        }}
        rowProps={(row) => ({
          role: "treeitem",
          id: `${prefix}-${row.node.key}`,
          "aria-level": row.depth + 1,
          "aria-posinset": row.position,
          "aria-setsize": row.of,
          "aria-selected": row.node.key === active,
          ...(row.node.children.length > 0 ? { "aria-expanded": row.expanded } : {}),
          className: mergeClasses(
            styles.row,
            row.node.key === active && mergeClasses(styles.active, styles.focused),
          ),
          onClick: () => go(row.node),
        })}
      >
        {(row) => <RowContent row={row} onToggle={() => setOpen(row.node.key, !row.expanded)} />}
      </VirtualRows>
    </div>
  );
}

function indicatorOf(node: TreeNode): { indicator: string; following: false } | Record<string, never> {
  const only = node.kind === "item" ? node.children.find(({ kind }) => kind === "indicator") : node;
  return only?.kind === "indicator" ? { indicator: only.id, following: false } : {};
}

function RowContent({ row: { node, depth, expanded }, onToggle }: { row: TreeRow; onToggle: () => void }) {
  const styles = useStyles();
  return (
    <>
      <span
        aria-hidden
        style={{ marginInlineStart: Math.min(depth, 6) * 6 }}
        onClick={(event) => {
          if (node.children.length === 0) return;
          event.stopPropagation();
          onToggle();
        }}
      >
        {node.children.length > 0 && (expanded ? <ChevronDownRegular /> : <ChevronRightRegular />)}
      </span>
      <span
        style={{ paddingInlineStart: Math.min(depth, 6) * 6 }}
        className={node.kind === "heading" ? styles.heading : undefined}
      >
        <Caption1 className={styles.faint}>{node.kind === "indicator" ? "指標 " : ""}</Caption1>
        {node.number !== null && node.number !== "" ? `${node.number} ` : ""}
        {node.name === "" ? "名称なし" : node.name}
        {node.kind === "item" && node.departments.length > 0 && (
          <Caption1 block className={styles.faint}>
            {node.departments.join("、")}
          </Caption1>
        )}
      </span>
      <span className={styles.result}>
        <Text align="end">{node.rate}</Text>
        {node.grade !== "" && node.grade !== node.rate && <Caption1 align="end">{node.grade}</Caption1>}
      </span>
    </>
  );
}

/** What is known of the row a person is at: its sentence, its cell, its line. */
function Chosen({ node, onGo }: { node: TreeNode; onGo: () => void }) {
  const styles = useStyles();
  const { indicator } = indicatorOf(node);
  return (
    <div className={styles.chosen}>
      <Text weight="semibold">
        {node.level} {node.number ?? ""} {node.name}
      </Text>
      <Text>
        {node.rate}
        {node.grade === "" ? "" : `　${node.grade}`}
      </Text>
      {node.reason !== null && <Caption1>{node.reason}</Caption1>}
      <div className={styles.actions}>
        <Button size="small" icon={<TableCellEditRegular />} onClick={onGo}>
          セルへ
        </Button>
        {indicator !== undefined && (
          <Button
            size="small"
            icon={<DataTrendingRegular />}
            onClick={() => progressView.set({ part: "indicator", indicator, following: false })}
          >
            推移を見る
          </Button>
        )}
      </div>
    </div>
  );
}
