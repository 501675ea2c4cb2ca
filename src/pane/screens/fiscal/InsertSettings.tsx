/** How the chosen indicators go into the sheet: which years, which of their values, which way round, alive or fixed. */
import {
  Checkbox,
  Field,
  Label,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from "@fluentui/react-components";
import { type ReactNode, useId } from "react";
import { type Year } from "../../../plan/plan";
import { formatYear } from "../../../plan/year";
import { useStore } from "../../state/use-store";
import { type Form, type Series, SERIES } from "./block-choice";
import { type FiscalRow } from "./fiscal-rows";
import { fiscal } from "./fiscal-state";
import { isOneOf } from "./one-of";

const useStyles = makeStyles({
  root: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalM },
  choices: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS },
  muted: { color: tokens.colorNeutralForeground2 },
});

const forms = {
  formula: "セルごとの数式（計画が変わると数値も変わります）",
  table: "1つの数式 PLAN.TABLE（年度は横、見出し付き）",
  value: "値（今の数値を書き込み、変わりません）",
} as const satisfies Record<Form, string>;

const directions = { across: "年度を横に", down: "年度を縦に" } as const;

function withOrWithout<Each>(list: readonly Each[], each: Each, wanted: boolean): Each[] {
  return wanted ? [...list.filter((other) => other !== each), each] : list.filter((other) => other !== each);
}

/** Fluent's Field is for one control: it gives all the boxes in it the same id, and every label would tick the first. */
function Boxes({ label, children }: { label: string; children: ReactNode }) {
  const styles = useStyles();
  const id = useId();
  return (
    <div role="group" aria-labelledby={id}>
      <Label id={id}>{label}</Label>
      <div className={styles.choices}>{children}</div>
    </div>
  );
}

export function InsertSettings({
  rows,
  years,
  available,
}: {
  rows: readonly FiscalRow[];
  /** Chosen. */
  years: readonly Year[];
  /** Of the chosen rows. */
  available: readonly Year[];
}) {
  const styles = useStyles();
  const series = useStore(fiscal, (state) => state.series);
  const direction = useStore(fiscal, (state) => state.direction);
  const headings = useStore(fiscal, (state) => state.headings);
  const sourceLine = useStore(fiscal, (state) => state.sourceLine);
  const form = useStore(fiscal, (state) => state.form);
  const anyActuals = rows.some(({ source }) => source.kind === "workbook");
  const isOffered = (each: Series): boolean => {
    if (each === "実績値" || each === "達成率") return anyActuals;
    if (each === "法定の基準") return form !== "table" && rows.some(({ lines }) => lines.length > 0);
    return true;
  };
  return (
    <section className={styles.root} aria-label="挿入の設定">
      <Boxes label="年度">
        {available.map((year) => (
          <Checkbox
            key={year}
            label={formatYear(year)}
            checked={years.includes(year)}
            onChange={(_event, { checked }) =>
              fiscal.set({ years: withOrWithout(years, year, checked === true).sort((a, b) => a - b) })
            }
          />
        ))}
      </Boxes>
      <Boxes label="項目">
        {SERIES.filter(isOffered).map((each) => (
          <Checkbox
            key={each}
            label={each}
            checked={series.includes(each)}
            onChange={(_event, { checked }) =>
              fiscal.set({ series: withOrWithout(series, each, checked === true) })
            }
          />
        ))}
      </Boxes>
      {!anyActuals && (
        <Text size={200} className={styles.muted}>
          公表された計画に実績値はありません。実績値と達成率は、このブックに読み込んだ計画から入れられます。
        </Text>
      )}
      <Field label="入れ方">
        <RadioGroup
          value={form}
          onChange={(_event, { value }) => {
            if (isOneOf(forms, value)) fiscal.set({ form: value });
          }}
        >
          {Object.entries(forms).map(([value, label]) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </RadioGroup>
      </Field>
      {form !== "table" && (
        <Field label="並べ方">
          <RadioGroup
            layout="horizontal"
            value={direction}
            onChange={(_event, { value }) => {
              if (isOneOf(directions, value)) fiscal.set({ direction: value });
            }}
          >
            {Object.entries(directions).map(([value, label]) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </RadioGroup>
        </Field>
      )}
      <div className={styles.choices} role="group" aria-label="付けるもの">
        {form !== "table" && (
          <Checkbox
            label="見出しを付ける"
            checked={headings}
            onChange={(_event, { checked }) => fiscal.set({ headings: checked === true })}
          />
        )}
        <Checkbox
          label="出典の行を付ける"
          checked={sourceLine}
          onChange={(_event, { checked }) => fiscal.set({ sourceLine: checked === true })}
        />
      </div>
    </section>
  );
}
