/** The help never lies: every example is calculated and compared with what its page prints. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { catalogue } from "../../src/functions/catalogue";
import { errorMeanings } from "../../src/functions/help/errors";
import { functionPage, indexPage } from "../../src/functions/help/page";
import { README_MARKERS, readmeTable, withReadmeTable } from "../../src/functions/help/readme-table";
import { percentOf } from "../../src/plan/percent";
import { formulaSheet, type Shown } from "./formula-sheet";

/** As the page prints it: a fraction as a percentage where the page shows one, an error without its sentence. */
function printed(value: Shown, as: string): string {
  if (typeof value === "number" && as.endsWith("%")) return `${(percentOf(value) ?? NaN).toFixed(1)}%`;
  const text = String(value ?? "");
  return as.startsWith("#") ? (text.split(" ")[0] ?? "") : text;
}

const examples = catalogue.flatMap(({ id, help }) =>
  help.examples.map((example) => [id, example.formula, example] as const),
);

describe("ヘルプの例", () => {
  test.each(examples)("PLAN.%s %s", async (_id, formula, { result, cells }) => {
    const sheet = formulaSheet();
    sheet.put(cells ?? {});
    const shown = await sheet.of(formula);
    const expected = typeof result === "string" ? [[result]] : result;
    expect(
      shown.map((row, at) => row.map((value, column) => printed(value, expected[at]?.[column] ?? ""))),
    ).toEqual(expected);
    sheet.calc.dispose();
  });

  test.each(catalogue.map((definition) => [definition.id, definition] as const))(
    "PLAN.%s の例は、その関数を使っている",
    (id, { help }) => {
      for (const { formula } of help.examples) expect(formula).toContain(`PLAN.${id}(`);
    },
  );
});

describe("ヘルプのページ", () => {
  test.each(catalogue.map((definition) => [definition.id, definition] as const))(
    "PLAN.%s のページに、引数・例・エラーがすべて載る",
    (_id, definition) => {
      const page = functionPage(definition);
      const text = page.replaceAll("&quot;", '"').replaceAll("&amp;", "&").replaceAll("&lt;", "<");
      for (const { name, description } of definition.parameters) {
        expect(text).toContain(name);
        expect(text).toContain(description);
      }
      for (const { formula } of definition.help.examples) expect(text).toContain(formula);
      for (const { meaning } of definition.help.errors) expect(text).toContain(meaning);
      expect(definition.help.examples.length).toBeGreaterThanOrEqual(5);
      expect(definition.help.errors.length).toBeGreaterThan(0);
      // 幅を超える表は、キーボードでも送れる。
      expect(page.match(/<table/g)?.length ?? 0).toBe(page.match(/tabindex="0"/g)?.length ?? 0);
      // 閉域網でも、スクリプトなしで読める。
      expect(page).not.toMatch(/<script|https?:\/\//);
    },
  );

  test.each(
    catalogue
      .filter(({ parameters }) => parameters.some(({ name }) => name === "計画"))
      .map((definition) => [definition.id, definition.help.errors] as const),
  )("PLAN.%s のヘルプは、計画が見つからないときと読めないときを説明する", (_id, errors) => {
    expect(errors).toEqual(expect.arrayContaining([errorMeanings.unknownPlan, errorMeanings.table]));
  });

  test("一覧からすべてのページに行ける", () => {
    const page = indexPage(catalogue);
    for (const { id } of catalogue) expect(page).toContain(`href="${id}.html"`);
  });
});

describe("README の関数の表", () => {
  test("カタログから作ったものと同じ", () => {
    const readme = readFileSync(path.join(__dirname, "../../README.md"), "utf8");
    // Prettier may widen the columns. Made anew by npx tsx test/functions/renew-readme.ts.
    const words = (text: string) => text.replace(/ +\|/g, " |").replace(/-{3,}/g, "---");
    expect(words(readme)).toBe(words(withReadmeTable(readme, catalogue) ?? "目印がない"));
  });

  test("目印の間だけを書き直す", () => {
    const { begin, end } = README_MARKERS;
    expect(withReadmeTable(`前${begin}古い表${end}後`, catalogue)).toBe(
      `前${begin}\n\n${readmeTable(catalogue)}\n\n${end}後`,
    );
    expect(withReadmeTable("目印なし", catalogue)).toBeNull();
  });
});
