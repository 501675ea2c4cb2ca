/** The bundled scales, to begin from. */
import { makeStyles, Select } from "@fluentui/react-components";
import { useState } from "react";
import { SCALES } from "../../../plan/scales/bundled";

const useStyles = makeStyles({
  template: {
    minWidth: 0,
    gridTemplateColumns: "minmax(0, 1fr)",
    flexGrow: 1,
    flexBasis: "8em",
    "& select": { minWidth: 0 },
  },
});

export function ScaleTemplate({ onChoose }: { onChoose: (name: string) => void }) {
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
