/** What loading and reading back cost: requests, bytes and time through the real office.js, beside the row-by-row way. `npx tsx test/bench/sheets.bench.ts [indicators …]` */

import { readFileSync } from "node:fs";
import path from "node:path";
import type { Plan } from "../../src/plan/plan";
import { loadPlan, readPlans } from "../../src/sheets";
import { headerOf } from "../../src/sheets/columns";
import { planSheetParts } from "../../src/sheets/layout/plan-parts";
import { createHost } from "../../src/workbench/host/create-host";
import type { Host } from "../../src/workbench/host/host";
import { loadOffice } from "../../src/workbench/host/office-in-node";
import { connect } from "../../src/workbench/host/seam";
import { madePlan } from "./made-plan";
import { printTable, type BenchRow } from "./table";

const kazo = JSON.parse(readFileSync(path.join(__dirname, "../../seeds/kazo.json"), "utf8")) as Plan;

export async function rows(sizes: readonly number[] = [1_000, 2_000]): Promise<BenchRow[]> {
  const plans = [kazo, ...sizes.map((size): Plan => ({ ...madePlan(size), municipality: "大規模市" }))];
  const measured: BenchRow[] = [];
  for (const plan of plans) {
    const host = openHost();
    const load = await timed(host, async () => {
      const answer = await loadPlan(plan);
      if (!answer.ok) throw new Error(JSON.stringify(answer));
    });
    const read = await timed(host, async () => {
      const answer = await readPlans();
      if (!answer.ok || answer.reading.plans.length !== 1) throw new Error(JSON.stringify(answer));
    });
    host.dispose();
    const size = plan.indicators.length;
    const naive = plan === kazo ? await naively(plan) : null;
    measured.push(
      row("計画をシートに読み込む", size, load, naive?.load ?? null, "1行ずつ書く"),
      row("計画をシートから読み戻す", size, read, naive?.read ?? null, "1行ずつ読む"),
      requests("読み込むときの Excel への要求", size, load, naive?.load ?? null, "1行ずつ書く"),
      requests("読み戻すときの Excel への要求", size, read, naive?.read ?? null, "1行ずつ読む"),
    );
  }
  return measured;
}

interface Cost {
  ms: number;
  cpuMs: number;
  requests: number;
  bytes: number;
  largest: number;
}

async function naively(plan: Plan): Promise<{ load: Cost; read: Cost }> {
  const host = openHost();
  const load = await timed(host, () => rowByRow(plan));
  const read = await timed(host, readRowByRow);
  host.dispose();
  return { load, read };
}

/** Every request is a way to Excel and back, which no time in the workbench shows. */
function requests(what: string, size: number, cost: Cost, naive: Cost | null, peer: string): BenchRow {
  const { requests: ours } = cost;
  const theirs = naive?.requests ?? null;
  return { what, size, ms: ours, bestMs: ours, cpuMs: ours, naiveMs: theirs, peer, unit: "回" };
}

function row(what: string, size: number, cost: Cost, naive: Cost | null, peer: string): BenchRow {
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;
  const words = `${cost.requests} requests, ${kilobytes(cost.bytes)}, largest ${kilobytes(cost.largest)}`;
  const beside = naive === null ? "" : `; row by row ${naive.requests} requests, ${kilobytes(naive.bytes)}`;
  return {
    what,
    size,
    ms: cost.ms,
    bestMs: cost.ms,
    cpuMs: cost.cpuMs,
    naiveMs: naive?.cpuMs ?? null,
    peer,
    note: words + beside,
  };
}

function openHost(): Host {
  const host = createHost();
  const office = loadOffice();
  connect(office.OfficeExtension, host);
  Object.assign(globalThis, { Excel: office.Excel, OfficeExtension: office.OfficeExtension });
  return host;
}

async function timed(host: Host, work: () => Promise<void>): Promise<Cost> {
  host.record.clear();
  const before = process.cpuUsage();
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  const sizes = host.record.requests.map(({ bytes }) => bytes);
  return {
    ms,
    cpuMs: (user + system) / 1000,
    requests: sizes.length,
    bytes: sizes.reduce((sum, bytes) => sum + bytes, 0),
    largest: Math.max(0, ...sizes),
  };
}

/** As one would first write it: a row with its formats, values and formulas, a sync, the next row. No looks, no other sheets. */
async function rowByRow(plan: Plan): Promise<void> {
  const { columns, contents } = planSheetParts(plan, { table: "表", scaleTable: "尺度" });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("一行ずつ");
    sheet.getRangeByIndexes(0, 0, 1, columns.length).values = [columns.map(headerOf)];
    sheet.tables.add(sheet.getRangeByIndexes(0, 0, contents.length + 1, columns.length), true).name = "表";
    await context.sync();
    for (const [at, cells] of contents.entries()) {
      const range = sheet.getRangeByIndexes(at + 1, 0, 1, cells.length);
      range.numberFormat = [cells.map(({ format }) => format)];
      range.formulas = [cells.map(({ value }) => value)];
      await context.sync();
    }
  });
}

async function readRowByRow(): Promise<void> {
  await Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem("一行ずつ").getUsedRange().load("rowCount");
    await context.sync();
    for (let at = 0; at < used.rowCount; at++) {
      used.getRow(at).load("values,formulas");
      await context.sync();
    }
  });
}

if (process.argv[1]?.endsWith("sheets.bench.ts") === true) {
  const sizes = process.argv.slice(2).map(Number).filter(Number.isFinite);
  void rows(sizes.length > 0 ? sizes : undefined).then((all) =>
    process.stdout.write(printTable("シート", all)),
  );
}
