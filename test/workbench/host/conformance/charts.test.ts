/** The parts of a chart that programs set: lines and borders, axes, labels of one series, bubbles, the picture. */
import { openWorkbook, type OpenWorkbook } from "../../../helpers/workbook";

type Context = Excel.RequestContext;
const sheetOf = (context: Context) => context.workbook.worksheets.getItem("Sheet1");
const chartOf = (context: Context) => sheetOf(context).charts.getItemAt(0);

const charted = async (): Promise<OpenWorkbook> => {
  const book = await openWorkbook();
  await book.write("A1:D3", [
    ["年度", "達成", "遅れ", "規模"],
    ["R5", 3, 1, 10],
    ["R6", 4, 2, 20],
  ]);
  await book.run(async (context) => {
    sheetOf(context).charts.add("ColumnClustered", sheetOf(context).getRange("A1:C3"), "Columns");
  });
  return book;
};

test.each<[string, (chart: Excel.Chart) => Excel.ChartBorder | Excel.ChartLineFormat]>([
  ["グラフの枠", (chart) => chart.format.border],
  ["題の枠", (chart) => chart.title.format.border],
  ["凡例の枠", (chart) => chart.legend.format.border],
  ["描く所の枠", (chart) => chart.plotArea.format.border],
  ["軸の線", (chart) => chart.axes.valueAxis.format.line],
  ["目盛線", (chart) => chart.axes.valueAxis.majorGridlines.format.line],
])("%s は色・太さ・線の種類を覚え、消せる", async (_, find) => {
  const book = await charted();
  const found = await book.run(async (context) => {
    const line = find(chartOf(context));
    line.color = "red";
    line.weight = 2;
    line.lineStyle = "Dash";
    line.load("color,weight,lineStyle");
    await context.sync();
    const set = [line.color, line.weight, line.lineStyle];
    line.clear();
    line.load("color,lineStyle");
    await context.sync();
    return [...set, line.color, line.lineStyle];
  });
  await book.run(async (context) => chartOf(context).axes.valueAxis.format.line.clear());
  expect(found).toEqual(["#FF0000", 2, "Dash", "", "None"]);
});

test("軸の向き・目盛・間隔・対数", async () => {
  const book = await charted();
  const set = {
    majorTickMark: "Outside",
    textOrientation: 45,
    tickLabelSpacing: 2,
    logBase: 2,
    isBetweenCategories: false,
  } as const;
  const found = await book.run(async (context) => {
    const axis = chartOf(context).axes.categoryAxis;
    axis.set(set);
    axis.load();
    const value = chartOf(context).axes.valueAxis.load("type,axisGroup");
    await context.sync();
    return [axis.toJSON(), axis.type, value.type, value.axisGroup];
  });
  expect(found).toEqual([expect.objectContaining(set), "Category", "Value", "Primary"]);
});

test("分類の名はほかの範囲からも取れる", async () => {
  const book = await charted();
  const names = await book.run(async (context) => {
    sheetOf(context).getRange("F2:F3").values = [["令和5"], ["令和6"]];
    chartOf(context).axes.categoryAxis.setCategoryNames(sheetOf(context).getRange("F2:F3"));
    const found = chartOf(context).series.getItemAt(0).getDimensionValues("Categories");
    await context.sync();
    return found.value;
  });
  expect(names).toEqual(["令和5", "令和6"]);
});

test("一つの系列のラベルは、その系列だけのもの", async () => {
  const book = await charted();
  const found = await book.run(async (context) => {
    const [first, second] = [0, 1].map((at) => chartOf(context).series.getItemAt(at).dataLabels);
    first?.set({ showValue: true, position: "InsideEnd", numberFormat: "0.0", linkNumberFormat: false });
    first?.load("showValue,position,numberFormat,linkNumberFormat");
    second?.load("showValue,linkNumberFormat");
    await context.sync();
    return [
      first?.showValue,
      first?.position,
      first?.numberFormat,
      first?.linkNumberFormat,
      second?.showValue,
      second?.linkNumberFormat,
    ];
  });
  expect(found).toEqual([true, "InsideEnd", "0.0", false, false, true]);
});

test("泡の大きさと、円の始まる角度", async () => {
  const book = await charted();
  const found = await book.run(async (context) => {
    const series = chartOf(context).series.getItemAt(0);
    series.setBubbleSizes(sheetOf(context).getRange("D2:D3"));
    series.set({ bubbleScale: 50, firstSliceAngle: 90 });
    series.load("bubbleScale,firstSliceAngle");
    await context.sync();
    return [series.bubbleScale, series.firstSliceAngle];
  });
  expect(found).toEqual([50, 90]);
  expect(book.host.book().sheets[0]?.charts[0]?.series[0]?.sizes?.area).toMatchObject({ top: 1, left: 3 });
});

test("系列の名はセルに付いて行き、名を付ければそのまま", async () => {
  const book = await charted();
  const name = () =>
    book.run(async (context) => {
      const series = chartOf(context).series.getItemAt(0).load("name");
      await context.sync();
      return series.name;
    });
  await book.write("B1", [["目標達成"]]);
  expect(await name()).toBe("目標達成");
  await book.run(async (context) => void (chartOf(context).series.getItemAt(0).name = "手で付けた名"));
  await book.write("B1", [["別"]]);
  expect(await name()).toBe("手で付けた名");
});

test("getImage は描くもののない所では断り、あれば PNG を返す", async () => {
  const book = await charted();
  const refused = await book.refusal(async (context) => chartOf(context).getImage());
  expect([refused.code, refused.message]).toEqual([
    "NotImplemented",
    expect.stringContaining("Chart.getImage"),
  ]);
  book.host.drawChartsWith(async (_, chart, { width }) => `${chart.name} ${width ?? "そのまま"}`);
  const images = await book.run(async (context) => {
    const [own, wide] = [chartOf(context).getImage(), chartOf(context).getImage(400, 300, "Fit")];
    await context.sync();
    return [own.value, wide.value];
  });
  expect(images).toEqual(["グラフ 1 そのまま", "グラフ 1 400"]);
});
