/** What was read in a document, before anything is written: counts, problems with their lines, the tree, and what has to be filled in. */
import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Subtitle2,
  Text,
  tokens,
} from "@fluentui/react-components";
import { TableRegular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { readPlan } from "../../../plan/file/read";
import { Facts } from "../../parts/Facts";
import { Panel } from "../../parts/Panel";
import { pane } from "../../state/pane-state";
import { useStore } from "../../state/use-store";
import { contentsOf, countsText } from "./contents";
import { explainableCells, kindNames } from "./document";
import { Outline } from "./Outline";
import { type Particulars, completed, isComplete, particularsOf, problemsIn } from "./particulars";
import { Problems } from "./Problems";
import { goTo, type Stage } from "./stage";
import { explainColumns, preview } from "./steps";

const useStyles = makeStyles({
  part: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalS },
  form: { display: "grid", gap: tokens.spacingVerticalS, "& input": { minWidth: 0 } },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

export function ReviewDocument({ stage }: { stage: Extract<Stage, { kind: "review" }> }) {
  const styles = useStyles();
  const task = useStore(pane, (state) => state.task);
  const { document, purpose, back } = stage;
  const { plan, problems } = document;
  const asksParticulars = plan !== null && !isComplete(plan);
  const [typed, setTyped] = useState<Particulars | null>(plan === null ? null : particularsOf(plan));
  const contents = useMemo(() => (plan === null ? null : contentsOf(plan)), [plan]);
  const whole = plan === null || typed === null ? null : completed(plan, typed);
  const faults = useMemo(
    () => (whole === null ? [] : readPlan(whole).problems.filter(({ severity }) => severity === "error")),
    [whole],
  );
  // What came from chosen columns goes back to them by the arrow.
  const cells = useMemo(
    () => (back.kind === "columns" ? null : explainableCells(document)),
    [back, document],
  );
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return (
    <Panel title="読み取った内容" onBack={() => goTo(back)}>
      <Facts
        facts={[
          ["もと", document.name],
          ["形", document.kind === null ? "分かりません" : kindNames[document.kind]],
          ...(plan === null || contents === null
            ? []
            : ([
                ["計画", [plan.municipality, plan.title].filter(Boolean).join("　") || "（下で入力）"],
                ["内容", countsText(contents)],
                ["年度", contents.period],
                ["評価", contents.judgement],
              ] as const)),
        ]}
      />
      {plan === null && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>計画として読めませんでした</MessageBarTitle>
            ブックは変更していません。下の問題を直してから、もう一度読み込んでください。
          </MessageBarBody>
        </MessageBar>
      )}
      {purpose.kind === "update" && plan !== null && plan.title !== "" && plan.title !== purpose.title && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            「{plan.title}」を「{purpose.title}
            」の新しい版として扱います。別の計画なら戻って選び直してください。
          </MessageBarBody>
        </MessageBar>
      )}
      <section className={styles.part} aria-labelledby="document-problems">
        <Subtitle2 as="h3" id="document-problems">
          {problems.length === 0
            ? "問題はありません"
            : `問題 ${problems.length}件${errors > 0 ? `（うち直す必要のあるもの ${errors}件）` : ""}`}
        </Subtitle2>
        <Problems problems={problems} text={document.text} />
      </section>
      {cells !== null && (
        <section className={styles.part} aria-labelledby="document-columns">
          <Subtitle2 as="h3" id="document-columns">
            {plan === null ? "列に分かれた表のようです" : "列の意味が違うとき"}
          </Subtitle2>
          <Text>
            {plan === null
              ? "列ごとの意味を自分で選べば、計画として読めます。ファイルは直さなくてかまいません。"
              : "見出しの言葉から読み取った列の意味を、自分で選び直せます。ファイルは直さなくてかまいません。"}
          </Text>
          <div className={styles.buttons}>
            <Button
              appearance={plan === null ? "primary" : "secondary"}
              icon={<TableRegular />}
              onClick={() => explainColumns({ name: document.name, values: cells }, purpose, stage)}
            >
              列の意味を選ぶ
            </Button>
          </div>
        </section>
      )}
      {plan !== null && (
        <section className={styles.part} aria-labelledby="document-outline">
          <Subtitle2 as="h3" id="document-outline">
            計画の構成
          </Subtitle2>
          <Outline plan={plan} />
        </section>
      )}
      {typed !== null && asksParticulars && <ParticularsForm typed={typed} onChange={setTyped} />}
      {faults.length > 0 && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>このままでは読み込めません</MessageBarTitle>
            {faults
              .slice(0, 5)
              .map(({ message, path }) => `${path === undefined ? "" : `${path}：`}${message}`)
              .join("　")}
          </MessageBarBody>
        </MessageBar>
      )}
      {plan !== null && (
        <div className={styles.buttons}>
          <Button
            appearance="primary"
            disabled={task !== null || whole === null || faults.length > 0}
            onClick={() => whole !== null && void preview(whole, purpose, stage)}
          >
            {purpose.kind === "load" ? "できるシートを確かめる" : "変わるところを確かめる"}
          </Button>
          <Button onClick={() => goTo(back)}>やめる</Button>
        </div>
      )}
    </Panel>
  );
}

function ParticularsForm({
  typed,
  onChange,
}: {
  typed: Particulars;
  onChange: (typed: Particulars) => void;
}) {
  const styles = useStyles();
  const problems = problemsIn(typed);
  const field = (name: keyof Particulars, label: string, required: boolean, hint?: string) => (
    <Field
      label={label}
      required={required}
      {...(hint === undefined ? {} : { hint })}
      {...(problems[name] === undefined || typed[name] === ""
        ? {}
        : { validationMessage: problems[name], validationState: "error" as const })}
    >
      <Input value={typed[name]} onChange={(_event, { value }) => onChange({ ...typed, [name]: value })} />
    </Field>
  );
  return (
    <section className={styles.form} aria-labelledby="plan-particulars">
      <Subtitle2 as="h3" id="plan-particulars">
        計画について
      </Subtitle2>
      <Text>文書から分からなかったことを入れてください。</Text>
      {field("municipality", "市町村名", true)}
      {field("title", "計画名", true)}
      {field("first", "最初の年度", true, "例：令和3年度")}
      {field("last", "最後の年度", true, "例：令和7年度")}
      {field("code", "全国地方公共団体コード", false, "分かるときだけ。半角数字6けた")}
    </section>
  );
}
