/** Whether this workbook starts the add-in when it is opened. */
import { Field, Switch, Text } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { canStartWithWorkbook, setStartup, startsWithWorkbook } from "../../intentions/startup";
import { pane } from "../../state/pane-state";
import { useStore } from "../../state/use-store";

export function StartupSetting() {
  const task = useStore(pane, (state) => state.task);
  const [on, setOn] = useState(false);
  useEffect(() => {
    let gone = false;
    startsWithWorkbook().then(
      (starts) => !gone && setOn(starts),
      // Excel did not say: the switch shows what happens without it.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, []);
  if (!canStartWithWorkbook())
    return <Text>この Excel では、ブックと一緒にアドインを始めることができません。</Text>;
  return (
    <Field hint="始めておくと、ブックを開いたときから点検と再計算が自動で働きます。答えはこのブックに保存され、次に計画を読み込むブックにも使われます。">
      <Switch
        label="このブックを開いたとき、計画アドインも始める"
        checked={on}
        disabled={task !== null}
        onChange={(_event, { checked }) =>
          void setStartup(checked).then((answer) => {
            if (answer.ok) setOn(checked);
          })
        }
      />
    </Field>
  );
}
