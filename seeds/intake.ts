/** `npm run intake -- FILE…`: what the reader makes of a document, every problem of it, and, if asked, the plan as a seed file. */

import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { intake, readAnnotations, type Annotations, type Intake } from "../src/intake";
import { isSamePlan, seedText } from "./seed-text";
import { describeIntake, describeProblems } from "./intake-report";

const usage = `使い方: npm run intake -- 文書… [--annotations 注記.json] [--json] [--write seeds/名前.json] [--compare seeds/名前.json]
  --annotations  文書が言わないこと（方向、累計、訂正など）を書いたファイル。文書が1つのときだけ使えます
  --json         読んだ計画を JSON で出します（問題は標準エラーへ）
  --write        読んだ計画をファイルに書きます
  --compare      読んだ計画がファイルと同じかを調べます。違えば終了コード 1`;

/** The exit code: 0 when every document was read without an error (and is the same as the file it was compared with). */
export function main(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      annotations: { type: "string" },
      json: { type: "boolean" },
      write: { type: "string" },
      compare: { type: "string" },
      help: { type: "boolean" },
    },
  });
  const oneOnly = values.annotations ?? values.write ?? values.compare;
  if (values.help || positionals.length === 0 || (oneOnly !== undefined && positionals.length > 1)) {
    console.error(usage);
    return values.help ? 0 : 2;
  }
  const annotations = values.annotations === undefined ? undefined : annotationsFrom(values.annotations);
  if (annotations === null) return 1;
  const codes = positionals.map((file) => {
    const read = intake(new Uint8Array(readFileSync(file)), annotations);
    if (values.json) console.log(read.plan ? seedText(read.plan).trimEnd() : "null");
    const say = values.json ? console.error : console.log;
    say(describeIntake(file, read));
    for (const problem of describeProblems(file, read.problems)) say(problem);
    return Math.max(
      read.problems.some((problem) => problem.severity === "error") ? 1 : 0,
      values.write === undefined ? 0 : write(values.write, read),
      values.compare === undefined ? 0 : compare(values.compare, read, say),
    );
  });
  return Math.max(...codes);
}

function annotationsFrom(file: string): Annotations | null {
  const { annotations, problems } = readAnnotations(JSON.parse(readFileSync(file, "utf8")));
  for (const problem of describeProblems(file, problems)) console.error(problem);
  return problems.length > 0 ? null : annotations;
}

function write(file: string, { plan }: Intake): number {
  if (!plan) return 1;
  writeFileSync(file, seedText(plan));
  return 0;
}

function compare(file: string, { plan }: Intake, say: (text: string) => void): number {
  const same = plan !== null && isSamePlan(seedText(plan), readFileSync(file, "utf8"));
  say(
    same
      ? `${file} と同じです。`
      : `${file} と違います。--write で書き出し、git diff で違いを確かめてください。`,
  );
  return same ? 0 : 1;
}

if (process.argv[1]?.endsWith("intake.ts")) process.exitCode = main(process.argv.slice(2));
