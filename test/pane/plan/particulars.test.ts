/** 市町村名・計画名・期間: asked where a document does not print them, and a plan that can be loaded afterwards. */
import * as fc from "fast-check";
import { intake } from "../../../src/intake";
import { readPlan } from "../../../src/plan/file/read";
import { type Plan } from "../../../src/plan/plan";
import {
  completed,
  isComplete,
  type Particulars,
  particularsOf,
  problemsIn,
} from "../../../src/pane/screens/plan/particulars";

const list = (): Plan => {
  const { plan } = intake("取組項目,担当課,指標,単位,目標値 令和6年度\n公園の清掃,公園課,清掃回数,回,12\n");
  if (plan === null) throw new Error("表が読めない");
  return plan;
};

const typed: Particulars = {
  municipality: "試験市",
  title: "試験計画",
  first: "令和６年度",
  last: "R7",
  code: "",
};

test("表からの計画は市町村名と計画名が足りない", () => {
  expect(isComplete(list())).toBe(false);
  expect(Object.keys(problemsIn(particularsOf(list())))).toEqual(["municipality", "title"]);
});

test("補うと読み込める計画になり、ID も付く", () => {
  const plan = completed(list(), typed);
  expect(plan).toMatchObject({ municipality: "試験市", title: "試験計画", period: [2024, 2025] });
  expect(plan?.id).toMatch(/^plan-[0-9a-f]{8}$/);
  expect(readPlan(plan).problems.filter(({ severity }) => severity === "error")).toEqual([]);
});

test("同じ市町村・計画名なら同じ ID になり、次の版として更新できる", () => {
  expect(completed(list(), typed)?.id).toBe(completed(list(), { ...typed, title: " 試験計画　" })?.id);
  expect(completed(list(), typed)?.id).not.toBe(completed(list(), { ...typed, title: "別の計画" })?.id);
});

test("計画が自分の ID を持つときは変えない", () => {
  expect(completed({ ...list(), id: "kazo" }, typed)?.id).toBe("kazo");
});

test.each<[string, Partial<Particulars>, keyof Particulars]>([
  ["名前が空白だけ", { municipality: "　 " }, "municipality"],
  ["計画名が空", { title: "" }, "title"],
  ["年度が読めない", { first: "来年" }, "first"],
  ["終わりが始まりより前", { last: "令和5年度" }, "last"],
  ["コードの検査数字が合わない", { code: "112100" }, "code"],
  ["コードのけたが足りない", { code: "1121" }, "code"],
])("%sなら、どこをどう直すかを言う", (_name, part, field) => {
  const problems = problemsIn({ ...typed, ...part });
  expect(Object.keys(problems)).toEqual([field]);
  expect(problems[field]).toMatch(/。$/);
  expect(completed(list(), { ...typed, ...part })).toBeNull();
});

test("コードは全角でもよい", () => {
  expect(completed(list(), { ...typed, code: "１１２１０１" })?.code).toBe("112101");
});

test("何を入れても、例外にならず、問題がなければ計画になる", () => {
  const text = fc.oneof(fc.string(), fc.constantFrom("令和6年度", "2024", "H30", "", "　"));
  fc.assert(
    fc.property(
      fc.record({ municipality: text, title: text, first: text, last: text, code: text }),
      (any) => {
        const problems = Object.keys(problemsIn(any)).length;
        expect(completed(list(), any) === null).toBe(problems > 0);
      },
    ),
  );
});
