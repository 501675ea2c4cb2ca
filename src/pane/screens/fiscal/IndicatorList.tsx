/** The 財政指標 of every plan at hand, plan by plan: those of this workbook first and open. */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { type FiscalRow } from "./fiscal-rows";
import { IndicatorCard } from "./IndicatorCard";
import { originLabel, planLabel, type Source } from "./sources";

const useStyles = makeStyles({
  header: { "& button": { paddingInline: 0, minHeight: "44px", height: "auto" } },
  title: { display: "grid", textAlign: "start", paddingBlock: tokens.spacingVerticalXS },
  panel: { marginInline: 0 },
  muted: { color: tokens.colorNeutralForeground2 },
});

export interface Group {
  source: Source;
  rows: FiscalRow[];
}

export function IndicatorList({
  groups,
  chosen,
  without,
}: {
  groups: readonly Group[];
  chosen: readonly string[];
  /** Plans that have no 財政指標. */
  without: readonly Source[];
}) {
  const styles = useStyles();
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const anyOfWorkbook = groups.some(({ source }) => source.kind === "workbook");
  const isOpenAtFirst = ({ source }: Group, index: number): boolean =>
    anyOfWorkbook ? source.kind === "workbook" : index === 0;
  const open = groups
    .filter((group, index) => isOpenAtFirst(group, index) !== toggled.has(group.source.key))
    .map(({ source }) => source.key);
  return (
    <section aria-label="計画の財政指標">
      <Accordion
        multiple
        collapsible
        openItems={open}
        onToggle={(_event, { value }) =>
          setToggled((now) => {
            const next = new Set(now);
            if (!next.delete(String(value))) next.add(String(value));
            return next;
          })
        }
      >
        {groups.map(({ source, rows }) => (
          <AccordionItem key={source.key} value={source.key}>
            <AccordionHeader as="h2" className={styles.header}>
              <span className={styles.title}>
                <Text weight="semibold">{planLabel(source.plan)}</Text>
                <Text size={200} className={styles.muted}>
                  {originLabel(source)}　{rows.length}指標
                </Text>
              </span>
            </AccordionHeader>
            <AccordionPanel className={styles.panel}>
              {rows.map((row) => (
                <IndicatorCard key={row.key} row={row} chosen={chosen.includes(row.key)} />
              ))}
            </AccordionPanel>
          </AccordionItem>
        ))}
      </Accordion>
      {without.length > 0 && (
        <Text size={200} block className={styles.muted}>
          財政指標のない計画：{without.map(({ plan }) => plan.municipality || plan.title).join("、")}
        </Text>
      )}
    </section>
  );
}
