/** The findings behind the badge: the same as 点検 finds at once, accepted ones not counted. */
import { bundledPlans } from "../../../src/plan/bundled";
import { checkPlan } from "../../../src/plan/check";
import { acceptancesOf, checkInPieces, countOpen } from "../../../src/pane/state/findings";

const kazo = bundledPlans()[0]!;

test("少しずつ調べても、一度に調べたのと同じ", async () => {
  expect(await checkInPieces(kazo, [], () => false)).toEqual(checkPlan(kazo));
  const nodes = Array.from({ length: 1_200 }, (_, at) => ({ ...kazo.nodes[0]!, id: `x${at}` }));
  const large = { ...kazo, nodes: [...kazo.nodes, ...nodes] };
  expect(await checkInPieces(large, [], () => false)).toEqual(checkPlan(large));
});

test("シートがまた変わったら、途中でやめる", async () => {
  expect(await checkInPieces(kazo, [], () => true)).toBeNull();
});

test("了承したものは数えない", () => {
  const found = checkPlan(kazo);
  const before = countOpen([found]);
  const first = found.find(({ severity }) => severity === "warning")!;
  const accepted = acceptancesOf([
    {
      plan: "kazo",
      rule: first.rule,
      severity: "warning",
      message: "",
      remedy: "",
      place: "",
      address: null,
      key: first.fingerprint,
      accepted: { by: "企画課", why: "計画どおり", on: "2026/11/21" },
    },
  ]);
  const after = countOpen([checkPlan(kazo, { accepted })]);
  expect(after).toEqual({ ...before, warnings: before.warnings - 1 });
  expect(countOpen([])).toEqual({ errors: 0, warnings: 0 });
});

test("シートから読めないもの（消えた列・消えた行）も、印の数に入る。読めたうえでの注意は規則が数える", () => {
  const problem = (severity: "error" | "warning" | "note") => ({ severity, message: "", address: null });
  expect(countOpen([], [{ problems: [problem("error"), problem("warning")] }, { problems: [] }])).toEqual({
    errors: 1,
    warnings: 0,
  });
});
