/** `npx tsx test/bench/intake.bench.ts`: how long plan books of growing size take to read, and whether the time grows with them. */

import { intake } from "../../src/intake";
import { readPlan } from "../../src/plan/file/read";
import { block, headings, simpleTargets } from "../intake/plan-book-text";
import { type BenchRow, measured, printTable } from "./table";

/** Every second item has two indicators, every fifth broken two-line cells, every seventh is a 再掲. */
function book(items: number): string {
  const parts: string[] = [];
  for (let number = 1; number <= items; number += 1) {
    if (number % 50 === 1)
      parts.push(number === 1 ? headings : `（${(number % 99) + 1}） 架空の施策その${number}\n① 架空の群`);
    const first = simpleTargets(`架空の数その${number}（件）`, "1,000", "1,010 1,020 1,030 1,040 1,050");
    const second = `\n架空の割合（％）\n【令和元年度：50】\n60 － 70 － 80`;
    const parted = simpleTargets(
      "架空の受験率（％）",
      "係長\n56・主任 70",
      Array(5).fill("係長 50\n主任 70").join("\n"),
    );
    parts.push(
      block({
        number: String(number),
        name: `架空の取組その${number}${number % 7 === 0 ? `【再掲(-${number - 1})】` : ""}`,
        detail: "架空の内容を、\n何行かに分けて\n書きました。",
        targets: number % 5 === 0 ? parted : first + (number % 2 === 0 ? second : ""),
        remark: number % 9 === 0 ? "①架空の注 ②もう一つ" : undefined,
        departments: "架空課、くらし課",
      }),
    );
  }
  return parts.join("\n");
}

export function rows(): BenchRow[] {
  return [100, 1_000, 10_000].map((size) => {
    const text = book(size);
    const runs = size > 5_000 ? 3 : 7;
    const { plan } = intake(text);
    const file = JSON.stringify({ ...plan, municipality: "架空市", title: "架空の計画" });
    if (readPlan(file).plan === null) throw new Error("The plan file cannot be read.");
    return {
      what: "計画書の文章を読む（取組項目）",
      size,
      ...measured(runs, () => intake(text)),
      naiveMs: measured(runs, () => readPlan(file)).cpuMs,
      peer: "できあがった計画ファイルを読む",
      note: `${text.split("\n").length} lines`,
    };
  });
}

if (process.argv[1]?.endsWith("intake.bench.ts") === true)
  process.stdout.write(printTable("取り込み", rows()));
