/** 指標を入れる: choose indicators of the plans at hand, say how, see where, insert. */
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  Subtitle2,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useMemo } from "react";
import { type UnreadFile } from "../../../functions/plans/server-plans";
import { EmptyState } from "../../frame/EmptyState";
import { book } from "../../state/book";
import { preferences } from "../../state/preferences";
import { useStore } from "../../state/use-store";
import { blockOf } from "./block";
import { type BlockChoice } from "./block-choice";
import { BroughtWorkbooks } from "./BroughtWorkbooks";
import { firstFormula } from "./block-contents";
import { type FiscalRow, fiscalRows, needsStandardScale } from "./fiscal-rows";
import { fiscal, loadPublished } from "./fiscal-state";
import { type Group, IndicatorList } from "./IndicatorList";
import { InsertPlace } from "./InsertPlace";
import { InsertSettings } from "./InsertSettings";
import { todayInJapanese } from "./japanese-date";
import { LineInputs } from "./LineInputs";
import { hasFiscalIndicators, sourcesAtHand } from "./sources";
import { chosenTexts } from "./words";

const useStyles = makeStyles({
  root: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalL },
  insert: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalM,
    borderTop: `2px solid ${tokens.colorNeutralStroke1}`,
  },
  formula: { overflowWrap: "anywhere", color: tokens.colorNeutralForeground2 },
});

export function IndicatorsView() {
  const styles = useStyles();
  const loaded = useStore(book, (state) => state.plans);
  const published = useStore(fiscal, (state) => state.published);
  const unread = useStore(fiscal, (state) => state.unread);
  const failed = useStore(fiscal, (state) => state.publishedFailed);
  const decimals = useStore(preferences, (state) => state.decimals);
  const lineInputs = useStore(fiscal, (state) => state.lineInputs);
  const chosen = useStore(fiscal, (state) => state.chosen);
  useEffect(() => void loadPublished(), []);

  const brought = useStore(fiscal, (state) => state.brought);
  const sources = useMemo(
    () => sourcesAtHand(loaded, published ?? [], brought),
    [loaded, published, brought],
  );
  const groups = useMemo(
    (): Group[] =>
      sources
        .map((source) => ({ source, rows: fiscalRows(source, lineInputs, decimals) }))
        .filter(({ rows }) => rows.length > 0),
    [sources, lineInputs, decimals],
  );
  const all = useMemo(() => groups.flatMap(({ rows }) => rows), [groups]);
  // In the order of the screen, so that what is inserted reads as what is shown.
  const rows = useMemo(() => all.filter(({ key }) => chosen.includes(key)), [all, chosen]);
  const without = sources.filter((source) => !hasFiscalIndicators(source));
  const sized = [
    ...new Map(
      all.filter(({ ratio }) => needsStandardScale(ratio)).map(({ ratio }) => [ratio.name, ratio]),
    ).values(),
  ];

  return (
    <div className={styles.root}>
      <BroughtWorkbooks />
      {groups.length > 0 && <IndicatorList groups={groups} chosen={chosen} without={without} />}
      {unread.length > 0 && <UnreadFiles files={unread} />}
      {published === null && !failed && <Spinner label="公表された計画を読み込んでいます" />}
      {failed && (
        <EmptyState
          title="公表された計画を読み込めませんでした"
          action={<Button onClick={() => void loadPublished()}>もう一度読み込む</Button>}
        >
          ブックの内容は変わっていません。ネットワークを確かめてください。
        </EmptyState>
      )}
      <LineInputs ratios={sized} />
      {rows.length > 0 ? (
        <Insert rows={rows} />
      ) : (
        groups.length > 0 && <Text>指標を選ぶと、シートに入れる設定がここに出ます。</Text>
      )}
    </div>
  );
}

/** What the IT department put on the server and nobody could read: a clerk who misses a plan has something to tell them. */
function UnreadFiles({ files }: { files: readonly UnreadFile[] }) {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>サーバーの plans/ に読めない計画があります</MessageBarTitle>
        ほかの計画は使えます。情報担当に知らせてください。
        {files.map(({ file, reason }) => (
          <Text key={`${file} ${reason}`} block>
            {file}：{reason}
          </Text>
        ))}
      </MessageBarBody>
    </MessageBar>
  );
}

function Insert({ rows }: { rows: readonly FiscalRow[] }) {
  const styles = useStyles();
  const wantedYears = useStore(fiscal, (state) => state.years);
  const series = useStore(fiscal, (state) => state.series);
  const direction = useStore(fiscal, (state) => state.direction);
  const headings = useStore(fiscal, (state) => state.headings);
  const sourceLine = useStore(fiscal, (state) => state.sourceLine);
  const form = useStore(fiscal, (state) => state.form);

  const available = useMemo(
    () => [...new Set(rows.flatMap(({ years }) => years.map(({ year }) => year)))].sort((a, b) => a - b),
    [rows],
  );
  const years = useMemo(
    () => (wantedYears === null ? available : available.filter((year) => wantedYears.includes(year))),
    [available, wantedYears],
  );
  const block = useMemo(() => {
    const choice: BlockChoice = { rows, years, series, direction, headings, sourceLine, form };
    return blockOf(choice, todayInJapanese());
  }, [rows, years, series, direction, headings, sourceLine, form]);
  const blockAt = useMemo(() => (block === null ? null : () => block), [block]);
  const example = block === null ? null : firstFormula(block);

  return (
    <section className={styles.insert} aria-label="シートに入れる">
      <Subtitle2 as="h2">シートに入れる（{rows.length}指標）</Subtitle2>
      <div>
        {chosenTexts(rows).map((text) => (
          <Text key={text} size={200} block className={styles.formula}>
            {text}
          </Text>
        ))}
      </div>
      <InsertSettings rows={rows} years={years} available={available} />
      {example !== null && (
        <Text size={200} font="monospace" className={styles.formula}>
          {example}
        </Text>
      )}
      {blockAt === null ? (
        <Text>年度と項目を1つ以上選んでください。</Text>
      ) : (
        <InsertPlace what="財政指標" blockAt={blockAt} />
      )}
    </section>
  );
}
