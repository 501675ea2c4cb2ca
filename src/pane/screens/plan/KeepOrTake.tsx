/** Where the sheet and what came say different things: the one question, asked in one way. */
import { Field, Radio, RadioGroup } from "@fluentui/react-components";

export type KeepOrTakeChoice = "keep" | "take";

export function KeepOrTake({
  question,
  take,
  value,
  onChange,
}: {
  question: string;
  take: string;
  value: KeepOrTakeChoice;
  onChange: (choice: KeepOrTakeChoice) => void;
}) {
  return (
    <Field label={question}>
      <RadioGroup
        value={value}
        onChange={(_event, { value: chosen }) => onChange(chosen === "take" ? "take" : "keep")}
      >
        <Radio value="keep" label="シートの入力を残す" />
        <Radio value="take" label={take} />
      </RadioGroup>
    </Field>
  );
}
