/** Where a block would go, before it goes there; the button that puts it there; and the one that takes it back. */
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useCallback, useEffect, useRef, useState } from "react";
import { type Block, type InsertPreview } from "../../../sheets";
import {
  insertFiscal,
  isGone,
  type Obstacle,
  type PlaceShown,
  showPlace,
} from "../../intentions/insert-fiscal";
import { undo } from "../../intentions/undo";
import { pane } from "../../state/pane-state";
import { useStore } from "../../state/use-store";
import { hasFormulas } from "./block-contents";
import { addressOfStart, type Start, startOf } from "./free-place";
import { followSelection } from "./follow-selection";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalS,
    justifyItems: "start",
  },
  message: { width: "100%" },
  place: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
});

/** The block as it would be at a place: formulas that look at cells beside them have to know theirs. */
export type BlockAt = (start: Start) => Block;

const anywhere: Start = { sheet: "", row: 0, column: 0 };

/** The place as last asked for, asked again whenever the block or the selection changes. */
function usePlace(blockAt: BlockAt) {
  const [place, setPlace] = useState<PlaceShown | null>(null);
  const round = useRef(0);
  /** The place a person asked for instead, and where the selection was then: it counts until the selection moves. */
  const pinned = useRef<{ at: string; selected: string } | null>(null);
  const selected = useRef("");
  const look = useCallback(
    (at?: string) => {
      const mine = ++round.current;
      const block = blockAt(anywhere);
      if (at !== undefined) pinned.current = { at, selected: selected.current };
      const ask = async (): Promise<PlaceShown> => {
        const here = await showPlace(block, hasFormulas(block));
        selected.current = here.kind === "refused" ? "" : cornerOf(here.preview);
        if (pinned.current?.selected !== selected.current) pinned.current = null;
        return pinned.current === null ? here : showPlace(block, hasFormulas(block), pinned.current.at);
      };
      void ask().then(
        (shown) => {
          if (mine === round.current) setPlace((now) => (isSamePlace(now, shown) ? now : shown));
        },
        () => {
          if (mine === round.current) setPlace(null);
        },
      );
    },
    [blockAt],
  );
  useEffect(() => {
    look();
    const stop = followSelection(() => look());
    return () => {
      stop();
      round.current += 1;
    };
  }, [look]);
  return { place, look };
}

/** Without the size, which changes with what is chosen. */
function cornerOf(preview: InsertPreview): string {
  const start = startOf(preview);
  return start === null ? preview.address : addressOfStart(start);
}

/** Nothing new to show or to read aloud. */
function isSamePlace(now: PlaceShown | null, next: PlaceShown): boolean {
  return JSON.stringify(now) === JSON.stringify(next);
}

interface Inserted {
  /** What it was: by now the screen may show another. */
  what: string;
  preview: InsertPreview;
  block: Block;
  start: Start;
}

/** What was put there last, for as long as it is there. */
function useInserted() {
  const [inserted, setInserted] = useState<Inserted | null>(null);
  useEffect(() => {
    if (inserted === null) return;
    return followSelection(
      () =>
        void isGone(inserted.block, inserted.start).then((gone) => {
          if (gone) setInserted((now) => (now === inserted ? null : now));
        }),
    );
  }, [inserted]);
  return { inserted, setInserted };
}

export function InsertPlace({ what, blockAt }: { what: string; blockAt: BlockAt }) {
  const styles = useStyles();
  const { place, look } = usePlace(blockAt);
  const { inserted, setInserted } = useInserted();
  const busy = useStore(pane, (state) => state.task !== null);
  const takeBack = useRef<HTMLButtonElement>(null);
  useEffect(() => takeBack.current?.focus(), [inserted]);

  const insert = async (start: Start): Promise<void> => {
    const block = blockAt(start);
    const answer = await insertFiscal(what, block, start);
    setInserted(answer.ok ? { what, preview: answer.preview, block, start } : null);
    look();
  };
  const undoInsert = async (): Promise<void> => {
    const answer = await undo();
    if (answer.ok) setInserted(null);
    look();
  };

  return (
    <section className={styles.root} aria-label="挿入先">
      <div role="status" className={styles.message}>
        {inserted !== null && (
          <MessageBar intent="success" layout="multiline" className={styles.message}>
            <MessageBarBody>
              <MessageBarTitle>{inserted.what}を挿入しました</MessageBarTitle>
              {inserted.preview.address}（{sizeOf(inserted.preview)}）
            </MessageBarBody>
            <MessageBarActions>
              <Button ref={takeBack} disabled={busy} onClick={() => void undoInsert()}>
                取り消す
              </Button>
            </MessageBarActions>
          </MessageBar>
        )}
        <PlaceText place={place} inserted={inserted?.preview ?? null} look={look} />
      </div>
      <Button
        appearance="primary"
        disabled={busy || place?.kind !== "free"}
        onClick={() => {
          if (place?.kind === "free") void insert(place.start);
        }}
      >
        {place?.kind === "free" ? `${place.preview.address} に挿入` : "挿入"}
      </Button>
    </section>
  );
}

function sizeOf({ rows, columns }: InsertPreview): string {
  return `${rows}行×${columns}列`;
}

function PlaceText({
  place,
  inserted,
  look,
}: {
  place: PlaceShown | null;
  inserted: InsertPreview | null;
  look: (at: string) => void;
}) {
  const styles = useStyles();
  if (place === null) return <Text>挿入先のセルをシートで選んでください。</Text>;
  switch (place.kind) {
    case "refused":
      return (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{place.refusal.message}</MessageBarBody>
        </MessageBar>
      );
    case "free":
      return (
        <Text>
          挿入先：<span className={styles.place}>{place.preview.address}</span>（{sizeOf(place.preview)}
          、空いています）
          {place.preview.hidden && (
            <Text block>隠れた行か列にかかるので、挿入しても見えない所があります。</Text>
          )}
        </Text>
      );
    case "blocked":
      // What was just put there is no obstacle to speak of.
      if (inserted !== null && place.preview.address === inserted.address)
        return <Text>続けて挿入するときは、次の挿入先のセルをシートで選んでください。</Text>;
      return <Blocked {...place} look={look} />;
  }
}

function Blocked({
  preview,
  obstacle,
  instead,
  look,
}: Extract<PlaceShown, { kind: "blocked" }> & { look: (at: string) => void }) {
  const styles = useStyles();
  const start = instead === null ? null : startOf(instead);
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.message}>
      <MessageBarBody>
        <MessageBarTitle>{preview.address} には挿入できません</MessageBarTitle>
        {obstacleText(obstacle)}
        {instead === null && "空いている場所のセルをシートで選んでください。"}
      </MessageBarBody>
      {instead !== null && start !== null && (
        <MessageBarActions>
          <Button onClick={() => look(addressOfStart(start))}>空いている {instead.address} にする</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

const mostNamed = 4;

/** Without the sheet, which the title of the message names. */
function named(cells: readonly string[]): string {
  return cells
    .slice(0, mostNamed)
    .map((cell) => cell.slice(cell.lastIndexOf("!") + 1))
    .join("、");
}

function obstacleText(obstacle: NonNullable<Obstacle>): string {
  switch (obstacle.kind) {
    case "occupied": {
      const more = obstacle.cells.length - mostNamed;
      return `${named(obstacle.cells)}${more > 0 ? `ほか${more}個のセル` : ""}に値や数式が入っています。上書きはしません。`;
    }
    case "merged":
      return `${named(obstacle.cells)} は結合されたセルです。結合したセルには値が1つしか入らないので、入れません。`;
    case "table":
      return `表「${obstacle.table}」の中です。表の中の数式は列全体に広がるため、入れません。表の外のセルを選ぶか、入れ方を「値」にしてください。`;
  }
}
