/** What some statutory lines depend on: 標準財政規模, or the line as the municipality published it. */
import { Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { type FiscalRatio, statutoryLine } from "../../../plan/fiscal/fiscal";
import { useStore } from "../../state/use-store";
import { type LineInputs as LineInputsTyped } from "./fiscal-rows";
import { fiscal } from "./fiscal-state";

const useStyles = makeStyles({
  root: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalS },
  input: { minWidth: 0, width: "100%", "& input": { minWidth: 0, width: "100%" } },
});

/** Why what was typed is no 標準財政規模; null while it is empty or right. */
function sizeProblem({ 標準財政規模 }: LineInputsTyped): string | null {
  const line = statutoryLine("実質赤字比率", "早期健全化", { 標準財政規模 });
  return line.kind === "state" && line.state === "判定不能" ? line.reason : null;
}

export function LineInputs({ ratios }: { ratios: readonly FiscalRatio[] }) {
  const styles = useStyles();
  const inputs = useStore(fiscal, (state) => state.lineInputs);
  if (ratios.length === 0) return null;
  const problem = sizeProblem(inputs);
  return (
    <section className={styles.root} aria-label="法定の基準に必要な値">
      <Field
        label="標準財政規模（億円）"
        hint="実質赤字比率と連結実質赤字比率の早期健全化基準は、標準財政規模で決まります。"
        validationState={problem === null ? "none" : "error"}
        validationMessage={problem}
      >
        <Input
          className={styles.input}
          inputMode="decimal"
          value={inputs.標準財政規模}
          onChange={(_event, { value }) => fiscal.set({ lineInputs: { ...inputs, 標準財政規模: value } })}
        />
      </Field>
      {ratios.map(({ name }) => (
        <Field
          key={name}
          label={`${name}の早期健全化基準（公表値、％）`}
          hint="入力すると、計算した基準より優先します。"
        >
          <Input
            className={styles.input}
            inputMode="decimal"
            value={inputs.公表値[name] ?? ""}
            onChange={(_event, { value }) =>
              fiscal.set({ lineInputs: { ...inputs, 公表値: { ...inputs.公表値, [name]: value } } })
            }
          />
        </Field>
      ))}
    </section>
  );
}
