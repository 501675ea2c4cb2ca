/**
 * 閉じたネットワーク: what `npm run build -- --env officejs=local` makes, behind a plain web server, in a browser that reaches
 * nothing else. It takes a production build, so it is a command of its own: `npm run closed-network`.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "./chromium";
import { serveFolder, type StaticServer } from "./static-server";

const root = path.resolve(__dirname, "../..");
const dist = path.join(root, "dist");
const origin = "https://keikaku.example.lg.jp/plan";

let browser: Browser;
let server: StaticServer;
jest.setTimeout(900_000);
beforeAll(async () => {
  // Somebody who has just built may say so.
  if (!process.env.PLAN_BUILT) build();
  server = await serveFolder(dist);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

function build(): void {
  const webpack = path.join(root, "node_modules/webpack/bin/webpack.js");
  execFileSync(
    process.execPath,
    [webpack, "--mode", "production", "--env", "officejs=local", "--env", `origin=${origin}`],
    { cwd: root, stdio: ["ignore", "ignore", "inherit"] },
  );
}

const files = (): string[] =>
  readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"));
const text = (file: string): string => readFileSync(path.join(dist, file), "utf8");
/** Microsoft's files come as they are. */
const isOurs = (file: string): boolean => !file.startsWith("office-js/");

interface Closed {
  page: Page;
  /** Whoever tried to reach another host, and which. */
  tried: { from: string; to: string }[];
  complaints: string[];
}

/** Every request that would leave the server is noted with the file that made it, and goes nowhere. */
async function openClosed(file: string): Promise<Closed> {
  const context = await browser.newContext({ locale: "ja-JP", viewport: { width: 400, height: 800 } });
  const page = await context.newPage();
  const tried: Closed["tried"] = [];
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  const own = new URL(server.address).origin;
  await context.route(
    (url) => url.origin !== own,
    async (route) => {
      tried.push({ from: route.request().headers().referer ?? "", to: route.request().url() });
      await route.abort("internetdisconnected");
    },
  );
  await page.goto(server.address + file);
  return { page, tried, complaints };
}

test("作業ウィンドウは表示され、Excel の外では「つながりません」と言い、ほかのホストへは何も求めない", async () => {
  const { page, tried, complaints } = await openClosed("taskpane.html");
  // office.js outside Excel either answers that there is no host, or never: both are told.
  await page
    .getByRole("tab", { name: "計画" })
    .or(page.getByRole("heading", { name: "Excel につながりません" }))
    .first()
    .waitFor({ timeout: 60_000 });
  expect(tried).toEqual([]);
  expect(complaints.filter((words) => !words.includes("favicon"))).toEqual([]);
});

test("functions.js は、どの関数も office.js に登録する", async () => {
  const { page } = await openClosed("taskpane.html");
  const { functions } = JSON.parse(text("functions.json")) as { functions: { id: string }[] };
  // Where office.js keeps what a page associates until the host asks for it.
  await page.waitForFunction((count) => {
    const library = Reflect.get(window, "CustomFunctions") as
      { _association?: { mappings: object } } | undefined;
    return Object.keys(library?._association?.mappings ?? {}).length >= count;
  }, functions.length);
  const known = await page.evaluate(() => {
    const library = CustomFunctions as unknown as { _association: { mappings: object } };
    return Object.keys(library._association.mappings);
  });
  expect(known.sort()).toEqual(functions.map(({ id }) => id).sort());
});

test("ヘルプはどのページも開き、リンクは切れていない", async () => {
  const { page, tried, complaints } = await openClosed("help/index.html");
  const links = await page
    .getByRole("link")
    .evaluateAll((all) => all.map((each) => each.getAttribute("href") ?? ""));
  expect(links.length).toBeGreaterThan(15);
  for (const link of links) {
    await page.goto(new URL(link, `${server.address}help/index.html`).href);
    await page.getByRole("heading", { name: /^PLAN\./ }).waitFor();
  }
  expect(tried).toEqual([]);
  expect(complaints).toEqual([]);
});

test("求められて、ないものはない", () => {
  expect(server.missing.filter((file) => !/favicon/.test(file))).toEqual([]);
});

test("マニフェストのアドレスは指定したオリジンだけで、指すファイルはすべて dist にある", () => {
  const manifest = text("manifest.xml");
  const addresses = [...manifest.matchAll(/DefaultValue="(https?:[^"]+)"/g)].map(([, found]) => found ?? "");
  expect(addresses.length).toBeGreaterThan(10);
  const there = new Set(files());
  expect(
    addresses.filter(
      (address) =>
        !address.startsWith(`${origin}/`) ||
        !there.has(address.slice(origin.length + 1).replace(/[?#].*$/, "")),
    ),
  ).toEqual([]);
});

test("配布物のどこにも eval も new Function もなく、ワークベンチもソースの写しも入っていない", () => {
  const scripts = files().filter((file) => file.endsWith(".js") && isOurs(file));
  expect(scripts.length).toBeGreaterThan(5);
  // A method that is called eval (of a library's own arithmetic) is not the language's.
  expect(
    scripts.filter((file) => /new Function\b|(?<![\w$.])eval\(|setTimeout\(\s*["'`]/.test(text(file))),
  ).toEqual([]);
  expect(files().filter((file) => /workbench|univer|\.map$/.test(file))).toEqual([]);
});

test("配布物の中のアドレスは、自分のオリジンか、通信しない名前空間と説明だけ", () => {
  const known = [
    origin,
    "http://www.w3.org/",
    "http://schemas.microsoft.com/",
    "http://www.w3.org",
    "https://react.dev/errors/",
    "https://react.dev/",
    "https://fb.me/",
    "https://aka.ms/",
    "https://github.com/",
    "http://momentjs.com",
  ];
  const foreign = files()
    .filter((file) => isOurs(file) && /\.(?:js|html|json|xml|css)$/.test(file) && file !== "bom.json")
    .flatMap((file) =>
      [...text(file).matchAll(/https?:\/\/[^\s"'`<>()\\]+/g)]
        .map(([found]) => found)
        .filter((found) => !known.some((each) => found.startsWith(each)))
        .map((found) => `${file}: ${found}`),
    );
  expect(foreign).toEqual([]);
});

test("どのページの Content-Security-Policy も、自分のオリジンだけを許し、eval と送信を許さない", () => {
  const pages = files().filter((file) => file.endsWith(".html") && isOurs(file));
  expect(pages.length).toBeGreaterThan(15);
  for (const page of pages) {
    const [, policy = ""] =
      /http-equiv="?Content-Security-Policy"?\s+content="([^"]+)"/.exec(text(page)) ?? [];
    expect([page, policy]).toEqual([page, expect.stringMatching(/^default-src '(?:none|self)'/)]);
    expect(policy).not.toMatch(/unsafe-eval|\*|https?:|wss?:|script-src[^;]*unsafe-inline/);
  }
  expect(text("taskpane.html")).toMatch(
    /connect-src 'self';.*object-src 'none'; base-uri 'none'; form-action 'none'/,
  );
});

test("部品表（CycloneDX）は、配布物に入っているものだけを、版と検査値つきで挙げる", () => {
  const bill = JSON.parse(text("bom.json")) as {
    bomFormat: string;
    components: { name: string; version: string; hashes?: unknown[]; licenses?: unknown[] }[];
  };
  expect(bill.bomFormat).toBe("CycloneDX");
  const names = bill.components.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["react", "react-dom", "zod", "@microsoft/office-js"]));
  expect(names.filter((name) => /univer|webpack|jest|playwright/.test(name))).toEqual([]);
  expect(bill.components.filter(({ hashes, version }) => hashes === undefined || version === "")).toEqual([]);
  // As many React as there are in the bundle: one.
  expect(names.filter((name) => name === "react")).toHaveLength(1);
});
