/** A visit to the running product that remembers everything it must not do: console errors, requests to another host. */
import { type Browser, type Page } from "playwright-core";
import { address } from "./server";

export interface Visit {
  page: Page;
  /** Console errors and warnings, uncaught exceptions, failed loads. */
  complaints: string[];
  /** Requests that left our own origin. */
  foreign: string[];
}

/** Of all visits since the last look. */
const outside: string[] = [];

// Whatever else a test looks at: none passes that reached out. (The README's pictures are no test.)
if (typeof afterEach === "function") afterEach(() => expect(outside.splice(0)).toEqual([]));

export async function visit(
  browser: Browser,
  path = "",
  options: { width?: number; height?: number; colorScheme?: "light" | "dark" } = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
    locale: "ja-JP",
    colorScheme: options.colorScheme ?? "light",
    // Colours are judged as they stand, not on their way from one to another.
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const foreign: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  // Aborted as well as noted, so that a request that must not be made also cannot succeed.
  await context.route(
    (url) => /^(https?|wss?):$/.test(url.protocol) && url.origin !== new URL(address).origin,
    async (route) => {
      foreign.push(route.request().url());
      outside.push(route.request().url());
      await route.abort();
    },
  );
  await page.goto(address + path);
  return { page, complaints, foreign };
}
