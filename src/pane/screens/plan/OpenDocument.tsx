/** Where a document comes from: a file dropped or chosen, a text pasted, a range of the sheet, or the published version. */
import {
  Button,
  Divider,
  Field,
  makeStyles,
  mergeClasses,
  Text,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { ArrowSyncRegular, DocumentAddRegular, TableRegular } from "@fluentui/react-icons";
import { useRef } from "react";
import { useDrop } from "../../frame/drop-file";
import { Panel } from "../../parts/Panel";
import { pane } from "../../state/pane-state";
import { useStore } from "../../state/use-store";
import { published } from "./published.made";
import { goTo, planScreen, type Purpose, type Stage } from "./stage";
import { chooseColumns, previewPublished, reviewFile, reviewText } from "./steps";

const useStyles = makeStyles({
  drop: {
    display: "grid",
    justifyItems: "center",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingVerticalXL,
    textAlign: "center",
    border: `2px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  over: {
    border: `2px dashed ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
  },
  hidden: { display: "none" },
  paste: { "& textarea": { minHeight: "8em", maxHeight: "20em" } },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

export function OpenDocument({ purpose }: { purpose: Purpose }) {
  const styles = useStyles();
  const task = useStore(pane, (state) => state.task);
  const pasted = useStore(planScreen, (state) => state.pasted);
  const chooser = useRef<HTMLInputElement>(null);
  const busy = task !== null;
  const here: Stage = { kind: "open", purpose };
  const open = (file: File | undefined): void => {
    if (file !== undefined && !busy) void reviewFile(file, purpose, here);
  };
  const { over, handlers } = useDrop({ onFile: open, onText: (text) => planScreen.set({ pasted: text }) });
  return (
    <Panel title={titleFor(purpose)} onBack={() => goTo({ kind: "list" })} backLabel="計画の一覧に戻る">
      {purpose.kind === "update" && <FromPublished purpose={purpose} />}
      {purpose.kind === "answers" && (
        <Text>
          担当課から戻ったブック（.xlsx）か表を選んでください。シートの空いているセルに入る値と、入力と違う値を、取り込む前に示します。担当課へは、このブックを渡し、「担当課」の列で絞り込んで入力してもらいます。
        </Text>
      )}
      <div
        className={mergeClasses(styles.drop, over && styles.over)}
        {...handlers}
        role="group"
        aria-label="ファイル"
      >
        <Text>この枠にファイルを落とすか、ファイルを選んでください。</Text>
        <Text size={200}>
          {purpose.kind === "answers" ? "" : "JSON（計画ファイル）、計画書の文章（テキスト）、"}
          CSV・TSV、計画を読み込んである Excel ブック（.xlsx）。文字コードは自動で見分けます。
        </Text>
        <Button icon={<DocumentAddRegular />} disabled={busy} onClick={() => chooser.current?.click()}>
          ファイルを選ぶ
        </Button>
        <input
          ref={chooser}
          className={styles.hidden}
          type="file"
          aria-label="計画のファイル"
          onChange={(event) => {
            open(event.target.files?.[0]);
            // The same file, mended, may be chosen again.
            event.target.value = "";
          }}
        />
      </div>
      <Divider>または</Divider>
      <Field
        label="貼り付け"
        hint={
          purpose.kind === "answers"
            ? "Excel の表か CSV を、見出しの行ごとコピーして貼り付けてください。"
            : "計画書の文章、Excel の表、CSV をコピーして、そのまま貼り付けてください。"
        }
      >
        <Textarea
          className={styles.paste}
          resize="vertical"
          value={pasted}
          onChange={(_event, { value }) => planScreen.set({ pasted: value })}
        />
      </Field>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabled={busy || pasted.trim() === ""}
          onClick={() => void reviewText("貼り付けた文章", pasted, purpose, here)}
        >
          内容を確かめる
        </Button>
        {pasted !== "" && <Button onClick={() => planScreen.set({ pasted: "" })}>欄を空にする</Button>}
      </div>
      <Divider>または</Divider>
      <Text>シート上の一覧を選んでから押してください。列の意味を確かめて読み込めます。</Text>
      <div className={styles.buttons}>
        <Button icon={<TableRegular />} disabled={busy} onClick={() => void chooseColumns(purpose)}>
          選択範囲から
        </Button>
      </div>
    </Panel>
  );
}

function titleFor(purpose: Purpose): string {
  switch (purpose.kind) {
    case "load":
      return "計画を開く";
    case "update":
      return `「${purpose.title}」を新しい版に更新`;
    case "answers":
      return `「${purpose.title}」に実績値を取り込む`;
  }
}

/** A loaded plan that comes with the add-in: a newer add-in may bring a newer version of it. */
function FromPublished({ purpose }: { purpose: Extract<Purpose, { kind: "update" }> }) {
  const styles = useStyles();
  const task = useStore(pane, (state) => state.task);
  if (!published.some(({ id }) => id === purpose.plan)) return null;
  return (
    <>
      <Text>アドインに付属している版と比べて、変わったところだけを取り込めます。</Text>
      <div className={styles.buttons}>
        <Button
          icon={<ArrowSyncRegular />}
          disabled={task !== null}
          onClick={() => void previewPublished(purpose.plan, purpose, { kind: "open", purpose })}
        >
          付属の版と比べる
        </Button>
      </div>
      <Divider>または</Divider>
    </>
  );
}
