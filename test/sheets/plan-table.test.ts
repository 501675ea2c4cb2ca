/** 計画の表: 書いたものを読み戻すと同じ計画になり、人が何をしても値は元の指標に付いていく. */

import { readFileSync } from "node:fs";
import path from "node:path";
import type { Plan } from "../../src/plan/plan";
import { readPlanTable } from "../../src/sheets/reading/plan-table";
import { matrixOf } from "./matrix";

const seed = (name: string): Plan =>
  JSON.parse(readFileSync(path.join(__dirname, "../../seeds", `${name}.json`), "utf8")) as Plan;

describe.each(["kazo", "iruma", "ina", "isesaki", "oizumi"])("%s を表にして読み戻す", (name) => {
  const plan = seed(name);
  const matrix = matrixOf(plan);

  test("控えがあれば、同じ計画になる", () => {
    const reading = readPlanTable(matrix, { base: plan });
    expect(reading?.problems).toEqual([]);
    expect(reading?.plan).toEqual(plan);
  });

  test("控えがなくても、項目・指標・値・担当課は同じになる", () => {
    const reading = readPlanTable(matrix, { base: null });
    expect(reading?.problems).toEqual([]);
    expect(reading?.plan.indicators.map(({ id, node, name }) => [id, node, name])).toEqual(
      plan.indicators.map(({ id, node, name }) => [id, node, name]),
    );
    const items = (each: Plan) =>
      each.nodes
        .filter(({ level }) => level === plan.expects.level)
        .map(({ id, number, name, departments, sameAs }) => ({ id, number, name, departments, sameAs }));
    expect(items(reading?.plan ?? plan)).toEqual(items(plan));
    expect(reading?.plan.nodes.map(({ number, name }) => [number, name])).toEqual(
      plan.nodes.map(({ number, name }) => [number, name]),
    );
  });
});
