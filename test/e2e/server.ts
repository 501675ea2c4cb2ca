/** Starts what `npm start` starts, on a port of its own (PLAN_TEST_PORT names another), once for all browser tests. */
import { spawn } from "node:child_process";
import path from "node:path";

export const port = Number(process.env.PLAN_TEST_PORT ?? 3117);
export const address = `http://localhost:${port}/`;

const root = path.resolve(__dirname, "../..");

async function answers(): Promise<boolean> {
  try {
    return (await fetch(`${address}taskpane.html`)).ok;
  } catch {
    return false;
  }
}

export async function startServer(): Promise<() => void> {
  // Somebody who named a port may have a server running there already.
  if (process.env.PLAN_TEST_PORT && (await answers())) return () => undefined;
  const webpack = path.join(root, "node_modules/webpack/bin/webpack.js");
  const server = spawn(
    process.execPath,
    [webpack, "serve", "--mode", "development", "--port", String(port), "--env", `origin=${address}`],
    { cwd: root, stdio: ["ignore", "pipe", "pipe"] },
  );
  let said = "";
  server.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  server.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const stop = () => void server.kill("SIGTERM");
  for (let waited = 0; waited < 240; waited += 1) {
    if (server.exitCode !== null) throw new Error(`サーバーが始まりませんでした。\n${said}`);
    if (await answers()) return stop;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  stop();
  throw new Error(`サーバーが2分たっても応答しません。\n${said}`);
}
