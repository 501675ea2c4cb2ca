/** What could not be read from the plan's sheet: it stands above the findings, because they rest on what was read. */
import { Button, MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { type SheetProblem } from "../../../sheets";
import { jumpTo } from "../../intentions/jump";
import { PagedList } from "../../parts/PagedList";

export function SheetProblems({ problems }: { problems: readonly SheetProblem[] }) {
  if (problems.length === 0) return null;
  const intent = problems.some(({ severity }) => severity === "error")
    ? "error"
    : problems.some(({ severity }) => severity === "warning")
      ? "warning"
      : "info";
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>シートの読み取り {problems.length}件</MessageBarTitle>
        <PagedList items={problems} label="シートの読み取り">
          {({ message, address }) => (
            <>
              {message}
              {address !== null && (
                <>
                  {" "}
                  <Button size="small" aria-label={`セルへ：${address}`} onClick={() => void jumpTo(address)}>
                    {address}
                  </Button>
                </>
              )}
            </>
          )}
        </PagedList>
      </MessageBarBody>
    </MessageBar>
  );
}
