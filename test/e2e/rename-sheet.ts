/** Renaming a sheet by its tab, as somebody does who looks at what stands there before going on. */
import type { Page } from "playwright-core";

export async function renameSheet(page: Page, from: string, to: string): Promise<void> {
  const tab = page.locator("[data-u-comp=slide-tab-item]").filter({ hasText: from });
  const name = await tab.locator("span").first().elementHandle();
  if (name === null) throw new Error(`no tab of the sheet ${from}`);
  const shown = () => name.evaluate((span) => span.textContent);
  // On a busy machine the double click can come before the tab listens, and the first letter before the old name is selected.
  const isNaming = () => name.evaluate((span) => (span as HTMLElement).isContentEditable);
  for (let tries = 0; tries < 20 && !(await isNaming()); tries++) {
    await tab.dblclick();
    await page.waitForTimeout(250);
  }
  for (let tries = 0; tries < 20 && (await shown()) !== to; tries++) {
    await page.keyboard.press("Control+a");
    await page.keyboard.type(to);
  }
  await page.keyboard.press("Enter");
}
