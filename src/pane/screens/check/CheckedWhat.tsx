/** What 点検 looked at: numbers, and every rule with its sentence. */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Caption1,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useMemo } from "react";
import { type Plan } from "../../../plan/plan";
import { checkedWhat } from "./checked";

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    display: "grid",
    gap: tokens.spacingVerticalXS,
  },
});

export function CheckedWhat({ plan }: { plan: Plan }) {
  const styles = useStyles();
  const { sentence, rules } = useMemo(() => checkedWhat(plan), [plan]);
  return (
    <div>
      <Caption1>{sentence}</Caption1>
      <Accordion collapsible>
        <AccordionItem value="rules">
          <AccordionHeader as="h3" size="small">
            点検の規則（{rules.length}）
          </AccordionHeader>
          <AccordionPanel>
            <ul className={styles.list}>
              {rules.map(({ id, title, sentence: asked }) => (
                <li key={id}>
                  <Text weight="semibold">{title}</Text>
                  <Caption1 block>{asked}</Caption1>
                </li>
              ))}
            </ul>
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
    </div>
  );
}
