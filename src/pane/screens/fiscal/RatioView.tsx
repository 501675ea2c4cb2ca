/** 比率を計算する: a 財政指標 from its named parts, typed or picked from the sheet, with the lines it reaches. */
import {
  Badge,
  Button,
  Dropdown,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Option,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useMemo } from "react";
import { FISCAL_RATIOS, type FiscalRatio, fiscalRatioNamed, linesReached } from "../../../plan/fiscal";
import { pickParts } from "../../intentions/pick-parts";
import { useStore } from "../../state/use-store";
import { firstFormula } from "./block-contents";
import { lineOptions, linesOf, needsStandardScale } from "./fiscal-rows";
import { fiscal } from "./fiscal-state";
import { type BlockAt, InsertPlace } from "./InsertPlace";
import { LineInputs } from "./LineInputs";
import { isOneOf } from "./one-of";
import { type Matching } from "./part-matching";
import { linkedBlock, listBlock, pickedCells } from "./ratio-block";
import {
  fieldsOf,
  isUntouched,
  modeNames,
  modesOf,
  type PartField,
  type RatioInput,
  ratioOf,
  yearsAsked,
} from "./ratio-input";
import { lineText } from "./words";

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalM, "& button[role=combobox]": { minWidth: 0 } },
  formula: { overflowWrap: "anywhere", color: tokens.colorNeutralForeground2 },
  fields: { display: "grid", gap: tokens.spacingVerticalS },
  amounts: {
    display: "grid",
    gridAutoFlow: "column",
    gridAutoColumns: "1fr",
    gap: tokens.spacingHorizontalXS,
  },
  input: { minWidth: 0, width: "100%" },
  result: {
    display: "grid",
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingVerticalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  lines: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
});

function ratioChosen(name: string): FiscalRatio {
  return fiscalRatioNamed(name) ?? FISCAL_RATIOS[0];
}

/** The parts of one ratio say nothing of another: what two have in common is kept, the link to the sheet is not. */
function chooseRatio(name: string): void {
  const ratio = ratioChosen(name);
  fiscal.set({ ratio: ratio.name, mode: "parts", picked: {}, matching: null, ratioForm: "list" });
}

export function RatioView() {
  const styles = useStyles();
  const name = useStore(fiscal, (state) => state.ratio);
  const mode = useStore(fiscal, (state) => state.mode);
  const values = useStore(fiscal, (state) => state.values);
  const matching = useStore(fiscal, (state) => state.matching);
  const ratio = ratioChosen(name);
  const input = useMemo((): RatioInput => ({ ratio, mode, values }), [ratio, mode, values]);
  const modes = modesOf(ratio);
  return (
    <section className={styles.root} aria-label="比率の計算">
      <Field label="財政指標">
        <Dropdown
          value={name}
          selectedOptions={[name]}
          onOptionSelect={(_event, { optionValue }) => {
            if (optionValue !== undefined) chooseRatio(optionValue);
          }}
        >
          {FISCAL_RATIOS.map((each) => (
            <Option key={each.name}>{each.name}</Option>
          ))}
        </Dropdown>
      </Field>
      <Text size={200} className={styles.formula}>
        {ratio.formula}
      </Text>
      {modes.length > 1 && (
        <Field label="計算のしかた">
          <RadioGroup
            value={mode}
            onChange={(_event, { value }) => {
              if (isOneOf(modeNames, value)) fiscal.set({ mode: value, picked: {}, matching: null });
            }}
          >
            {modes.map((each) => (
              <Radio key={each} value={each} label={modeNames[each]} />
            ))}
          </RadioGroup>
        </Field>
      )}
      <Parts input={input} />
      {matching !== null && <Matched matching={matching} />}
      {needsStandardScale(ratio) && <LineInputs ratios={[ratio]} />}
      <Result input={input} />
    </section>
  );
}

function typeAmount(part: PartField, index: number, text: string): void {
  fiscal.set(({ values, picked }) => {
    const amounts = [...(values[part.name] ?? [])];
    amounts[index] = text;
    const { [part.name]: _typedOver, ...stillPicked } = picked;
    return {
      values: { ...values, [part.name]: Array.from(amounts, (each) => each ?? "") },
      picked: stillPicked,
    };
  });
}

async function pick(input: RatioInput): Promise<void> {
  const answer = await pickParts(fieldsOf(input), yearsAsked(input.ratio, input.mode));
  if (!answer.ok) return;
  const { matching, selection } = answer;
  const found = Object.fromEntries(matching.matched.map(({ part, values }) => [part, values]));
  fiscal.set(({ values }) => ({
    values: { ...values, ...found },
    picked: pickedCells(matching.matched, selection),
    matching,
    ratioForm: "linked",
  }));
}

function Parts({ input }: { input: RatioInput }) {
  const styles = useStyles();
  const years = yearsAsked(input.ratio, input.mode);
  return (
    <div className={styles.fields}>
      {fieldsOf(input).map((part) => (
        <Field
          key={part.name}
          label={part.optional ? `${part.name}（ないときは空欄）` : part.name}
          hint={years === 3 ? `${part.role}。古い年度から3つ` : part.role}
          required={!part.optional}
        >
          {/* One Field names one control; three of them get their own names. */}
          {years === 1 ? (
            <Input
              className={styles.input}
              inputMode="decimal"
              value={input.values[part.name]?.[0] ?? ""}
              onChange={(_event, { value }) => typeAmount(part, 0, value)}
            />
          ) : (
            <div className={styles.amounts} role="group">
              {[0, 1, 2].map((index) => (
                <Input
                  key={index}
                  className={styles.input}
                  inputMode="decimal"
                  aria-label={`${part.name} ${index + 1}年目`}
                  placeholder={`${index + 1}年目`}
                  value={input.values[part.name]?.[index] ?? ""}
                  onChange={(_event, { value }) => typeAmount(part, index, value)}
                />
              ))}
            </div>
          )}
        </Field>
      ))}
      <div>
        <Button onClick={() => void pick(input)}>シートから拾う</Button>
      </div>
      <Text size={200}>
        要素の名称と金額が並ぶ範囲（{years === 3 ? "名称と3か年の金額" : "2列"}
        ）をシートで選んでから押してください。
      </Text>
    </div>
  );
}

function Matched({ matching }: { matching: Matching }) {
  const { matched, missing, leftOver, twice, unreadable } = matching;
  const notes = [
    { label: "見つからない要素", names: missing },
    { label: "この指標の要素ではない行", names: leftOver },
    { label: "2回目の行（使っていません）", names: twice },
    { label: "金額を読めない行", names: unreadable },
  ].filter(({ names }) => names.length > 0);
  const incomplete = missing.length > 0 || unreadable.length > 0 || twice.length > 0;
  return (
    <MessageBar intent={incomplete ? "warning" : "success"} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{matched.length}個の要素を拾いました</MessageBarTitle>
        {matched.map(({ part, label }) => (label === part ? part : `${part}（「${label}」）`)).join("、")}
        {notes.map(({ label, names }) => (
          <Text key={label} block>
            {label}：{shortList(names)}
          </Text>
        ))}
      </MessageBarBody>
    </MessageBar>
  );
}

const mostNamed = 8;

function shortList(names: readonly string[]): string {
  const more = names.length - mostNamed;
  return `${names.slice(0, mostNamed).join("、")}${more > 0 ? ` ほか${more}件` : ""}`;
}

function Result({ input }: { input: RatioInput }) {
  const styles = useStyles();
  const lineInputs = useStore(fiscal, (state) => state.lineInputs);
  const { ratio } = input;
  const untouched = isUntouched(input);
  const result = useMemo(() => ratioOf(input), [input]);
  if (untouched) return <Text>要素の金額を入力すると、比率がここに出ます。</Text>;
  if (result.kind === "state")
    return (
      <div className={styles.result} role="status">
        <Text weight="semibold">まだ計算できません</Text>
        <Text>{result.reason}</Text>
      </div>
    );
  const options = lineOptions(ratio, lineInputs);
  const reached = linesReached(ratio.name, result.printed, options);
  const lines = linesOf(ratio, options);
  const { digits, how } = ratio.rounding;
  return (
    <>
      <div className={styles.result} role="status">
        <Text size={500} weight="semibold">
          {ratio.name} {result.printed}
          {result.printed === "－" ? "" : (result.unit ?? "")}
        </Text>
        <Text size={200}>
          小数{digits}桁まで（{how}）。端数処理の前は {exactText(result.exact)}
        </Text>
        {result.yearly !== undefined && (
          <Text size={200}>各年度：{result.yearly.map(exactText).join("、")}</Text>
        )}
        {result.printed === "－" && <Text size={200}>該当がないため、公表と同じ「－」で示します。</Text>}
        {lines.length > 0 && (
          <>
            <Text size={200}>法定の基準：{lines.map((line) => lineText(line, ratio.unit)).join("、")}</Text>
            <div className={styles.lines}>
              {reached.length === 0 ? (
                <Badge appearance="outline" color="success">
                  ○ どの基準にも達していません
                </Badge>
              ) : (
                reached.map(({ line }) => (
                  <Badge key={line} appearance="outline" color="danger">
                    ！ {line}基準以上
                  </Badge>
                ))
              )}
            </div>
          </>
        )}
      </div>
      <InsertRatio input={input} />
    </>
  );
}

function exactText(value: number): string {
  return String(Number(value.toFixed(4)));
}

const ratioForms = {
  linked: "拾ったセルを参照する数式",
  list: "要素の一覧と、それを参照する数式",
} as const;

function InsertRatio({ input }: { input: RatioInput }) {
  const styles = useStyles();
  const picked = useStore(fiscal, (state) => state.picked);
  const wanted = useStore(fiscal, (state) => state.ratioForm);
  const linked = useMemo(() => linkedBlock(input, picked), [input, picked]);
  const form = linked === null ? "list" : wanted;
  const blockAt = useMemo(
    (): BlockAt => (linked !== null && form === "linked" ? () => linked : (start) => listBlock(input, start)),
    [linked, form, input],
  );
  const example = form === "linked" && linked !== null ? firstFormula(linked) : null;
  return (
    <>
      {linked !== null && (
        <Field label="入れ方">
          <RadioGroup
            value={form}
            onChange={(_event, { value }) => {
              if (isOneOf(ratioForms, value)) fiscal.set({ ratioForm: value });
            }}
          >
            {Object.entries(ratioForms).map(([value, label]) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </RadioGroup>
        </Field>
      )}
      {example !== null && (
        <Text size={200} font="monospace" className={styles.formula}>
          {example}
        </Text>
      )}
      <InsertPlace what={input.ratio.name} blockAt={blockAt} />
    </>
  );
}
