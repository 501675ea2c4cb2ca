/** The named parts of a ratio: typed, or picked from the sheet, and what was made of the picked rows. */
import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from "@fluentui/react-components";
import { pickParts } from "../../intentions/pick-parts";
import { fiscal } from "./fiscal-state";
import { type Matching } from "./part-matching";
import { pickedCells } from "./ratio-block";
import { fieldsOf, type PartField, type RatioInput, yearsAsked } from "./ratio-input";

const useStyles = makeStyles({
  fields: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalS },
  amounts: {
    display: "grid",
    gridAutoFlow: "column",
    gridAutoColumns: "minmax(0, 1fr)",
    gap: tokens.spacingHorizontalXS,
  },
  input: { minWidth: 0, width: "100%", "& input": { minWidth: 0, width: "100%" } },
});

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

export function RatioParts({ input }: { input: RatioInput }) {
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

export function PickedParts({ matching }: { matching: Matching }) {
  const { matched, missing, leftOver, twice, unreadable, wider } = matching;
  const notes = [
    { label: "見つからない要素", names: missing },
    { label: "この指標の要素ではない行", names: leftOver },
    { label: "2回目の行（使っていません）", names: twice },
    { label: "金額を読めない行", names: unreadable },
    { label: "金額が多い行（左から使いました。違う年度なら選び直してください）", names: wider },
  ].filter(({ names }) => names.length > 0);
  const incomplete = missing.length > 0 || unreadable.length > 0 || twice.length > 0 || wider.length > 0;
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
