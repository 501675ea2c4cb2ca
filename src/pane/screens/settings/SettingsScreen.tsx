/** The screen 設定・ヘルプ: what judges the plan, how the add-in starts, what it is and where its functions are explained. */
import { makeStyles, Subtitle2, Text, tokens } from "@fluentui/react-components";
import { lazy, type ReactNode } from "react";
import { type Plan } from "../../../plan/plan";
import { OnceRead } from "../../frame/OnceRead";
import { selfTest } from "../../selftest/self-test";
import { book, chosenPlan } from "../../state/book";
import { useStore } from "../../state/use-store";
import { About } from "./About";
import { DecimalsSetting } from "./DecimalsSetting";
import { EvaluationYear } from "./EvaluationYear";
import { Methods } from "./Methods";
import { ScaleEditor } from "./ScaleEditor";
import { StartupSetting } from "./StartupSetting";

const SelfTest = lazy(() => import("../../selftest/SelfTest"));

const useStyles = makeStyles({
  root: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalXXL },
  part: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalS },
});

export default function SettingsScreen() {
  const styles = useStyles();
  const loaded = useStore(book, chosenPlan);
  const isTesting = useStore(selfTest, (state) => state.open);
  if (isTesting) return <SelfTest />;
  return (
    <div className={styles.root}>
      {loaded === null ? (
        <Part title="評価の設定">
          <OnceRead>
            <Text>計画を読み込むと、評価年度、評価の区切り、達成率の方法をここで変えられます。</Text>
          </OnceRead>
        </Part>
      ) : (
        <>
          <Part title="評価年度">
            <EvaluationYear />
          </Part>
          <Part title={`評価の区切り（${loaded.plan.municipality || loaded.plan.title}）`}>
            {isRecorded(loaded.plan) ? (
              <Text>
                この計画の評価は、シートに記録された区分（{markScales(loaded.plan).join("・")}
                ）です。達成率の区切りは使いません。
              </Text>
            ) : (
              <ScaleEditor key={loaded.plan.id} loaded={loaded} />
            )}
          </Part>
          {loaded.plan.indicators.length > 0 && (
            <Part title="達成率の方法">
              <Methods key={loaded.plan.id} loaded={loaded} />
            </Part>
          )}
        </>
      )}
      <Part title="率の表示">
        <DecimalsSetting />
      </Part>
      <Part title="起動">
        <StartupSetting />
      </Part>
      <Part title="ヘルプとこのアドインについて">
        <About />
      </Part>
    </div>
  );
}

/** Its judgements are written down, not computed: a scale of rates would change nothing. */
function isRecorded({ indicators, assessments }: Plan): boolean {
  return indicators.length === 0 && assessments.length > 0;
}

function markScales({ assessments }: Plan): string[] {
  return [...new Set(assessments.flatMap(({ marks }) => Object.keys(marks)))];
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.part} aria-label={title}>
      <Subtitle2 as="h2">{title}</Subtitle2>
      {children}
    </section>
  );
}
