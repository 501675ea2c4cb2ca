/** Details of charts that programs set and read back: trendlines, error bars, labels of points, the data table, titles. */
import { openWorkbook, type OpenWorkbook } from "../../../helpers/workbook";

type Context = Excel.RequestContext;
const sheetOf = (context: Context) => context.workbook.worksheets.getItem("Sheet1");
const chartOf = (context: Context) => sheetOf(context).charts.getItemAt(0);

const charted = async (): Promise<OpenWorkbook> => {
  const book = await openWorkbook();
  await book.write("A1:C4", [
    ["年度", "達成", "遅れ"],
    ["R4", 3, 1],
    ["R5", 4, 2],
    ["R6", 6, 2],
  ]);
  await book.run(async (context) => {
    const chart = sheetOf(context).charts.add("Line", sheetOf(context).getRange("A1:C4"), "Columns");
    chart.title.text = "達成と遅れ";
  });
  return book;
};

/** Sets these properties of a part and reads them back. */
const kept = async <
  Part extends OfficeExtension.ClientObject & { load(names: string): unknown },
  Given extends object,
>(
  find: (chart: Excel.Chart) => Part,
  given: Given,
  set: (part: Part, given: Given) => void,
): Promise<Given> => {
  const book = await charted();
  return book.run(async (context) => {
    const part = find(chartOf(context));
    set(part, given);
    await context.sync();
    const again = find(chartOf(context));
    again.load(Object.keys(given).join(","));
    await context.sync();
    const read = again as unknown as Given;
    return Object.fromEntries(Object.keys(given).map((key) => [key, read[key as keyof Given]])) as Given;
  });
};

describe("近似曲線と誤差範囲", () => {
  const first = (chart: Excel.Chart) => chart.series.getItemAt(0);

  test("足し、読み、消せる", async () => {
    const book = await charted();
    const answers = await book.run(async (context) => {
      const { trendlines } = first(chartOf(context));
      trendlines.add("Linear");
      trendlines.add("MovingAverage").movingAveragePeriod = 3;
      const count = trendlines.getCount();
      trendlines.load("items/type,items/movingAveragePeriod");
      const none = first(chartOf(context)).load("name");
      await context.sync();
      const before = trendlines.items.map(({ type, movingAveragePeriod }) => [type, movingAveragePeriod]);
      trendlines.getItem(0).delete();
      trendlines.load("items/type");
      await context.sync();
      return [count.value, before, trendlines.items.map(({ type }) => type), none.name];
    });
    expect(answers).toEqual([
      2,
      [
        ["Linear", 2],
        ["MovingAverage", 3],
      ],
      ["MovingAverage"],
      "達成",
    ]);
    const gone = await book.refusal(async (c) => first(chartOf(c)).trendlines.getItem(5).load("type"));
    expect(gone.code).toBe("ItemNotFound");
  });

  test("種類・名前・延ばす長さ・式の表示・線の色を覚える。次数は 2 から 6 まで", async () => {
    const given = {
      type: "Polynomial",
      name: "傾向",
      polynomialOrder: 3,
      forwardPeriod: 1,
      backwardPeriod: 0.5,
      intercept: 2,
      showEquation: true,
      showRSquared: true,
    } as const;
    const book = await charted();
    const answers = await book.run(async (context) => {
      first(chartOf(context)).trendlines.add();
      await context.sync();
      const line = first(chartOf(context)).trendlines.getItem(0);
      line.set(given);
      line.format.line.color = "#FF0000";
      line.label.set({
        text: "式",
        numberFormat: "0.0",
        linkNumberFormat: false,
        left: 1,
        top: 2,
        textOrientation: 10,
      });
      line.label.format.font.bold = true;
      line.label.format.border.color = "#00FF00";
      line.label.format.fill.setSolidColor("#0000FF");
      line.load(Object.keys(given).join(","));
      line.format.line.load("color");
      line.label.load("text,numberFormat,linkNumberFormat,left,top,textOrientation");
      await context.sync();
      const { text, numberFormat, linkNumberFormat, left, top, textOrientation } = line.label;
      return [
        Object.fromEntries(Object.keys(given).map((key) => [key, line[key as keyof typeof given]])),
        line.format.line.color,
        [text, numberFormat, linkNumberFormat, left, top, textOrientation],
      ];
    });
    expect(answers).toEqual([given, "#FF0000", ["式", "0.0", false, 1, 2, 10]]);
    const order = await book.refusal(async (c) => {
      first(chartOf(c)).trendlines.getItem(0).polynomialOrder = 7;
    });
    expect(order.code).toBe("InvalidArgument");
  });

  test.each<["x" | "y", (series: Excel.ChartSeries) => Excel.ChartErrorBars]>([
    ["x", (series) => series.xErrorBars],
    ["y", (series) => series.yErrorBars],
  ])("%s の誤差範囲", async (_, find) => {
    const given = { visible: true, type: "Percent", include: "PlusValues", endStyleCap: false } as const;
    expect(
      await kept(
        (chart) => find(first(chart)),
        given,
        (bars, all) => bars.set(all),
      ),
    ).toEqual(given);
    const book = await charted();
    await book.run(async (c) => void (find(first(chartOf(c))).format.line.color = "#FF0000"));
  });
});

describe("系列と点", () => {
  test("系列の細かな設定", async () => {
    const given = {
      explosion: 10,
      invertIfNegative: true,
      varyByCategories: true,
      showShadow: true,
      showLeaderLines: false,
      showConnectorLines: false,
      splitType: "SplitByValue",
      splitValue: 3,
      secondPlotSize: 50,
    } as const;
    expect(
      await kept(
        (chart) => chart.series.getItemAt(0),
        given,
        (part, all) => part.set(all),
      ),
    ).toEqual(given);
  });

  test("点のラベルと枠", async () => {
    const given = {
      text: "最大",
      formula: "",
      left: 3,
      top: 4,
      position: "Top",
      showValue: true,
      showSeriesName: true,
      showCategoryName: true,
      showLegendKey: true,
      showPercentage: true,
      showBubbleSize: true,
      separator: ";",
      numberFormat: "0",
      linkNumberFormat: false,
      autoText: false,
      textOrientation: 20,
      horizontalAlignment: "Left",
      verticalAlignment: "Top",
    } as const;
    const point = (chart: Excel.Chart) => chart.series.getItemAt(0).points.getItemAt(2);
    expect(
      await kept(
        (chart) => point(chart).dataLabel,
        given,
        (part, all) => part.set(all),
      ),
    ).toEqual(given);
    const book = await charted();
    const colors = await book.run(async (context) => {
      const { format, dataLabel } = point(chartOf(context));
      format.border.clear();
      format.border.lineStyle = "Dash";
      format.border.color = "#0000FF";
      dataLabel.format.font.color = "#FF0000";
      dataLabel.format.border.weight = 2;
      dataLabel.format.fill.setSolidColor("#FFFF00");
      format.border.load("color,lineStyle");
      dataLabel.format.font.load("color");
      await context.sync();
      return [format.border.color, format.border.lineStyle, dataLabel.format.font.color];
    });
    expect(colors).toEqual(["#0000FF", "Dash", "#FF0000"]);
  });

  test("グラフ全体のラベルにも枠と向きがある", async () => {
    const given = {
      autoText: false,
      textOrientation: 20,
      horizontalAlignment: "Left",
      verticalAlignment: "Top",
      showBubbleSize: true,
    } as const;
    expect(
      await kept(
        (chart) => chart.dataLabels,
        given,
        (part, all) => part.set(all),
      ),
    ).toEqual(given);
    const book = await charted();
    await book.run(async (c) => {
      chartOf(c).dataLabels.format.border.color = "#FF0000";
      chartOf(c).series.getItemAt(0).dataLabels.format.font.color = "#FF0000";
    });
  });
});

describe("題・凡例・軸・表", () => {
  test("題の一部の文字の色、向き、場所。セルの文字を題にできる", async () => {
    const given = { textOrientation: -45, left: 5, top: 6 };
    expect(
      await kept(
        (chart) => chart.title,
        given,
        (part, all) => part.set(all),
      ),
    ).toEqual(given);
    const book = await charted();
    const answers = await book.run(async (context) => {
      const { title, axes } = chartOf(context);
      title.getSubstring(0, 2).font.color = "#FF0000";
      const part = title.getSubstring(0, 2).font.load("color");
      const rest = title.getSubstring(2, 1).font.load("color");
      await context.sync();
      title.setFormula("=Sheet1!$B$1");
      axes.valueAxis.title.setFormula("=Sheet1!$C$1");
      axes.valueAxis.title.textOrientation = 30;
      axes.valueAxis.title.format.fill.setSolidColor("#FF0000");
      axes.valueAxis.title.format.border.color = "#00FF00";
      title.load("text");
      axes.valueAxis.title.load("text,textOrientation");
      await context.sync();
      return [
        part.color,
        rest.color,
        title.text,
        axes.valueAxis.title.text,
        axes.valueAxis.title.textOrientation,
      ];
    });
    expect(answers).toEqual(["#FF0000", "#595959", "達成", "遅れ", 30]);
    const beyond = await book.refusal(async (c) => (chartOf(c).title.getSubstring(0, 99).font.bold = true));
    expect(beyond.code).toBe("InvalidArgument");
    const nowhere = await book.refusal(async (c) => chartOf(c).title.setFormula("=1+1"));
    expect(nowhere.code).toBe("InvalidArgument");
  });

  test("凡例の場所と項目", async () => {
    const given = { left: 1, top: 2, width: 50, height: 60 };
    expect(
      await kept(
        (chart) => chart.legend,
        given,
        (part, all) => part.set(all),
      ),
    ).toEqual(given);
    const book = await charted();
    const shown = await book.run(async (context) => {
      const { legendEntries } = chartOf(context).legend;
      legendEntries.getItemAt(0).visible = false;
      legendEntries.load("items/visible,items/index");
      const count = legendEntries.getCount();
      await context.sync();
      return [count.value, legendEntries.items.map(({ index, visible }) => [index, visible])];
    });
    expect(shown).toEqual([
      2,
      [
        [0, false],
        [1, true],
      ],
    ]);
  });

  test("軸の目盛・位置・単位", async () => {
    const given = {
      showDisplayUnitLabel: false,
      linkNumberFormat: false,
      minorTickMark: "Cross",
      tickMarkSpacing: 2,
      offset: 50,
      multiLevel: false,
      alignment: "Left",
      baseTimeUnit: "Months",
      majorTimeUnitScale: "Years",
      minorTimeUnitScale: "Months",
      position: "Maximum",
    } as const;
    const axis = (chart: Excel.Chart) => chart.axes.categoryAxis;
    expect(await kept(axis, given, (part, all) => part.set(all))).toEqual(given);
    const book = await charted();
    const answers = await book.run(async (context) => {
      const { valueAxis } = chartOf(context).axes;
      valueAxis.setCustomDisplayUnit(50);
      valueAxis.setPositionAt(2);
      valueAxis.load("displayUnit,customDisplayUnit,position,positionAt");
      await context.sync();
      return [valueAxis.displayUnit, valueAxis.customDisplayUnit, valueAxis.position, valueAxis.positionAt];
    });
    expect(answers).toEqual(["Custom", 50, "Custom", 2]);
    const none = await book.refusal(async (c) => chartOf(c).axes.valueAxis.setCustomDisplayUnit(0));
    expect(none.code).toBe("InvalidArgument");
  });

  test("値の表", async () => {
    const given = {
      visible: true,
      showLegendKey: false,
      showHorizontalBorder: false,
      showVerticalBorder: false,
      showOutlineBorder: false,
    };
    expect(
      await kept(
        (chart) => chart.getDataTable(),
        given,
        (part, all) => part.set(all),
      ),
    ).toEqual(given);
    const book = await charted();
    const found = await book.run(async (context) => {
      const table = chartOf(context).getDataTableOrNullObject();
      table.format.font.color = "#FF0000";
      table.format.border.color = "#FF0000";
      table.format.fill.setSolidColor("#FF0000");
      table.format.font.load("color");
      table.load("visible");
      await context.sync();
      return [table.isNullObject, table.visible, table.format.font.color];
    });
    expect(found).toEqual([false, false, "#FF0000"]);
  });

  test("グラフ全体・描く所・ピボットのボタン", async () => {
    const chart = {
      showDataLabelsOverMaximum: false,
      showAllFieldButtons: true,
      categoryLabelLevel: 1,
      seriesNameLevel: 2,
    };
    expect(
      await kept(
        (one) => one,
        chart,
        (part, all) => part.set(all),
      ),
    ).toEqual(chart);
    const area = { roundedCorners: true, colorScheme: "ColorfulPalette2" } as const;
    expect(
      await kept(
        (one) => one.format,
        area,
        (part, all) => part.set(all),
      ),
    ).toEqual(area);
    const plot = {
      insideTop: 1,
      insideLeft: 2,
      insideWidth: 100,
      insideHeight: 50,
      position: "Custom",
    } as const;
    expect(
      await kept(
        (one) => one.plotArea,
        plot,
        (part, all) => part.set(all),
      ),
    ).toEqual(plot);
    const buttons = {
      showAxisFieldButtons: false,
      showLegendFieldButtons: false,
      showReportFilterFieldButtons: false,
      showValueFieldButtons: false,
    };
    expect(
      await kept(
        (one) => one.pivotOptions,
        buttons,
        (part, all) => part.set(all),
      ),
    ).toEqual(buttons);
  });
});

describe("軸", () => {
  const ends = async (values: readonly unknown[], type: string, set?: (chart: Excel.Chart) => void) => {
    const book = await openWorkbook();
    await book.write(`A1:A${values.length + 1}`, [["値"], ...values.map((value) => [value])]);
    return book.run(async (context) => {
      const range = sheetOf(context).getRange(`A1:A${values.length + 1}`);
      const chart = sheetOf(context).charts.add(type as Excel.ChartType, range, "Columns");
      set?.(chart);
      const axis = chart.axes.valueAxis.load("minimum,maximum,majorUnit");
      await context.sync();
      return [axis.minimum, axis.maximum, axis.majorUnit] as unknown[];
    });
  };

  test.each<[unknown[], string, number[]]>([
    [[3, 9, 4], "ColumnClustered", [0, 10, 1]],
    [[40, 100], "ColumnClustered", [0, 120, 20]],
    [[5000, 12000], "Line", [0, 14000, 2000]],
    [[0.2, 0.9], "ColumnClustered", [0, 1, 0.1]],
    [[-50, 100], "ColumnClustered", [-60, 120, 20]],
    [[96, 98, 97], "Line", [95, 98.5, 0.5]],
    [[-96, -98], "Line", [-98.5, -95, 0.5]],
    [[5], "ColumnClustered", [0, 6, 1]],
    [[0], "ColumnClustered", [0, 1, 0.1]],
    [[-3], "Line", [-3.5, 0, 0.5]],
    [[2, 8], "ColumnStacked100", [0, 1, 0.1]],
    [[], "ColumnClustered", [0, 1, 0.1]],
  ])("決めていない値の軸は、値 %j の %s なら %j", async (values, type, expected) => {
    const [minimum, maximum, majorUnit] = await ends(values, type);
    expect([minimum, maximum, majorUnit]).toEqual(expected);
  });

  test("決めた端はそのまま、空文字で決めないことに戻る。積み上げは足した高さで", async () => {
    expect(await ends([3, 9], "ColumnClustered", (chart) => (chart.axes.valueAxis.maximum = 50))).toEqual([
      0, 50, 5,
    ]);
    const back = await ends([3, 9], "ColumnClustered", (chart) => {
      chart.axes.valueAxis.maximum = 50;
      chart.axes.valueAxis.maximum = "";
    });
    expect(back).toEqual([0, 10, 1]);
    const book = await charted();
    const stacked = await book.run(async (context) => {
      const chart = chartOf(context);
      chart.chartType = "ColumnStacked";
      const axis = chart.axes.valueAxis.load("maximum");
      await context.sync();
      return axis.maximum as unknown;
    });
    expect(stacked).toBe(9);
  });

  test("第 2 軸は、そこに系列があるときにあり、題も端も第 1 軸とは別に持つ", async () => {
    const book = await charted();
    const none = await book.refusal(async (context) => {
      chartOf(context).axes.getItem("Value", "Secondary").load("maximum");
    });
    expect(none.code).toBe("ItemNotFound");
    const seen = await book.run(async (context) => {
      const chart = chartOf(context);
      chart.series.getItemAt(1).axisGroup = "Secondary";
      const second = chart.axes.getItem("Value", "Secondary");
      second.title.text = "遅れの件数";
      const first = chart.axes.getItem("Value", "Primary");
      first.title.load("text");
      second.title.load("text");
      first.load("maximum,axisGroup");
      second.load("maximum,axisGroup,type");
      await context.sync();
      return [first, second].map((axis) => [axis.axisGroup, axis.title.text, axis.maximum as unknown]);
    });
    expect(seen).toEqual([
      ["Primary", "", 7],
      ["Secondary", "遅れの件数", 2.5],
    ]);
  });
});

test("系列の順は plotOrder で入れ替わり、グラフの種類を変えると系列もそろう", async () => {
  const book = await charted();
  const seen = await book.run(async (context) => {
    const chart = chartOf(context);
    const first = chart.series.getItemAt(0);
    first.chartType = "ColumnClustered";
    first.plotOrder = 2;
    chart.chartType = "Area";
    chart.series.load("items/name,items/plotOrder,items/chartType");
    await context.sync();
    return chart.series.items.map(({ name, plotOrder, chartType }) => [name, plotOrder, chartType]);
  });
  expect(seen).toEqual([
    ["遅れ", 1, "Area"],
    ["達成", 2, "Area"],
  ]);
});

test("まかせた向きは、行か列かで答え、泡の大きさも読める", async () => {
  const book = await charted();
  const seen = await book.run(async (context) => {
    const wide = sheetOf(context)
      .charts.add("Line", sheetOf(context).getRange("A1:C2"), "Auto")
      .load("plotBy");
    const bubbles = sheetOf(context).charts.add("Bubble", sheetOf(context).getRange("B1:C4"), "Columns");
    const series = bubbles.series.getItemAt(0);
    series.setBubbleSizes(sheetOf(context).getRange("C2:C4"));
    const sizes = series.getDimensionValues("BubbleSizes");
    await context.sync();
    return [wide.plotBy, sizes.value];
  });
  expect(seen).toEqual(["Rows", [1, 2, 2]]);
});

test("点のラベルは、言っていないことを系列から、系列はグラフから受け継ぎ、見える文字を答える", async () => {
  const book = await charted();
  const seen = await book.run(async (context) => {
    const chart = chartOf(context);
    const [first, second] = [chart.series.getItemAt(0), chart.series.getItemAt(1)];
    chart.dataLabels.position = "Top";
    first.hasDataLabels = true;
    second.dataLabels.set({ showSeriesName: true, showCategoryName: true, showValue: true, separator: "／" });
    second.dataLabels.numberFormat = "0.0";
    const own = second.points.getItemAt(1).dataLabel;
    own.position = "Center";
    const written = first.points.getItemAt(2).dataLabel;
    written.text = "山場";
    const labels = [first.points.getItemAt(0).dataLabel, written, second.points.getItemAt(0).dataLabel, own];
    for (const label of labels) label.load("text,position,showValue");
    await context.sync();
    return labels.map(({ text, position, showValue }) => [text, position, showValue]);
  });
  expect(seen).toEqual([
    ["3", "Top", true],
    ["山場", "Top", true],
    ["遅れ／R4／1.0", "Top", true],
    ["遅れ／R5／2.0", "Center", true],
  ]);
});

test("置かれた所：題・凡例・描く所・軸は、グラフの中に重ならずにあり、動かせばそこになる", async () => {
  const book = await charted();
  const seen = await book.run(async (context) => {
    const chart = chartOf(context);
    chart.legend.position = "Right";
    const [value, category] = [chart.axes.valueAxis, chart.axes.categoryAxis];
    chart.title.load("left,top,width,height");
    chart.legend.load("left,top,width,height");
    chart.plotArea.load("left,top,width,height,insideLeft,insideTop,insideWidth,insideHeight");
    value.load("left,top,width,height");
    category.load("left,top,width,height");
    chart.load("width,height");
    await context.sync();
    const { title, legend, plotArea: plot } = chart;
    const apart = [
      title.top + title.height <= plot.top + 1 && title.left + title.width <= chart.width,
      plot.left + plot.width <= legend.left,
      legend.left + legend.width <= chart.width,
      plot.top + plot.height <= chart.height,
      plot.insideLeft > plot.left && plot.insideHeight < plot.height,
      value.left === plot.left && value.height === plot.insideHeight,
      Math.abs(category.top - plot.insideTop - plot.insideHeight) < 0.1 &&
        category.width === plot.insideWidth,
    ];
    legend.left = 12;
    title.top = 40;
    legend.load("left");
    title.load("top");
    await context.sync();
    return [apart, legend.left, title.top];
  });
  expect(seen).toEqual([[true, true, true, true, true, true, true], 12, 40]);
});
