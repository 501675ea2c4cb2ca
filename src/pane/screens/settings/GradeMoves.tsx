/** How many items would get another grade, and from which to which: read aloud as it changes. */
import { makeStyles, Text } from "@fluentui/react-components";
import { changesSentence, type GradeChanges } from "./grade-changes";

const useStyles = makeStyles({ moves: { margin: 0, paddingInlineStart: "1.4em" } });

export function GradeMoves({ changes }: { changes: GradeChanges }) {
  const styles = useStyles();
  return (
    <section aria-label="変更の影響" aria-live="polite">
      {changes.recorded ? (
        <Text>この計画は評価を記録しているので、評価の区切りを変えても、記録された評価は変わりません。</Text>
      ) : (
        <>
          <Text weight="semibold">{changesSentence(changes)}</Text>
          {changes.moves.length > 0 && (
            <ul className={styles.moves}>
              {changes.moves.map(({ from, to, count }) => (
                <li key={`${from} ${to}`}>
                  {from} → {to}：{count}項目
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
}
