/** Problems of a document, one by one; each opens to the text around its line. */
import { Badge, Button, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { type Problem } from "../../../plan/plan";
import { PagedList } from "../../parts/PagedList";
import { linesAround, sortedProblems } from "./document";

const useStyles = makeStyles({
  problem: { display: "grid", gap: tokens.spacingVerticalXS, justifyItems: "start", minWidth: 0 },
  line: { width: "100%", minWidth: 0 },
  text: {
    width: "100%",
    boxSizing: "border-box",
    margin: 0,
    padding: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
  },
  meant: {
    fontWeight: tokens.fontWeightBold,
    borderInlineStartWidth: "3px",
    borderInlineStartStyle: "solid",
    borderInlineStartColor: tokens.colorBrandStroke1,
    paddingInlineStart: "4px",
  },
});

export function Problems({ problems, text }: { problems: readonly Problem[]; text: string }) {
  const sorted = useMemo(() => sortedProblems(problems), [problems]);
  if (sorted.length === 0) return null;
  return (
    <PagedList items={sorted} label="文書の問題">
      {(problem) => <OneProblem problem={problem} text={text} />}
    </PagedList>
  );
}

function OneProblem({ problem, text }: { problem: Problem; text: string }) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const { severity, message, line, path } = problem;
  return (
    <div className={styles.problem}>
      <Text className={styles.line}>
        <Badge appearance="tint" color={severity === "error" ? "danger" : "warning"}>
          {severity === "error" ? "要修正" : "確認"}
        </Badge>{" "}
        {line !== undefined && !message.includes(`${line}行`) ? `${line}行：` : ""}
        {message}
        {path !== undefined && line === undefined ? `（${path}）` : ""}
      </Text>
      {line !== undefined && text !== "" && (
        <Button
          size="small"
          appearance="subtle"
          icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {line}行のあたりの文章
        </Button>
      )}
      {open && line !== undefined && (
        <pre className={styles.text}>
          {linesAround(text, line).map(({ number, text: words, meant }) => (
            <div key={number} className={mergeClasses(meant && styles.meant)}>
              {meant ? "▶" : "　"}
              {number}　{words}
            </div>
          ))}
        </pre>
      )}
    </div>
  );
}
