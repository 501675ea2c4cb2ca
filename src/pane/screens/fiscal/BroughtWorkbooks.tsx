/** The planners' workbooks that were brought in: which file, of which day, with 更新 and 取り除く; and bringing another. */
import { Button, makeStyles, Subtitle2, Text, tokens } from "@fluentui/react-components";
import { ArrowSyncRegular, DeleteRegular, DocumentAddRegular } from "@fluentui/react-icons";
import { useEffect, useRef } from "react";
import { bring, broughtWorkbooks, removeBrought } from "../../intentions/bring";
import { book } from "../../state/book";
import { pane } from "../../state/pane-state";
import { useStore } from "../../state/use-store";
import { fiscal } from "./fiscal-state";
import { todayInJapanese } from "./japanese-date";

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalS, minWidth: 0 },
  brought: {
    display: "grid",
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingVerticalS,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: "anywhere",
  },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  hidden: { display: "none" },
});

export function BroughtWorkbooks() {
  const styles = useStyles();
  const busy = useStore(pane, (state) => state.task !== null);
  const reading = useStore(book, (state) => state.reading);
  const brought = useStore(fiscal, (state) => state.brought);
  const chooser = useRef<HTMLInputElement>(null);
  useEffect(() => {
    let gone = false;
    void broughtWorkbooks().then((found) => {
      if (!gone) fiscal.set({ brought: found });
    });
    return () => {
      gone = true;
    };
  }, [reading]);
  const choose = (file: File | undefined): void => {
    if (file !== undefined && !busy) void bring(file, todayInJapanese());
  };
  return (
    <section className={styles.root} aria-label="企画課のブック">
      <Subtitle2 as="h2">企画課のブック</Subtitle2>
      <Text size={200}>
        計画を読み込んである .xlsx
        を取り込むと、公表時ではなく今日の目標値と実績を使えます。シートは隠して入れ、入力や数式は変えません。
      </Text>
      {brought.map(({ file, date, plans }) => (
        <div key={file} className={styles.brought} role="group" aria-label={file}>
          <Text weight="semibold">{plans.map(({ title }) => title).join("、")}</Text>
          <Text size={200}>
            {file}（取り込み日 {date}）
          </Text>
          <div className={styles.buttons}>
            <Button
              size="small"
              icon={<ArrowSyncRegular />}
              disabled={busy}
              onClick={() => chooser.current?.click()}
            >
              更新
            </Button>
            <Button
              size="small"
              icon={<DeleteRegular />}
              disabled={busy}
              onClick={() => void removeBrought(file)}
            >
              取り除く
            </Button>
          </div>
        </div>
      ))}
      {brought.length > 0 && (
        <Text size={200}>
          更新するときは、同じ名前のファイルを選びます。名前で書いた数式は新しい値になります。
        </Text>
      )}
      <div className={styles.buttons}>
        <Button icon={<DocumentAddRegular />} disabled={busy} onClick={() => chooser.current?.click()}>
          企画課のブックを取り込む
        </Button>
      </div>
      <input
        ref={chooser}
        className={styles.hidden}
        type="file"
        accept=".xlsx,.xlsm"
        aria-label="企画課のブックのファイル"
        onChange={(event) => {
          choose(event.target.files?.[0]);
          // The same file, changed since, may be chosen again.
          event.target.value = "";
        }}
      />
    </section>
  );
}
