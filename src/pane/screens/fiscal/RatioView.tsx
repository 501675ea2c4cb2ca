/** 比率を計算する: a 財政指標 from its named parts, typed or picked from the sheet, with the lines it reaches. */
import { Field, makeStyles, Radio, RadioGroup, Select, Text, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { FISCAL_RATIOS, type FiscalRatio, fiscalRatioNamed } from "../../../plan/fiscal/fiscal";
import { useStore } from "../../state/use-store";
import { needsStandardScale } from "./fiscal-rows";
import { fiscal } from "./fiscal-state";
import { LineInputs } from "./LineInputs";
import { isOneOf } from "./one-of";
import { modeNames, modesOf, type RatioInput } from "./ratio-input";
import { PickedParts, RatioParts } from "./RatioParts";
import { RatioResult } from "./RatioResult";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalM,
    "& select": { minWidth: 0 },
  },
  formula: { overflowWrap: "anywhere", color: tokens.colorNeutralForeground2 },
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
        <Select value={name} onChange={(_event, { value }) => chooseRatio(value)}>
          {FISCAL_RATIOS.map((each) => (
            <option key={each.name}>{each.name}</option>
          ))}
        </Select>
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
      <RatioParts input={input} />
      {matching !== null && <PickedParts matching={matching} />}
      {needsStandardScale(ratio) && <LineInputs ratios={[ratio]} />}
      <RatioResult input={input} />
    </section>
  );
}
