/** What loading would make in this workbook, before it does: sheets, rows, names, problems, and that nothing is overwritten. */
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Subtitle2,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  tokens,
} from "@fluentui/react-components";
import { type SheetPreview } from "../../../sheets";
import { Facts } from "../../parts/Facts";
import { PagedList } from "../../parts/PagedList";
import { Panel } from "../../parts/Panel";
import { pane } from "../../state/pane-state";
import { useStore } from "../../state/use-store";
import { goTo, type Stage } from "./stage";
import { confirmLoad } from "./steps";

const useStyles = makeStyles({
  part: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalS },
  cell: { overflowWrap: "anywhere", paddingBlock: tokens.spacingVerticalXS },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

export function PreviewLoad({ stage }: { stage: Extract<Stage, { kind: "load" }> }) {
  const styles = useStyles();
  const task = useStore(pane, (state) => state.task);
  const { plan, preview, back } = stage;
  const errors = preview.problems.filter(({ severity }) => severity === "error");
  const others = preview.problems.filter(({ severity }) => severity !== "error");
  return (
    <Panel title={`「${preview.title}」を読み込む`} onBack={() => goTo(back)}>
      <Facts
        facts={[
          ["行", `${preview.rows}行`],
          ["セル", `${preview.cells.toLocaleString("ja-JP")}個（約 ${sizeText(preview.bytes)}）`],
          ["名前", preview.names.join("、")],
          ["上書き", preview.overwrites.length === 0 ? "ありません" : preview.overwrites.join("、")],
        ]}
      />
      <Sheets sheets={preview.sheets} />
      {preview.leftovers.length > 0 && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            前の読み込みの作りかけ（{preview.leftovers.join("、")}）を片付けてから始めます。
          </MessageBarBody>
        </MessageBar>
      )}
      {errors.map(({ message }) => (
        <MessageBar key={message} intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>このままでは読み込めません</MessageBarTitle>
            {message}
          </MessageBarBody>
        </MessageBar>
      ))}
      {others.length > 0 && (
        <section className={styles.part} aria-label="知っておくこと">
          <PagedList items={others} label="知っておくこと">
            {({ message }) => <Text>{message}</Text>}
          </PagedList>
        </section>
      )}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabled={task !== null || errors.length > 0}
          onClick={() => void confirmLoad(plan)}
        >
          この内容で読み込む
        </Button>
        <Button disabled={task !== null} onClick={() => goTo(back)}>
          やめる
        </Button>
      </div>
    </Panel>
  );
}

/** Sheets an operation makes, changes, removes or leaves. */
export function Sheets({ sheets }: { sheets: readonly SheetPreview[] }) {
  const styles = useStyles();
  return (
    <section className={styles.part}>
      <Subtitle2 as="h3">シート</Subtitle2>
      <Table size="small" aria-label="シート">
        <TableHeader>
          <TableRow>
            <TableHeaderCell>名前</TableHeaderCell>
            <TableHeaderCell>すること</TableHeaderCell>
            <TableHeaderCell>大きさ</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {sheets.map(({ name, what, action, rows, columns }) => (
            <TableRow key={`${name} ${action}`}>
              <TableCell className={styles.cell}>
                {name}
                {what === "控え" ? "（非表示）" : ""}
              </TableCell>
              <TableCell className={styles.cell}>{action}</TableCell>
              <TableCell className={styles.cell}>{rows === 0 ? "—" : `${rows}行×${columns}列`}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </section>
  );
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1_000))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
