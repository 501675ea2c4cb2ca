/** 達成率 or 進捗率, indicator by indicator: chosen here, shown before it is written, written into the column 方法 of the sheet. */
import { Button, makeStyles, SearchBox, Text, tokens } from "@fluentui/react-components";
import { useDeferredValue, useMemo, useState } from "react";
import { DEFAULT_SCALE } from "../../../plan/scales/bundled";
import { type WorkbookPlan } from "../../../sheets";
import { setMethods } from "../../intentions/settings";
import { PagedList } from "../../parts/PagedList";
import { book } from "../../state/book";
import { pane } from "../../state/pane-state";
import { useStore } from "../../state/use-store";
import { methodDrafts } from "./drafts";
import { gradeChanges } from "./grade-changes";
import { GradeMoves } from "./GradeMoves";
import { MethodChoice } from "./MethodChoice";
import { type MethodDraft, methodChanges, methodLines, methodsFound, withMethods } from "./methods";

const useStyles = makeStyles({
  search: { maxWidth: "none", minWidth: 0, width: "100%", "& input": { minWidth: 0, width: "100%" } },
  // In view wherever in the long list a method was chosen.
  changes: {
    position: "sticky",
    bottom: 0,
    display: "grid",
    gap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `2px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

const nothingChosen: MethodDraft = {};

export function Methods({ loaded }: { loaded: WorkbookPlan }) {
  const styles = useStyles();
  const { plan } = loaded;
  const [wanted, setWanted] = useState("");
  const evaluationYear = useStore(book, (state) => state.reading?.evaluationYear ?? null);
  const draft = useStore(methodDrafts, (state) => state.byPlan[plan.id] ?? nothingChosen);
  const year = evaluationYear ?? plan.period[0];
  const lines = useMemo(() => methodLines(plan), [plan]);
  const found = useMemo(() => methodsFound(lines, wanted), [lines, wanted]);
  const changes = useMemo(() => methodChanges(plan, draft), [plan, draft]);
  const after = useMemo(() => withMethods(plan, changes), [plan, changes]);
  const entered = lines.filter((line) => line.entered !== null).length;
  const keep = (next: MethodDraft): void =>
    methodDrafts.set(({ byPlan }) => ({ byPlan: { ...byPlan, [plan.id]: next } }));
  return (
    <>
      <Text>
        「自動」の指標は、年度ごとの目標値があれば達成率、最終年度だけなら進捗率で計算します。指定した指標は{" "}
        {entered}件です。
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
          <MethodChoice
            line={line}
            chosen={draft[line.indicator]}
            plans={{ before: plan, after }}
            year={year}
            onChoose={(method) => keep({ ...draft, [line.indicator]: method })}
          />
        )}
      </PagedList>
      {changes.length > 0 && (
        <Changes
          loaded={loaded}
          draft={draft}
          year={year}
          onWrite={() =>
            void setMethods(plan.id, changes).then((answer) => {
              if (answer.ok) keep(nothingChosen);
            })
          }
          onDrop={() => keep(nothingChosen)}
        />
      )}
    </>
  );
}

function Changes({
  loaded: { plan, scale },
  draft,
  year,
  onWrite,
  onDrop,
}: {
  loaded: WorkbookPlan;
  draft: MethodDraft;
  year: number;
  onWrite: () => void;
  onDrop: () => void;
}) {
  const styles = useStyles();
  const task = useStore(pane, (state) => state.task);
  const settled = useDeferredValue(draft);
  const changes = useMemo(() => methodChanges(plan, settled), [plan, settled]);
  const moves = useMemo(() => {
    const judged = { plan, scale: scale ?? DEFAULT_SCALE };
    return gradeChanges(year, judged, { ...judged, plan: withMethods(plan, changes) });
  }, [plan, scale, year, changes]);
  return (
    <div className={styles.changes} role="group" aria-label="方法の変更">
      <Text>{changes.length}指標の方法を変えます。</Text>
      <GradeMoves changes={moves} />
      <div className={styles.buttons}>
        <Button appearance="primary" disabled={task !== null || settled !== draft} onClick={onWrite}>
          シートに書き込む
        </Button>
        <Button onClick={onDrop}>変更をやめる</Button>
      </div>
    </div>
  );
}
