/** How much script of our own the pane fetches, gzipped: until it is drawn, until the workbook is read, and with each screen the first time. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { openBrowser } from "../e2e/chromium";
import { address, startServer } from "../e2e/server";

const root = path.resolve(__dirname, "../..");

/** The pane as `npm run build` makes it. */
function built(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "plan-bundle-"));
  const { status } = spawnSync(
    process.execPath,
    [
      path.join(root, "node_modules/webpack/bin/webpack.js"),
      ...["--mode", "production", "--output-path", folder],
    ],
    { cwd: root, stdio: ["ignore", "ignore", "inherit"] },
  );
  if (status !== 0) throw new Error("組み立てられませんでした。");
  return folder;
}

const fromMicrosoft = /<script src="?https:\/\/appsforoffice[^>]*><\/script>/;

/** The built pane inside the workbench, because without a host no plan is ever read; answers what is fetched of it. */
async function inWorkbench(page: Page, folder: string): Promise<string[]> {
  const fetched: string[] = [];
  await page.route(`${address}**`, async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    const file = path.join(folder, name);
    if (!existsSync(file) || !/^(?:taskpane\.html|.*\.js)$/.test(name)) return route.continue();
    if (name.endsWith(".js")) fetched.push(name);
    const text = readFileSync(file, "utf8");
    const office = ["workbench/excel-web.js", "workbench-office.js"];
    const body = text.replace(
      fromMicrosoft,
      office.map((script) => `<script src="${script}"></script>`).join(""),
    );
    return route.fulfill({ contentType: name.endsWith(".js") ? "text/javascript" : "text/html", body });
  });
  return fetched;
}

interface Fetched {
  what: string;
  files: number;
  kilobytes: number;
  /** What had been fetched until then, altogether. */
  total: number;
}

async function measure(page: Page, folder: string): Promise<Fetched[]> {
  const fetched = await inWorkbench(page, folder);
  const rows: Fetched[] = [];
  let seen = 0;
  let total = 0;
  const note = (what: string): void => {
    const files = [...new Set(fetched.slice(seen))];
    const kilobytes =
      files.reduce(
        (sum, file) => sum + gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length,
        0,
      ) / 1024;
    seen = fetched.length;
    total += kilobytes;
    rows.push({ what, files: files.length, kilobytes, total });
  };
  await page.goto(address);
  const pane = page.frameLocator("#pane");
  await pane.getByRole("heading", { name: "公表されている計画" }).waitFor();
  note("計画の画面が出るまで");
  await pane.getByText("このブックにはまだ計画がありません").waitFor();
  await page.waitForLoadState("networkidle");
  note("ブックを読み終えるまで");
  await pane.getByRole("button", { name: "加須市の計画を読み込む" }).click();
  await pane.getByRole("button", { name: "この内容で読み込む" }).click();
  await pane.getByRole("heading", { name: "読み込みました" }).waitFor();
  await page.waitForLoadState("networkidle");
  note("計画を読み込む");
  for (const screen of ["進捗", "点検", "財政", "設定"]) {
    await pane.getByRole("tab", { name: new RegExp(`^${screen}`) }).click();
    await pane.locator("#screen h2").first().waitFor();
    await page.waitForLoadState("networkidle");
    note(`${screen}の画面を初めて開く`);
  }
  return rows;
}

async function main(): Promise<void> {
  const stop = await startServer();
  const folder = built();
  const browser = await openBrowser();
  try {
    const rows = await measure(await browser.newPage(), folder);
    console.log(
      "## 作業ウィンドウが取り寄せるスクリプト（gzip、office.js を除く。目標は初めの画面まで 300 KB 未満）\n",
    );
    console.log("| いつ | ファイル | KB | ここまでの計 KB |\n| --- | --- | --- | --- |");
    for (const { what, files, kilobytes, total } of rows)
      console.log(`| ${what} | ${files} | ${kilobytes.toFixed(1)} | ${total.toFixed(1)} |`);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
    stop();
  }
}

void main();
