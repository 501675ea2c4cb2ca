/** The scale of a plan in a small table, with what an edit would change before it is written. */
import {
  Badge,
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
import { AddRegular, ArrowDownRegular, ArrowUpRegular, DeleteRegular } from "@fluentui/react-icons";
import { useDeferredValue, useMemo, useState } from "react";
import { originNote } from "../../../plan/scale-origin";
import { DEFAULT_SCALE, SCALES } from "../../../plan/scale-bundled";
import { type WorkbookPlan } from "../../../sheets";
import { writeScale } from "../../intentions/settings";
import { book } from "../../state/book";
import { pane } from "../../state/pane-state";
import { useStore } from "../../state/use-store";
import { drafts } from "./drafts";
import { changesSentence, gradeChanges } from "./grade-changes";
import {
  changed,
  conditions,
  type Condition,
  type DraftRule,
  draftOf,
  draftProblems,
  isEdited,
  moved,
  otherwise,
  scaleOf,
  withoutRow,
  withRow,
} from "./scale-draft";

const useStyles = makeStyles({
  rows: { display: "grid", gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: "none" },
  row: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    gap: tokens.spacingHorizontalS,
    alignItems: "end",
    padding: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  limit: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(6.5em, auto)",
    gap: tokens.spacingHorizontalS,
    gridColumnStart: 1,
    gridColumnEnd: 3,
  },
  marks: {
    gridColumnStart: 1,
    gridColumnEnd: 3,
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
  },
  // A field's only column is as wide as the browser's own idea of an input unless it is told otherwise.
  input: {
    minWidth: 0,
    gridTemplateColumns: "minmax(0, 1fr)",
    "& input": { minWidth: 0, width: "100%" },
    "& select": { minWidth: 0 },
  },
  tools: { display: "flex" },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  template: {
    minWidth: 0,
    gridTemplateColumns: "minmax(0, 1fr)",
    flexGrow: 1,
    flexBasis: "8em",
    "& select": { minWidth: 0 },
  },
  moves: { margin: 0, paddingInlineStart: "1.4em" },
});

export function ScaleEditor({ loaded }: { loaded: WorkbookPlan }) {
  const styles = useStyles();
  const task = useStore(pane, (state) => state.task);
  const evaluationYear = useStore(book, (state) => state.reading?.evaluationYear ?? null);
  const { plan } = loaded;
  const scale = loaded.scale ?? DEFAULT_SCALE;
  const kept = useStore(drafts, (state) => state.byPlan[plan.id] ?? null);
  const fresh = useMemo(() => draftOf(scale), [scale]);
  const draft = kept ?? fresh;
  const settled = useDeferredValue(draft);
  const problems = useMemo(() => draftProblems(settled), [settled]);
  const broken = problems.some(({ severity }) => severity === "error");
  const edited = isEdited(draft, scale);
  const year = evaluationYear ?? plan.period[0];
  const changes = useMemo(
    () => (broken ? null : gradeChanges(plan, year, scale, scaleOf(settled))),
    [broken, plan, year, scale, settled],
  );
  const note = originNote(scaleOf(settled));
  const keep = (next: typeof draft | null): void =>
    drafts.set(({ byPlan }) => ({ byPlan: { ...byPlan, [plan.id]: next } }));
  if (loaded.scaleTable === null)
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          この計画の尺度の表が設定シートに見つかりません。計画の画面の「更新」で作り直せます。
        </MessageBarBody>
      </MessageBar>
    );
  return (
    <>
      <Text>上から順に、最初に当てはまる評価になります。率は小数第1位までの、表示どおりの値で比べます。</Text>
      <ol className={styles.rows}>
        {draft.rules.map((rule, at) => (
          <Rule
            key={rule.key}
            rule={rule}
            at={at}
            last={draft.rules.length - 1}
            onChange={(part) => keep(changed(draft, rule.key, part))}
            onMove={(by) => keep(moved(draft, rule.key, by))}
            onRemove={() => keep(withoutRow(draft, rule.key))}
          />
        ))}
      </ol>
      <div className={styles.buttons}>
        <Button icon={<AddRegular />} onClick={() => keep(withRow(draft))}>
          評価を加える
        </Button>
        <Template
          onChoose={(name) => {
            const chosen = SCALES.find((each) => each.name === name);
            if (chosen !== undefined) keep(draftOf(chosen));
          }}
        />
      </div>
      {problems.map(({ message, severity }) => (
        <MessageBar key={message} intent={severity} layout="multiline">
          <MessageBarBody>{message}</MessageBarBody>
        </MessageBar>
      ))}
      {edited && changes !== null && (
        <section aria-label="変更の影響" aria-live="polite">
          {changes.recorded ? (
            <Text>この計画は評価を記録しているので、区切りを変えても記録された評価は変わりません。</Text>
          ) : (
            <>
              <Text weight="semibold">{changesSentence(changes)}</Text>
              {changes.moves.length > 0 && (
                <ul className={styles.moves}>
                  {changes.moves.map(({ from, to, count }) => (
                    <li key={`${from} ${to}`}>
                      {from} → {to}：{count}項目
                    </li>
                  ))}
                </ul>
              )}
            </>
          )}
        </section>
      )}
      {note !== null && <Text size={200}>{note}</Text>}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabled={task !== null || !edited || broken || settled !== draft}
          onClick={() =>
            void writeScale(plan.id, scaleOf(draft)).then((answer) => {
              if (answer.ok) keep(null);
            })
          }
        >
          設定シートに書き込む
        </Button>
        <Button disabled={!edited} onClick={() => keep(null)}>
          変更をやめる
        </Button>
      </div>
    </>
  );
}

function Rule({
  rule,
  at,
  last,
  onChange,
  onMove,
  onRemove,
}: {
  rule: DraftRule;
  at: number;
  last: number;
  onChange: (part: Partial<Omit<DraftRule, "key" | "from">>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  const styles = useStyles();
  const { name, condition, percent } = rule;
  const called = name.trim() === "" ? `${at + 1}行目` : `「${name}」`;
  const { nameFrom, numberFrom } = scaleOf({ name: "", measures: "達成率", rules: [rule] }).rules[0] ?? {
    nameFrom: "アドイン",
    numberFrom: "アドイン",
  };
  return (
    <li className={styles.row}>
      <Field label={`評価 ${at + 1}`} className={styles.input}>
        <Input value={name} onChange={(_event, { value }) => onChange({ name: value })} />
      </Field>
      <div className={styles.tools}>
        <Button
          appearance="subtle"
          icon={<ArrowUpRegular />}
          aria-label={`${called}を上へ`}
          disabled={at === 0}
          onClick={() => onMove(-1)}
        />
        <Button
          appearance="subtle"
          icon={<ArrowDownRegular />}
          aria-label={`${called}を下へ`}
          disabled={at === last}
          onClick={() => onMove(1)}
        />
        <Button
          appearance="subtle"
          icon={<DeleteRegular />}
          aria-label={`${called}を除く`}
          disabled={last === 0}
          onClick={onRemove}
        />
      </div>
      <div className={styles.limit}>
        <Field label="達成率（％）" className={styles.input}>
          <Input
            value={condition === otherwise ? "" : percent}
            disabled={condition === otherwise}
            inputMode="decimal"
            onChange={(_event, { value }) => onChange({ percent: value })}
          />
        </Field>
        <Field label="条件">
          <Select
            value={condition}
            onChange={(_event, { value }) => {
              const chosen = conditions.find((each) => each === value);
              if (chosen !== undefined) onChange({ condition: chosen satisfies Condition });
            }}
          >
            {conditions.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </Select>
        </Field>
      </div>
      <div className={styles.marks}>
        <Origin what="言葉" from={nameFrom} />
        {condition !== otherwise && <Origin what="数値" from={numberFrom} />}
      </div>
    </li>
  );
}

function Origin({ what, from }: { what: string; from: "計画" | "アドイン" }) {
  return (
    <Badge appearance="outline" color={from === "計画" ? "brand" : "informative"}>
      {what}：{from === "計画" ? "計画に印刷" : "アドイン・入力"}
    </Badge>
  );
}

/** The bundled scales, to begin from. */
function Template({ onChoose }: { onChoose: (name: string) => void }) {
  const styles = useStyles();
  const [chosen, setChosen] = useState("");
  return (
    <Select
      className={styles.template}
      aria-label="ひな形から始める"
      value={chosen}
      onChange={(_event, { value }) => {
        setChosen("");
        onChoose(value);
      }}
    >
      <option value="">ひな形から…</option>
      {SCALES.map(({ name, rules }) => (
        <option key={name} value={name}>
          {name}（{rules.map((rule) => rule.name).join("・")}）
        </option>
      ))}
    </Select>
  );
}
