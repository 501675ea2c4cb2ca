/** Which bar or icon a conditional format draws in a cell, as Excel measures them. */
import { createConditionalLooks, type Figure } from "../../../src/workbench/host/conditional/look";
import { glyphOf } from "../../../src/workbench/page/display/icons";
import { iconsIn } from "../../../src/workbench/host/conditional/icon-set";
import { openWorkbook } from "../../helpers/workbook";

async function figures(
  values: readonly (string | number)[],
  add: (range: Excel.Range) => void,
): Promise<(Figure | undefined)[]> {
  const book = await openWorkbook();
  const address = `A1:A${values.length}`;
  await book.write(
    address,
    values.map((value) => [value]),
  );
  await book.run(async (context) => add(context.workbook.worksheets.getActiveWorksheet().getRange(address)));
  const now = book.host.book();
  const { figure } = createConditionalLooks()(now, now.activeSheet);
  return values.map((_, row) => figure(row, 0));
}

describe("データ バー", () => {
  const bars = async (values: (string | number)[], set?: (bar: Excel.DataBarConditionalFormat) => void) =>
    (
      await figures(values, (range) => {
        const { dataBar } = range.conditionalFormats.add("DataBar");
        set?.(dataBar);
      })
    ).map((figure) => figure?.bar);
  const lengths = async (values: (string | number)[], set?: (bar: Excel.DataBarConditionalFormat) => void) =>
    (await bars(values, set)).map((bar) => bar && [bar.from, bar.to]);

  test("0 から始まり、いちばん大きい値がセルの幅いっぱい。文字と空白には描かない", async () => {
    expect(await lengths([50, 100, 0, "未入力", ""])).toEqual([
      [0, 0.5],
      [0, 1],
      [0, 0],
      undefined,
      undefined,
    ]);
  });

  test("負の値は軸から左へ、負の色で", async () => {
    const [low, high] = await bars([-50, 150]);
    expect(low).toMatchObject({ from: 0, to: 0.25, axis: 0.25, color: "#FF0000", leftward: true });
    expect(high).toMatchObject({ from: 0.25, to: 1, axis: 0.25, color: "#638EC6", leftward: false });
    const [same] = await bars([-50, 150], ({ negativeFormat }) => {
      negativeFormat.matchPositiveFillColor = true;
    });
    expect(same?.color).toBe("#638EC6");
  });

  test("負の値だけなら、軸は右の端", async () => {
    expect(await lengths([-25, -100])).toEqual([
      [0.75, 1],
      [0, 1],
    ]);
  });

  test("軸を中央に、または軸なしにできる", async () => {
    expect(await lengths([-100, 100], (bar) => (bar.axisFormat = "CellMidPoint"))).toEqual([
      [0, 0.5],
      [0.5, 1],
    ]);
    expect(await lengths([-100, 0, 100], (bar) => (bar.axisFormat = "None"))).toEqual([
      [0, 0],
      [0, 0.5],
      [0, 1],
    ]);
  });

  test("下限と上限：数、割合、いちばん小さい値。外の値は端で止まる", async () => {
    expect(
      await lengths([0, 50, 80, 200], (bar) => {
        bar.lowerBoundRule = { type: "Number", formula: "50" };
        bar.upperBoundRule = { type: "Number", formula: "=50+50" };
      }),
    ).toEqual([
      [0, 0],
      [0, 0],
      [0, 0.6],
      [0, 1],
    ]);
    expect(await lengths([20, 60, 100], (bar) => (bar.lowerBoundRule = { type: "LowestValue" }))).toEqual([
      [0, 0],
      [0, 0.5],
      [0, 1],
    ]);
  });

  test("右から左へ描くと、左右が入れ替わる", async () => {
    expect(await lengths([25, 100], (bar) => (bar.barDirection = "RightToLeft"))).toEqual([
      [0.75, 1],
      [0, 1],
    ]);
  });

  test("バーだけを見せる規則なら、値は隠れる", async () => {
    const [figure] = await figures([5], (range) => {
      range.conditionalFormats.add("DataBar").dataBar.showDataBarOnly = true;
    });
    expect(figure?.alone).toBe(true);
  });
});

describe("アイコン セット", () => {
  const icons = async (
    values: (string | number)[],
    set: string,
    more?: (icons: Excel.IconSetConditionalFormat) => void,
  ) =>
    (
      await figures(values, (range) => {
        const { iconSet } = range.conditionalFormats.add("IconSet");
        iconSet.style = set as Excel.IconSet;
        more?.(iconSet);
      })
    ).map((figure) => figure?.icon?.index);

  test("何も決めなければ、いちばん小さい値から大きい値までを等分する", async () => {
    expect(await icons([0, 32, 33, 66, 67, 100, "未入力"], "ThreeArrows")).toEqual([
      0,
      0,
      1,
      1,
      2,
      2,
      undefined,
    ]);
    expect(await icons([0, 20, 40, 60, 80], "FiveRating")).toEqual([0, 1, 2, 3, 4]);
  });

  test("境は「以上」と「より大きい」を選べ、逆順にもできる", async () => {
    const criteria = [
      {},
      { type: "Number", formula: "=80", operator: "GreaterThanOrEqual" },
      { type: "Number", formula: "=100", operator: "GreaterThan" },
    ] as Excel.ConditionalIconCriterion[];
    expect(
      await icons([79, 80, 100, 101], "ThreeTrafficLights1", (set) => (set.criteria = criteria)),
    ).toEqual([0, 1, 1, 2]);
    expect(
      await icons([79, 80, 100, 101], "ThreeTrafficLights1", (set) => {
        set.criteria = criteria;
        set.reverseIconOrder = true;
      }),
    ).toEqual([2, 1, 1, 0]);
  });

  test("一つの段だけ、ほかのセットのアイコンにできる", async () => {
    const [low, high] = await figures([1, 9], (range) => {
      const { iconSet } = range.conditionalFormats.add("IconSet");
      iconSet.style = "ThreeFlags";
      iconSet.criteria = [
        { customIcon: { set: "FiveBoxes", index: 3 } },
        { type: "Percent", formula: "33", operator: "GreaterThanOrEqual" },
        { type: "Percent", formula: "67", operator: "GreaterThanOrEqual" },
      ] as Excel.ConditionalIconCriterion[];
    });
    expect(low?.icon).toEqual({ set: "FiveBoxes", index: 3 });
    expect(high?.icon).toEqual({ set: "ThreeFlags", index: 2 });
  });

  test("Excel の二十のセットのどのアイコンにも絵がある", () => {
    const sets =
      "ThreeArrows ThreeArrowsGray ThreeFlags ThreeTrafficLights1 ThreeTrafficLights2 ThreeSigns ThreeSymbols ThreeSymbols2 FourArrows FourArrowsGray FourRedToBlack FourRating FourTrafficLights FiveArrows FiveArrowsGray FiveRating FiveQuarters ThreeStars ThreeTriangles FiveBoxes".split(
        " ",
      );
    expect(sets).toHaveLength(20);
    for (const set of sets) {
      const seen = Array.from({ length: iconsIn(set) }, (_, at) => JSON.stringify(glyphOf(set, at)));
      expect([set, new Set(seen).size]).toEqual([set, iconsIn(set)]);
      expect(seen).not.toContain(undefined);
    }
  });
});

test("前の規則が成り立って「以降を止める」なら、バーもアイコンも描かない", async () => {
  const found = await figures([5, 50], (range) => {
    range.conditionalFormats.add("DataBar");
    // The newest goes before the others.
    const stop = range.conditionalFormats.add("Custom");
    stop.custom.rule.formula = "=A1>10";
    stop.stopIfTrue = true;
  });
  expect(found.map((figure) => figure?.bar !== undefined)).toEqual([true, false]);
});
