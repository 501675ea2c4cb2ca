/** Asks axe-core about the pane: every finding as a line a person can act on. Axe goes in over the debugger, past the page's own policy. */
import { readFileSync } from "node:fs";
import type { Frame } from "playwright-core";

const source = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

interface AxeResults {
  violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[];
}

export async function accessibilityFindings(pane: Frame): Promise<string[]> {
  await pane.evaluate(source);
  const { violations } = await pane.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(place: Document): Promise<AxeResults> } };
    return axe.run(document);
  });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) => `${id}（${help}）：${html.slice(0, 200)} ${failureSummary ?? ""}`,
    ),
  );
}
