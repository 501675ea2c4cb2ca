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

const options = {
  annotations: { type: "string" },
  json: { type: "boolean" },
  write: { type: "string" },
  compare: { type: "string" },
  help: { type: "boolean" },
} as const;

/** The exit code: 0 when every document was read without an error (and is the same as the file it was compared with). */
export function main(args: readonly string[]): number {
  const asked = parsed(args);
  const oneOnly = asked?.values.annotations ?? asked?.values.write ?? asked?.values.compare;
  if (!asked || asked.positionals.length === 0 || (oneOnly !== undefined && asked.positionals.length > 1)) {
    console.error(usage);
    return asked?.values.help ? 0 : 2;
  }
  const { values, positionals } = asked;
  const annotations = values.annotations === undefined ? undefined : annotationsFrom(values.annotations);
  if (annotations === null) return 1;
  const codes = positionals.map((file) => {
    const bytes = contentOf(file);
    if (bytes === null) return 1;
    const read = intake(new Uint8Array(bytes), annotations);
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

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch {
    return null;
  }
}

function contentOf(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    console.error(`${file}: 開けません。ファイルの名前と場所を確かめてください。`);
    return null;
  }
}

function annotationsFrom(file: string): Annotations | null {
  const content = contentOf(file);
  if (content === null) return null;
  const { annotations, problems } = readAnnotations(json(content.toString("utf8")));
  for (const problem of describeProblems(file, problems)) console.error(problem);
  return problems.length > 0 ? null : annotations;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function write(file: string, { plan }: Intake): number {
  if (!plan) return 1;
  writeFileSync(file, seedText(plan));
  return 0;
}

function compare(file: string, { plan }: Intake, say: (text: string) => void): number {
  const seed = contentOf(file)?.toString("utf8");
  const same = plan !== null && seed !== undefined && isSamePlan(seedText(plan), seed);
  say(
    same
      ? `${file} と同じです。`
      : `${file} と違います。--write で書き出し、git diff で違いを確かめてください。`,
  );
  return same ? 0 : 1;
}

if (process.argv[1]?.endsWith("intake.ts")) process.exitCode = main(process.argv.slice(2));
