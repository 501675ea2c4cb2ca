/** How many digits a rate is shown with in the pane. What is graded and printed keeps one. */
import { Field, Radio, RadioGroup } from "@fluentui/react-components";
import { printRate } from "../../parts/print-rate";
import { type Decimals, preferences, remember } from "../../state/preferences";
import { useStore } from "../../state/use-store";

const choices: readonly Decimals[] = [1, 2, 3];
const sample = 0.98746;

export function DecimalsSetting() {
  const decimals = useStore(preferences, (state) => state.decimals);
  return (
    <Field
      label="達成率の小数"
      hint="この画面での表示だけが変わります。評価は、印刷と同じ小数第1位までの値で決まります。"
    >
      <RadioGroup
        value={String(decimals)}
        onChange={(_event, { value }) => {
          const chosen = choices.find((each) => String(each) === value);
          if (chosen !== undefined) remember({ decimals: chosen });
        }}
      >
        {choices.map((each) => (
          <Radio
            key={each}
            value={String(each)}
            label={`小数第${each}位まで（${printRate(sample, each)}）`}
          />
        ))}
      </RadioGroup>
    </Field>
  );
}
