/** The 計画 argument: a range, a name, or nothing → the plans that are meant. */
import { type Plan } from "../../plan/plan";
import { foldKey } from "../../plan/keys/text";
import { errorIn, quoted, readCell } from "../arguments/cell";
import { type Argument, isRefusal, notThere, type Refusal, wrongUse } from "../definition";
import { isOmitted } from "../each-cell";
import { publishedPlans, unreadPlanFiles } from "./published-plans";
import { type SourcePlan } from "./source-plan";
import { planOfTable } from "./table-plans";
import { whenWorkbookIsRead, workbookPlans, workbookVersion } from "./workbook-plans";

/** One plan; several only where nothing was given and the workbook holds several. */
export type Chosen = readonly [SourcePlan, ...SourcePlan[]];

export function isChosen(plans: Soon<Chosen | Refusal>): plans is Chosen {
  return Array.isArray(plans);
}

/** A value now, or when something has been read. */
export type Soon<Value> = Value | Promise<Value>;

export interface Needs {
  /** 評価年度 or the scale decides too: then a range has to wait for the workbook as well. */
  workbook: boolean;
}

export function whichPlan(argument: Argument, needs: Needs): Soon<Chosen | Refusal> {
  if (isOmitted(argument)) return whenWorkbookIsRead(plansOfWorkbook);
  if (!Array.isArray(argument)) return planOfCell(argument);
  const [row] = argument;
  if (argument.length === 1 && row?.length === 1) return planOfCell(row[0] ?? null);
  if (!needs.workbook) return planOfRange(argument);
  return whenWorkbookIsRead(() => planOfRange(argument));
}

/** Goes on at once where the value is there: most calls never see a promise. */
export function soon<Given, Next>(given: Soon<Given>, next: (given: Given) => Soon<Next>): Soon<Next> {
  return given instanceof Promise ? given.then(next) : next(given);
}

function planOfRange(cells: Exclude<Argument, null | undefined>): Chosen | Refusal {
  if (!Array.isArray(cells)) return wrongUse("計画の引数は、計画の表か計画の名前にしてください。");
  const source = planOfTable(cells);
  if (isRefusal(source)) return source;
  return [withScaleOfWorkbook(source)];
}

/** The same plan as one of this workbook is judged by that one's scale and has its name. */
function withScaleOfWorkbook(source: SourcePlan): SourcePlan {
  const known = matched.get(source);
  if (known?.version === workbookVersion()) return known.source;
  const state = workbookPlans();
  const [only, ...others] = state.kind === "read" ? state.plans.filter((each) => alike(each, source)) : [];
  const scaled =
    only === undefined || others.length > 0
      ? source
      : {
          ...source,
          plan: withItemsOf(only.plan, source.plan),
          scale: only.scale,
          label: only.label,
          accepted: only.accepted,
        };
  matched.set(source, { version: workbookVersion(), source: scaled });
  return scaled;
}

/** Which level is responsible a table does not say; the loaded plan does. The same plan where it says the same. */
function withItemsOf({ expects }: Plan, given: Plan): Plan {
  return given.expects.level === expects.level
    ? given
    : { ...given, expects: { ...given.expects, level: expects.level } };
}

const matched = new WeakMap<SourcePlan, { version: number; source: SourcePlan }>();

/** Most of what the range names stands in the loaded plan under the same id and name. */
function alike({ plan: loaded }: SourcePlan, { plan: given }: SourcePlan): boolean {
  const called = ({ id, name }: { id: string; name: string }) => `${id} ${name}`;
  const things = [...given.nodes, ...given.indicators];
  const there = new Set([...loaded.nodes, ...loaded.indicators].map(called));
  return things.filter((each) => there.has(called(each))).length * 2 > things.length;
}

function plansOfWorkbook(): Chosen | Refusal {
  const state = workbookPlans();
  switch (state.kind) {
    case "failed":
      return notThere(unreadable(state.message));
    case "nobodyReads":
    case "waiting":
      return notThere(noPlan);
    case "read": {
      const [first, ...others] = state.plans;
      return first === undefined ? notThere(noPlan) : [first, ...others];
    }
  }
}

const noPlan =
  "このブックには計画が読み込まれていません。作業ウィンドウの「計画」から読み込むか、最後の引数に計画の名前（「加須市」など）を指定してください。";

function unreadable(message: string): string {
  return `このブックの計画を読み取れませんでした（${message}）。「再計算」を押すか、計画の表を範囲で指定してください。`;
}

/** Names asked before, until the workbook's plans change. */
let named = { version: -1, answers: new Map<string, Chosen | Refusal>() };

function planOfCell(cell: Argument): Soon<Chosen | Refusal> {
  if (typeof cell === "string" && named.version === workbookVersion()) {
    const known = named.answers.get(cell);
    if (known !== undefined) return known;
  }
  const reading = readCell(Array.isArray(cell) ? null : cell);
  switch (reading.kind) {
    case "blank":
      return wrongUse(
        "計画のセルが空白です。計画の名前（「加須市」など）か計画の表を指定するか、引数ごと省いてください。",
      );
    case "error":
      return errorIn("計画", reading.shown);
    case "value":
      return typeof reading.value === "string"
        ? planNamed(reading.value)
        : wrongUse(
            `計画の引数${quoted(reading.value)}は計画の名前ではありません。「加須市」のような名前か、見出し行を含む計画の表を指定してください。`,
          );
  }
}

const publishedOnly = /\(公表時\)$/;

function planNamed(typed: string): Soon<Chosen | Refusal> {
  const folded = foldKey(typed);
  const wanted = folded.replace(publishedOnly, "");
  const remembered = (answer: Chosen | Refusal): Chosen | Refusal => {
    if (named.version !== workbookVersion())
      named = { version: workbookVersion(), answers: new Map<string, Chosen | Refusal>() };
    if (named.answers.size > 500) named.answers.clear();
    named.answers.set(typed, answer);
    return answer;
  };
  if (wanted !== folded) return soon(fromPublished(typed, wanted, []), remembered);
  return whenWorkbookIsRead(() => {
    const state = workbookPlans();
    if (state.kind === "failed") return notThere(unreadable(state.message));
    const loaded = state.kind === "read" ? state.plans : [];
    const [first, ...others] = loaded.filter(({ names }) => names.includes(wanted));
    if (first !== undefined)
      return remembered(others.length === 0 ? [first] : severalNamed(typed, [first, ...others]));
    return soon(fromPublished(typed, wanted, loaded), remembered);
  });
}

function fromPublished(typed: string, wanted: string, loaded: readonly SourcePlan[]): Soon<Chosen | Refusal> {
  const answer = (published: readonly SourcePlan[]): Chosen | Refusal => {
    const [first, ...others] = published.filter(({ names }) => names.includes(wanted));
    if (first === undefined) return unknownPlan(typed, loaded, published);
    return others.length === 0 ? [first] : severalNamed(typed, [first, ...others]);
  };
  const published = publishedPlans();
  if (!(published instanceof Promise)) return answer(published);
  return published.then(answer, () =>
    notThere("公表された計画を読み込めませんでした。ネットワークを確かめて、「再計算」を押してください。"),
  );
}

function severalNamed(typed: string, plans: readonly SourcePlan[]): Refusal {
  const titles = plans.map(({ plan }) => `「${plan.title}」`).join("、");
  return wrongUse(
    `${quoted(typed)}という計画は${plans.length}つあります：${titles}。計画の引数にこの計画名を指定してください。`,
  );
}

function unknownPlan(
  typed: string,
  loaded: readonly SourcePlan[],
  published: readonly SourcePlan[],
): Refusal {
  const names = (plans: readonly SourcePlan[]) =>
    plans.map(({ plan }) => `「${plan.municipality || plan.title || plan.id}」`).join("、");
  const own = loaded.length === 0 ? "このブックに計画はありません。" : `このブックの計画は${names(loaded)}。`;
  return notThere(
    `${quoted(typed)}という計画はありません。${own}公表された計画は${names(published)}です。${unreadWords()}`,
  );
}

/** The plan that was asked for may be the one that could not be read. */
function unreadWords(): string {
  const files = unreadPlanFiles();
  const shown = files.slice(0, 3).map(({ file, reason }) => `「${file}」：${reason}`);
  const more = files.length > 3 ? `ほか${files.length - 3}件。` : "";
  return files.length === 0 ? "" : `サーバーの plans/ に読めないものがあります。${shown.join("")}${more}`;
}
