/** `npm run bench`: every benchmark in turn, or those named: `npm run bench -- check summary`. One at a time, so that none disturbs another. */
const { spawnSync } = require("node:child_process");
const { readdirSync } = require("node:fs");

const named = process.argv.slice(2);
const files = readdirSync(__dirname).filter(
  (file) => file.endsWith(".bench.ts") && (named.length === 0 || named.some((name) => file.startsWith(name))),
);
if (files.length === 0) {
  console.error(`「${named.join(" ")}」という測定はありません。`);
  process.exit(1);
}
let failed = false;
for (const file of files) {
  const { status } = spawnSync(process.execPath, [require.resolve("tsx/cli"), `${__dirname}/${file}`], {
    stdio: "inherit",
  });
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
