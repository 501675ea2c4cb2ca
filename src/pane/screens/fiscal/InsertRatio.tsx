/** The calculated ratio into the sheet: a formula on the picked cells, or a list of the parts with the formula below it. */
import { Field, makeStyles, Radio, RadioGroup, Text, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { useStore } from "../../state/use-store";
import { firstFormula } from "./block-contents";
import { fiscal } from "./fiscal-state";
import { type BlockAt, InsertPlace } from "./InsertPlace";
import { isOneOf } from "./one-of";
import { linkedBlock, listBlock } from "./ratio-block";
import { type RatioInput } from "./ratio-input";

const useStyles = makeStyles({
  formula: { overflowWrap: "anywhere", color: tokens.colorNeutralForeground2 },
});

const ratioForms = {
  linked: "拾ったセルを参照する数式",
  list: "要素の一覧と、それを参照する数式",
} as const;

export function InsertRatio({ input }: { input: RatioInput }) {
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
