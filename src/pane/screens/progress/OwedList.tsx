/** Who still owes which actuals: each 担当課 with its number, opened to the cells that wait. */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Caption1,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import { ClipboardTaskListLtrRegular } from "@fluentui/react-icons";
import { useMemo } from "react";
import { type PlanSummary } from "../../../plan/summary/summary";
import { formatYear } from "../../../plan/year";
import { type WorkbookPlan } from "../../../sheets";
import { copyTable } from "../../intentions/copy-table";
import { jump } from "../../intentions/jump";
import { type DepartmentOwed, owedByDepartment, owedSentence, owedTable } from "./owed";

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalS, justifyItems: "start" },
  accordion: { width: "100%" },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gap: tokens.spacingVerticalXXS },
  entry: {
    justifyContent: "start",
    textAlign: "start",
    width: "100%",
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: "anywhere",
    whiteSpace: "normal",
  },
});

export function OwedList({
  plan,
  summary,
  department,
}: {
  plan: WorkbookPlan;
  summary: PlanSummary;
  department: string | null;
}) {
  const styles = useStyles();
  const all = useMemo(() => owedByDepartment(plan.plan, summary, department), [plan, summary, department]);
  const owing = all.filter(({ owed }) => owed.length > 0);
  const finished = all.filter(({ owed }) => owed.length === 0);
  const what = summary.basis === "recorded" ? "評価の記録" : `${formatYear(summary.year)}の実績値`;
  return (
    <div className={styles.root}>
      <Text role="status">{owedSentence(what, all)}</Text>
      {owing.length > 0 && (
        <Button
          size="small"
          icon={<ClipboardTaskListLtrRegular />}
          onClick={() => void copyTable(owedTable(owing))}
        >
          未入力の一覧をコピー
        </Button>
      )}
      <Accordion
        className={styles.accordion}
        multiple
        collapsible
        defaultOpenItems={owing.length === 1 ? owing.map(({ department: name }) => name) : []}
      >
        {owing.map((each) => (
          <Owing key={each.department} plan={plan.plan.id} owing={each} />
        ))}
      </Accordion>
      {finished.length > 0 && (
        <Caption1>
          入力が済んだ担当課：
          {finished.map(({ department: name, expected }) => `${name}（${expected}件）`).join("、")}
        </Caption1>
      )}
    </div>
  );
}

function Owing({ plan, owing: { department, owed, expected } }: { plan: string; owing: DepartmentOwed }) {
  const styles = useStyles();
  return (
    <AccordionItem value={department}>
      <AccordionHeader as="h2" size="small">
        {department}　未入力 {owed.length}件／{expected}件
      </AccordionHeader>
      <AccordionPanel>
        <ul className={styles.list}>
          {owed.map(({ key, node, indicator, number, item, name, year }) => (
            <li key={key}>
              <Button
                appearance="subtle"
                size="small"
                className={styles.entry}
                onClick={() =>
                  void jump({
                    plan,
                    ...(indicator === null ? { node } : { indicator, column: "actual", year }),
                  })
                }
              >
                {number ?? ""} {item}：{name}
              </Button>
            </li>
          ))}
        </ul>
      </AccordionPanel>
    </AccordionItem>
  );
}
