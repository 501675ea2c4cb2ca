/** Where the functions are explained, which version this is, under which licence. */
import { Button, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import { recalculate } from "../../intentions/recalculate";
import { Facts } from "../../parts/Facts";
import { selfTest } from "../../selftest/self-test";
import { pane } from "../../state/pane-state";
import { useStore } from "../../state/use-store";
import { version } from "./version";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

export function About() {
  const styles = useStyles();
  const task = useStore(pane, (state) => state.task);
  return (
    <>
      <Text>
        セルに =PLAN. と入れると関数の候補が出ます。引数と例は{" "}
        <Link inline href="help/index.html" target="_blank" rel="noreferrer">
          関数の説明（別の窓で開きます）
        </Link>{" "}
        にあります。
      </Text>
      <div className={styles.buttons}>
        <Button disabled={task !== null} onClick={() => void recalculate()}>
          PLAN 関数を再計算
        </Button>
      </div>
      <Text>
        <Link inline as="button" onClick={() => selfTest.set({ open: true })}>
          この Excel の自己検査
        </Link>
      </Text>
      <Facts
        facts={[
          ["名前", "計画アドイン（PLAN）"],
          ["版", version],
          ["ライセンス", "MIT"],
          [
            "通信",
            "入力した内容はブックの外に出ません。通信するのは、このアドインの置き場所とだけです（office.js をマイクロソフトから読む配り方では、そのサーバーとも）。",
          ],
        ]}
      />
    </>
  );
}
