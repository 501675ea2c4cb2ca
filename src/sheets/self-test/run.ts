/** The self-test: in an empty workbook only, every entry of the assumptions and the scenario, each with what was seen; then everything is taken away again. */

import { type Answer, done, refuse } from "../answer";
import { ASSUMPTIONS, type AssumptionId } from "../assumptions";
import { type Running } from "../contract";
import { type Batch, codeOf, detailOf, withExcel } from "../excel/connection";
import { type Bench, CannotTry, type Look, type Seen } from "./check";
import { assumptionChecks } from "./checks";
import { contentsOf, emptyAgain, sheetIds } from "./empty-workbook";
import { environment } from "./environment";
import expected from "./expected.json";
import { type Entry, entryOf, type SelfTestReport } from "./report";
import { scenario, type ScenarioStep, scenarioSteps } from "./scenario";

/** Excel calculates and tells of events when it likes. */
const patience = { tries: 50, milliseconds: 200 };
/** A check that gets no answer at all must not take the others with it. */
const longest = 60_000;

export interface SelfTestOptions extends Running {
  /** Of the add-in, for the report. */
  version: string;
  /** For the test that records what the workbench produces. */
  onSeen?: (step: ScenarioStep, seen: Seen) => void;
}

export async function runSelfTest(options: SelfTestOptions): Promise<Answer<{ report: SelfTestReport }>> {
  // Each part opens its own batch: the add-in's operations run alone.
  const before = await withExcel<{ contents: string[]; sheets: ReadonlySet<string> }>(async (batch) =>
    done({ contents: await contentsOf(batch), sheets: await sheetIds(batch) }),
  );
  if (!before.ok) return before;
  if (before.contents.length > 0)
    return refuse(
      "occupied",
      before.contents,
      "このブックには中身があるため、自己検査をしません。何も変更していません。Excel で新しい空白のブックを開き、そこで自己検査をしてください。",
    );
  const entries: Entry[] = [];
  let cancelled = false;
  try {
    for (const [at, part] of parts.entries()) {
      cancelled = options.signal?.aborted === true;
      if (cancelled) break;
      options.onStep?.({ name: part.name, done: at, of: parts.length });
      entries.push(await entryFrom(part, options));
    }
  } finally {
    options.onStep?.({ name: "片付けています", done: parts.length, of: parts.length });
  }
  const left = await tidy(before.sheets);
  if (cancelled) return refuse("cancelled", left);
  return done({ report: { environment: environment(options.version), entries, left } });
}

interface Part {
  id: string;
  name: string;
  fact: string;
  expected: Seen;
  look: (bench: Bench) => Promise<Seen>;
  step?: ScenarioStep;
  /** Said instead of trying. */
  byHand?: string;
}

const recorded: Readonly<Record<string, Seen>> = expected;

const scenarioPart = (step: ScenarioStep): Part => ({
  id: `scenario-${step}`,
  name: scenarioSteps[step],
  fact: scenarioSteps[step],
  expected: recorded[step] ?? {},
  look: scenario[step],
  step,
});

function assumptionPart({ id, fact }: { id: AssumptionId; fact: string }): Part {
  const check = assumptionChecks[id];
  const common = { id, name: fact, fact };
  return check.kind === "look"
    ? { ...common, expected: check.expected, look: check.look }
    : { ...common, expected: {}, look: () => Promise.resolve({}), byHand: check.sentence };
}

const needsPlan = (id: AssumptionId): boolean => {
  const check: Look | { kind: "byHand" } = assumptionChecks[id];
  return check.kind === "look" && check.withPlan === true;
};

const parts: readonly Part[] = [
  ...ASSUMPTIONS.filter(({ id }) => !needsPlan(id)).map(assumptionPart),
  ...(["load", "edit", "read", "insert"] as const).map(scenarioPart),
  ...ASSUMPTIONS.filter(({ id }) => needsPlan(id)).map(assumptionPart),
  scenarioPart("remove"),
];

async function entryFrom(part: Part, { onSeen }: SelfTestOptions): Promise<Entry> {
  const { id, fact } = part;
  if (part.byHand !== undefined) return { id, fact, verdict: "試せない", seen: part.byHand };
  try {
    const seen = await inTime(
      Excel.run(async (context) => {
        const batch = { context, sync: () => context.sync().then(() => undefined) };
        const bench = await benchIn(batch);
        const found = await part.look(bench);
        if (part.step === undefined) bench.sheet.delete();
        await batch.sync();
        return found;
      }),
    );
    if (part.step !== undefined) onSeen?.(part.step, seen);
    return entryOf(id, fact, part.expected, seen);
  } catch (failure) {
    const cannot = failure instanceof CannotTry || unsupported.has(codeOf(failure));
    const seen = [codeOf(failure), ...detailOf(failure)].filter((word) => word !== "").join(" ");
    return { id, fact, verdict: cannot ? "試せない" : "違う", seen };
  }
}

/** An older Excel, or the workbench, which names what it does not do. */
const unsupported: ReadonlySet<string> = new Set(["ApiNotFound", "NotImplemented", "ActivityLimitReached"]);

let made = 0;

async function benchIn({ context, sync }: Batch): Promise<Bench> {
  made += 1;
  const serial = made;
  const sheet = context.workbook.worksheets.add(`自己検査 ${serial}`);
  await sync();
  return {
    context,
    sync,
    sheet,
    name: (base) => `${base}_${serial}`,
    eventually: async (look, wanted) => {
      let seen = await look();
      for (let tries = 0; tries < patience.tries && !wanted(seen); tries += 1) {
        await new Promise((resolve) => setTimeout(resolve, patience.milliseconds));
        seen = await look();
      }
      return seen;
    },
  };
}

function inTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`${longest / 1000} 秒待っても答えがありませんでした。`)),
      longest,
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function tidy(before: ReadonlySet<string>): Promise<string[]> {
  const tidied = await withExcel<{ left: string[] }>(async (batch) => {
    await emptyAgain(batch, before);
    const sheets = await sheetIds(batch);
    const more = [...sheets].filter((id) => !before.has(id)).map(() => "自己検査のシート");
    return done({ left: [...(await contentsOf(batch)), ...more] });
  });
  return tidied.ok ? tidied.left : [tidied.message];
}
