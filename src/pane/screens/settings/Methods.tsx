/** 達成率 or 進捗率, indicator by indicator; the column 方法 of the sheet is where it is changed. */
import { Button, makeStyles, SearchBox, Text, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { type WorkbookPlan } from "../../../sheets";
import { jump } from "../../intentions/jump";
import { PagedList } from "../../parts/PagedList";
import { pane } from "../../state/pane-state";
import { useStore } from "../../state/use-store";
import { methodLines, methodsFound, methodText } from "./methods";

const useStyles = makeStyles({
  line: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    alignItems: "start",
    gap: tokens.spacingHorizontalS,
  },
  words: { display: "grid", overflowWrap: "anywhere" },
  item: { color: tokens.colorNeutralForeground2 },
  search: { maxWidth: "none", minWidth: 0, width: "100%", "& input": { minWidth: 0, width: "100%" } },
});

export function Methods({ loaded }: { loaded: WorkbookPlan }) {
  const styles = useStyles();
  const task = useStore(pane, (state) => state.task);
  const [wanted, setWanted] = useState("");
  const lines = useMemo(() => methodLines(loaded.plan), [loaded.plan]);
  const found = useMemo(() => methodsFound(lines, wanted), [lines, wanted]);
  const chosen = lines.filter((line) => line.chosen).length;
  return (
    <>
      <Text>
        年度ごとの目標値がある指標は達成率、最終年度だけの指標は進捗率で計算します。指標ごとに変えるときは、セルへ移動して「方法」の列で選んでください。指定した指標は{" "}
        {chosen}件です。
      </Text>
      <SearchBox
        className={styles.search}
        aria-label="指標を探す"
        placeholder="指標や取組項目の名前で探す"
        value={wanted}
        onChange={(_event, { value }) => setWanted(value)}
      />
      {found.length === 0 && <Text>当てはまる指標はありません。</Text>}
      <PagedList key={wanted} items={found} label="指標と方法" atOnce={10}>
        {(line) => (
          <div className={styles.line}>
            <span className={styles.words}>
              <Text>{line.name}</Text>
              <Text size={200} className={styles.item}>
                {line.item}
              </Text>
              <Text size={200}>{methodText(line)}</Text>
            </span>
            <Button
              size="small"
              disabled={task !== null}
              aria-label={`${line.name}の方法のセルへ移動`}
              onClick={() => void jump({ plan: loaded.plan.id, indicator: line.indicator, column: "method" })}
            >
              セルへ
            </Button>
          </div>
        )}
      </PagedList>
    </>
  );
}
