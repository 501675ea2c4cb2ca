/** A list from the sheet or from a file: what each column is, filled in as guessed, changed by a person, with the first rows beside it. */
import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useMemo } from "react";
import { Panel } from "../../parts/Panel";
import { pane } from "../../state/pane-state";
import { useStore } from "../../state/use-store";
import {
  type ColumnChoice,
  columnKinds,
  columnProblems,
  guessColumns,
  tableText,
} from "../../../sheets/selection/columns";
import { goTo, type Stage } from "./stage";
import { reviewText } from "./steps";

const useStyles = makeStyles({
  columns: { display: "grid", gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: "none" },
  column: {
    display: "grid",
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    minWidth: 0,
  },
  control: { minWidth: 0, "& select": { minWidth: 0 }, "& input": { minWidth: 0 } },
  sample: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

const headerChoices = 10;

export function ChooseColumns({ stage }: { stage: Extract<Stage, { kind: "columns" }> }) {
  const styles = useStyles();
  const task = useStore(pane, (state) => state.task);
  const { table, purpose, back } = stage;
  const { values } = table;
  const guess = useMemo(() => guessColumns(values), [values]);
  const columns = stage.columns ?? guess;
  const problems = columnProblems(columns);
  const change = (at: number, part: Partial<ColumnChoice>): void =>
    goTo({
      ...stage,
      columns: {
        ...columns,
        choices: columns.choices.map((choice, column) => (column === at ? { ...choice, ...part } : choice)),
      },
    });
  const headerText = (row: number): string =>
    row < 0
      ? "見出しの行はない"
      : `${row + 1}行目：${(values[row] ?? []).map(String).filter(Boolean).slice(0, 4).join("、")}`;
  return (
    <Panel
      title="列の意味"
      onBack={() => goTo(back)}
      {...(back.kind === "list" ? { backLabel: "計画の一覧に戻る" } : {})}
    >
      <Text>
        {table.name}（{values.length}
        行）。当てはまらない列は選び直してください。書き込みはまだ行いません。
      </Text>
      <Field label="見出しの行" className={styles.control}>
        <Select
          value={String(columns.header)}
          onChange={(_event, { value }) => goTo({ ...stage, columns: guessColumns(values, Number(value)) })}
        >
          {[-1, ...values.slice(0, headerChoices).keys()].map((row) => (
            <option key={row} value={String(row)}>
              {headerText(row)}
            </option>
          ))}
        </Select>
      </Field>
      <ol className={styles.columns}>
        {columns.choices.map((choice, at) => {
          const title = columns.header < 0 ? "" : String(values[columns.header]?.[at] ?? "").trim();
          const named = title === "" ? `${at + 1}列目` : `${at + 1}列目「${title}」`;
          const sample = values
            .slice(columns.header + 1)
            .map((row) => String(row[at] ?? "").trim())
            .filter((text) => text !== "")
            .slice(0, 3);
          return (
            <li key={at} className={styles.column}>
              <Field label={named} className={styles.control}>
                <Select
                  value={choice.kind}
                  onChange={(_event, { value }) => {
                    const kind = columnKinds.find((each) => each.kind === value)?.kind;
                    if (kind !== undefined)
                      change(at, {
                        kind,
                        level: kind === "level" ? choice.level || title || "取組項目" : choice.level,
                      });
                  }}
                >
                  {columnKinds.map(({ kind, name }) => (
                    <option key={kind} value={kind}>
                      {name}
                    </option>
                  ))}
                </Select>
              </Field>
              {choice.kind === "level" && (
                <Field label="この階層の呼び名" className={styles.control}>
                  <Input
                    value={choice.level}
                    onChange={(_event, { value }) => change(at, { level: value })}
                  />
                </Field>
              )}
              {(choice.kind === "target" || choice.kind === "actual") && (
                <Field label="年度" className={styles.control}>
                  <Input
                    value={choice.year}
                    placeholder="令和6年度"
                    onChange={(_event, { value }) => change(at, { year: value })}
                  />
                </Field>
              )}
              <Text size={200} className={styles.sample}>
                {sample.length === 0 ? "値なし" : `例：${sample.join(" ／ ")}`}
              </Text>
            </li>
          );
        })}
      </ol>
      {problems.map((problem) => (
        <MessageBar key={problem} intent="warning" layout="multiline">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      ))}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabled={task !== null || problems.length > 0}
          onClick={() => void reviewText(table.name, tableText(values, columns), purpose, stage)}
        >
          内容を確かめる
        </Button>
      </div>
    </Panel>
  );
}
