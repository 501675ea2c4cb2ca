/** What the page draws of a chart: made through office.js in the host, read off the drawing ECharts is given. */
import { drawingOf } from "../../../src/workbench/page/charts/option";
import { stretchOf, toPoints } from "../../../src/workbench/page/charts/place";
import { newSheet } from "../../../src/workbench/host/model/sheets/sheet";
import { openWorkbook, type OpenWorkbook } from "../../helpers/workbook";

const TABLE = [
  ["年度", "目標達成", "概ね達成"],
  ["令和3年度", 12, 4],
  ["令和4年度", 15, 5],
  ["令和5年度", 18, ""],
];

interface Drawn {
  readonly title: { readonly text: string };
  readonly legend: { readonly show: boolean; readonly data: readonly string[] };
  readonly xAxis: {
    readonly type: string;
    readonly data?: readonly string[];
    readonly max?: number;
    readonly name?: string;
  };
  readonly yAxis: Drawn["xAxis"] & { readonly axisLabel: { formatter(value: number): string } };
  readonly series: readonly {
    readonly type: string;
    readonly name: string;
    readonly stack?: string;
    readonly data: readonly unknown[];
    readonly itemStyle: { readonly color: string };
    readonly barCategoryGap?: string;
    readonly radius?: readonly string[];
    readonly label: { readonly show: boolean; formatter?(at: { dataIndex: number; name: string }): string };
    readonly symbol?: string;
    readonly yAxisIndex?: number;
  }[];
}

const charted = async (
  kind: Excel.ChartType | string,
  change: (chart: Excel.Chart, sheet: Excel.Worksheet) => void = () => undefined,
  source = "A1:C4",
): Promise<OpenWorkbook> => {
  const book = await openWorkbook();
  await book.write("A1:C4", TABLE);
  await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    change(sheet.charts.add(kind as Excel.ChartType, sheet.getRange(source), "Auto"), sheet);
  });
  return book;
};

const drawn = (book: OpenWorkbook): Drawn => {
  const now = book.host.book();
  const chart = now.sheets[0]?.charts[0];
  const drawing = chart && drawingOf(now, chart);
  if (drawing?.kind !== "drawn") throw new Error(drawing?.words ?? "no chart");
  return drawing.option as unknown as Drawn;
};

test.each([
  ["ColumnClustered", "bar", undefined, "category"],
  ["ColumnStacked", "bar", "bar", "category"],
  ["BarClustered", "bar", undefined, "value"],
  ["BarStacked100", "bar", "bar", "value"],
  ["Line", "line", undefined, "category"],
  ["LineMarkers", "line", undefined, "category"],
  ["AreaStacked", "line", "area", "category"],
  ["XYScatter", "scatter", undefined, "value"],
  ["3DColumnClustered", "bar", undefined, "category"],
])("%s は %s で描く", async (kind, type, stack, across) => {
  const { series, xAxis } = drawn(await charted(kind));
  expect(series[0]).toMatchObject({ type, ...(stack ? { stack } : {}) });
  expect(xAxis.type).toBe(across);
});

test("名前・分類・値はセルから読み、空白は飛ばす", async () => {
  const { series, xAxis, legend } = drawn(await charted("ColumnClustered"));
  expect(xAxis.data).toEqual(["令和3年度", "令和4年度", "令和5年度"]);
  expect(series.map(({ name, data }) => [name, data])).toEqual([
    ["目標達成", [12, 15, 18]],
    ["概ね達成", [4, 5, null]],
  ]);
  expect(legend).toMatchObject({ show: true, data: ["目標達成", "概ね達成"] });
});

test("セルを直せば、見出しも値も変わる。隠した行は描かない", async () => {
  const book = await charted("ColumnClustered");
  await book.write("B1:B2", [["達成"], [20]]);
  expect(drawn(book).series[0]).toMatchObject({ name: "達成", data: [20, 15, 18] });
  await book.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("3:3").rowHidden = true;
  });
  expect(drawn(book).series[0]?.data).toEqual([20, 18]);
});

test("行を入れても元の範囲に付いて行く", async () => {
  const book = await charted("ColumnClustered");
  await book.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("1:1").insert("Down");
  });
  expect(drawn(book).series[0]).toMatchObject({ name: "目標達成", data: [12, 15, 18] });
});

test("100 % 積み上げは割合で、軸は 100% まで", async () => {
  const { series, yAxis } = drawn(await charted("ColumnStacked100"));
  expect(series[0]?.data[0]).toBe(0.75);
  expect(yAxis.max).toBe(1);
  expect(yAxis.axisLabel.formatter(0.5)).toBe("50%");
});

test("円は最初の系列、ドーナツは系列ごとの輪", async () => {
  const pie = drawn(await charted("Pie", undefined, "A1:B4"));
  expect(pie.series).toHaveLength(1);
  expect(pie.title.text).toBe("目標達成");
  expect(pie.legend.data).toEqual(["令和3年度", "令和4年度", "令和5年度"]);
  expect(pie.series[0]?.data[1]).toMatchObject({ name: "令和4年度", value: 15 });
  const ring = drawn(await charted("Doughnut", (chart) => (chart.series.getItemAt(0).doughnutHoleSize = 50)));
  expect(ring.series.map(({ radius }) => radius)).toEqual([
    ["39%", "58.5%"],
    ["58.5%", "78%"],
  ]);
});

test("散布図は最初の列を横に取る", async () => {
  const book = await openWorkbook();
  await book.write("A1:B3", [
    ["人口", "税収"],
    [10, 3],
    [20, 5],
  ]);
  await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.charts.add("XYScatterLines", sheet.getRange("A1:B3"));
  });
  const { series } = drawn(book);
  expect(series).toHaveLength(1);
  expect(series[0]).toMatchObject({ name: "税収", type: "line", data: [[10, 3], [20, 5]] }); // prettier-ignore
});

test("色・すき間・ラベル・軸の端・題・軸の題・第2軸・系列ごとの種類", async () => {
  const option = drawn(
    await charted("ColumnClustered", (chart, sheet) => {
      sheet.getRange("B2:B4").numberFormat = [["#,##0件"], ["#,##0件"], ["#,##0件"]];
      chart.title.text = "達成の推移";
      chart.axes.valueAxis.maximum = 40;
      chart.axes.valueAxis.numberFormat = "0.0";
      chart.axes.categoryAxis.title.text = "年度";
      const [first, second] = [chart.series.getItemAt(0), chart.series.getItemAt(1)];
      first.format.fill.setSolidColor("#C00000");
      first.gapWidth = 100;
      first.hasDataLabels = true;
      first.points.getItemAt(2).format.fill.setSolidColor("#00B050");
      second.chartType = "LineMarkers";
      second.axisGroup = "Secondary";
      chart.axes.getItem("Value", "Secondary").title.text = "割合";
    }),
  );
  const [first, second] = option.series;
  const axes = option.yAxis as unknown as readonly Drawn["yAxis"][];
  expect(option.title.text).toBe("達成の推移");
  expect(option.xAxis.name).toBe("年度");
  expect(axes[0]?.max).toBe(40);
  expect(axes[1]?.name).toBe("割合");
  expect(axes[0]?.axisLabel.formatter(5)).toBe("5.0");
  expect(first).toMatchObject({ itemStyle: { color: "#C00000" }, barCategoryGap: "33%" });
  expect(first?.data[2]).toEqual({ value: 18, itemStyle: { color: "#00B050" } });
  expect(first?.label.formatter?.({ dataIndex: 0, name: "" })).toBe("12件");
  expect(second).toMatchObject({ type: "line", symbol: "circle", yAxisIndex: 1 });
});

test("描けない種類と値のないグラフは、そのことを言う", async () => {
  const said = (book: OpenWorkbook) => {
    const now = book.host.book();
    const chart = now.sheets[0]?.charts[0];
    return chart && drawingOf(now, chart);
  };
  expect(said(await charted("Treemap"))).toEqual({
    kind: "said",
    words: "グラフ タイトル：この種類のグラフ（Treemap）は、ワークベンチでは描けません。",
  });
  const empty = await charted("Line");
  await empty.run(async (context) => {
    const { series } = context.workbook.worksheets.getItem("Sheet1").charts.getItemAt(0);
    series.getItemAt(1).delete();
    series.getItemAt(0).delete();
  });
  expect(said(empty)).toMatchObject({ kind: "said", words: expect.stringContaining("値がありません") });
});

test("式の結果を待ってから、名前と分類を読む（計算を止めていても）", async () => {
  const book = await openWorkbook();
  await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    context.workbook.application.suspendApiCalculationUntilNextSync();
    sheet.getRange("A1:B2").formulas = [
      ["区分", "件数"],
      ['="達成"', "=1+2"],
    ];
    sheet.charts.add("Pie", sheet.getRange("A1:B2"));
  });
  expect(drawn(book).series[0]?.data[0]).toMatchObject({ name: "達成", value: 3 });
});

describe("置き場所", () => {
  const sheet = { ...newSheet("{1}", "Sheet1"), rows: new Map([[1, { size: 37.5 }], [2, { hidden: true }]]) }; // prettier-ignore
  /** Pixels as the page draws them: 25, 50, nothing, 25. */
  const ruler = { ends: [25, 75, 75, 100], head: 20, scrolled: 30, frozen: 0, scale: 1 };

  test("行の高さをたどり、スクロールすれば動く", () => {
    expect(stretchOf(sheet, "rows", ruler, 18.75, 37.5)).toEqual({
      start: 25 + 20 - 30,
      size: 50,
      frozen: false,
      edge: 20,
    });
  });
  test("固定した行の上のグラフは動かず、下のグラフはその境で切れる", () => {
    const frozen = { ...ruler, frozen: 1 };
    expect(stretchOf(sheet, "rows", frozen, 0, 10)).toMatchObject({ start: 20, frozen: true, edge: 20 });
    expect(stretchOf(sheet, "rows", frozen, 20, 10)).toMatchObject({ frozen: false, edge: 45 });
  });
  test.each([0, 10, 18.75, 30, 56.25, 70, 500])("%d ポイントは行って帰れる", (points) => {
    const { start } = stretchOf(sheet, "rows", ruler, points, 0);
    expect(toPoints(sheet, "rows", ruler, start - ruler.head + ruler.scrolled)).toBeCloseTo(points, 6);
  });
});

test("人が動かし、消したグラフは元に戻せる", async () => {
  const book = await charted("Line");
  const [sheet] = book.host.book().sheets;
  const chart = sheet?.charts[0];
  if (!sheet || !chart) throw new Error("no chart");
  const at = () => book.host.book().sheets[0]?.charts[0];
  await book.host.applyUserEdit({
    kind: "placeChart",
    sheet: sheet.id,
    chart: chart.id,
    left: 5,
    top: 6,
    width: 70,
    height: 80,
  });
  expect(at()).toMatchObject({ left: 5, top: 6, width: 70, height: 80 });
  await book.host.undo();
  expect(at()).toMatchObject({ left: 200, top: 100 });
  await book.host.applyUserEdit({ kind: "selectChart", sheet: sheet.id, chart: chart.id });
  await book.host.applyUserEdit({ kind: "deleteChart", sheet: sheet.id, chart: chart.id });
  expect(at()).toBeUndefined();
  await book.host.undo();
  expect(at()?.id).toBe(chart.id);
});

test("上に行を入れればグラフも下がり、途中に入れれば伸び、消せば戻る", async () => {
  const book = await charted(
    "Line",
    (chart) => void chart.set({ top: 75, height: 75, left: 54, width: 108 }),
  );
  const place = async (change: (sheet: Excel.Worksheet) => void) => {
    await book.run(async (context) => change(context.workbook.worksheets.getItem("Sheet1")));
    const { top, height, left, width } = book.host.book().sheets[0]?.charts[0] ?? {};
    return [top, height, left, width];
  };
  expect(await place((sheet) => void sheet.getRange("6:7").insert("Down"))).toEqual([75, 112.5, 54, 108]);
  expect(await place((sheet) => void sheet.getRange("1:1").insert("Down"))).toEqual([93.75, 112.5, 54, 108]);
  expect(await place((sheet) => void sheet.getRange("A:A").insert("Right"))).toEqual([
    93.75, 112.5, 108, 108,
  ]);
  expect(await place((sheet) => void sheet.getRange("A:C").delete("Left"))).toEqual([93.75, 112.5, 0, 54]);
  expect(await place((sheet) => void sheet.getRange("1:2").delete("Up"))).toEqual([56.25, 112.5, 0, 54]);
  expect(await place((sheet) => void sheet.getRange("20:21").insert("Down"))).toEqual([56.25, 112.5, 0, 54]);
});

test("近似曲線は、その系列の点をいちばん近くで通る点線になり、積み上げには引かない", async () => {
  const add = (chart: Excel.Chart) => {
    const { trendlines } = chart.series.getItemAt(0);
    trendlines.add("Linear");
    const average = trendlines.add("MovingAverage");
    average.format.line.color = "#FF0000";
  };
  const lines = (option: Drawn) => option.series.filter(({ type }) => type === "line");
  const [trend, average] = lines(drawn(await charted("ColumnClustered", add)));
  expect(trend).toMatchObject({ symbol: "none", lineStyle: { type: "dotted" } });
  const heights = trend?.data as unknown as readonly (readonly [number, number])[];
  expect(heights.map(([at]) => at)).toEqual([0, 1, 2]);
  expect(heights.map(([, y]) => Math.round(y * 1000) / 1000)).toEqual([12, 15, 18]);
  expect((average?.data as unknown[]).length).toBe(2);
  expect(average?.itemStyle).toMatchObject({ color: "#FF0000" });
  expect(lines(drawn(await charted("ColumnStacked", add)))).toEqual([]);
});
