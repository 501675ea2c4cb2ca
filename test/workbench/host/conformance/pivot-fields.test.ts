/** Fields, items and values of PivotTables: filtered, sorted, named, summarized and shown as something else. */
import { fieldOf, pivotBook, pivotNamed } from "./pivot-data";

const total = (values: unknown[][]) => values.at(-1)?.at(-1);
const labels = (values: unknown[][]) => values.slice(1).map(([label]) => label);

describe("項目", () => {
  test("名前順に並び、隠し、たたみ、名を付けられる", async () => {
    const book = await pivotBook();
    const items = await book.run(async (context) => {
      const { items: all } = fieldOf(pivotNamed(context), "窓口");
      all.load("items/id,items/name,items/visible,items/isExpanded");
      const count = all.getCount();
      const none = all.getItemOrNullObject("県庁");
      await context.sync();
      return [
        all.items.map(({ name, visible, isExpanded }) => [name, visible, isExpanded]),
        new Set(all.items.map(({ id }) => id)).size,
        count.value,
        none.isNullObject,
      ];
    });
    expect(items).toEqual([
      [
        ["支所", true, true],
        ["本庁", true, true],
      ],
      2,
      2,
      true,
    ]);
    const hidden = await book.shown((pivot) => {
      fieldOf(pivot, "窓口").items.getItem("支所").visible = false;
    });
    expect(labels(hidden)).toEqual(["本庁", "総計"]);
    const folded = await book.shown((pivot) => {
      const { items: all } = fieldOf(pivot, "窓口");
      all.getItem("支所").visible = true;
      pivot.rowHierarchies.add(pivot.hierarchies.getItem("種類"));
      all.getItem("本庁").isExpanded = false;
      all.getItem("本庁").name = "市役所";
    });
    expect(labels(folded)).toEqual(["支所", "証明", "転入", "市役所", "総計"]);
  });

  test("一つも残らない隠し方は断る", async () => {
    const book = await pivotBook();
    const refused = await book.refusal(async (context) => {
      const { items } = fieldOf(pivotNamed(context), "窓口");
      items.getItem("支所").visible = false;
      items.getItem("本庁").visible = false;
    });
    expect(refused.code).toBe("InvalidOperation");
  });

  test("日付の列は、元の書式で日付順に並ぶ", async () => {
    const book = await pivotBook();
    await book.write(
      "F1:F6",
      [["受付日"], ["2024/4/10"], ["2024/4/2"], ["2024/5/1"], ["2024/4/2"], [""]],
      "一覧",
    );
    const texts = await book.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("集計");
      const pivot = sheet.pivotTables.add("日別", "一覧!A1:F6", "F3");
      pivot.rowHierarchies.add(pivot.hierarchies.getItem("受付日"));
      pivot.dataHierarchies.add(pivot.hierarchies.getItem("件数"));
      const range = pivot.layout.getRange().load("text");
      await context.sync();
      return range.text;
    });
    expect(texts).toEqual([
      ["行ラベル", "合計 / 件数"],
      ["2024/4/2", "60"],
      ["2024/4/10", "30"],
      ["2024/5/1", "20"],
      ["(空白)", "40"],
      ["総計", "150"],
    ]);
  });
});

describe("フィルター", () => {
  const filtered = async (field: string, filter: Excel.PivotFilters): Promise<unknown[][]> => {
    const book = await pivotBook();
    return book.shown((pivot) => {
      pivot.rowHierarchies.add(pivot.hierarchies.getItem("種類"));
      fieldOf(pivot, field).applyFilter(filter);
    });
  };

  test.each<[string, Excel.PivotLabelFilter, unknown[]]>([
    ["で始まる", { condition: "BeginsWith", substring: "証" }, ["支所", "証明", "本庁", "証明", "総計"]],
    [
      "で始まらない",
      { condition: "BeginsWith", substring: "証", exclusive: true },
      ["支所", "転入", "本庁", "転入", "総計"],
    ],
    ["で終わる", { condition: "EndsWith", substring: "入" }, ["支所", "転入", "本庁", "転入", "総計"]],
    ["を含む", { condition: "Contains", substring: "明" }, ["支所", "証明", "本庁", "証明", "総計"]],
    ["と等しい", { condition: "Equals", comparator: "転入" }, ["支所", "転入", "本庁", "転入", "総計"]],
  ])("ラベルが…%s", async (_, labelFilter, expected) => {
    expect(labels(await filtered("種類", { labelFilter }))).toEqual(expected);
  });

  test.each<[string, Excel.PivotValueFilter, number]>([
    ["より大きい", { condition: "GreaterThan", comparator: 30, value: "合計 / 件数" }, 120],
    ["以下", { condition: "LessThanOrEqualTo", comparator: 20, value: "Sum of 件数" }, 30],
    ["の間", { condition: "Between", lowerBound: 20, upperBound: 40, value: "合計 / 件数" }, 60],
    ["の上位", { condition: "TopN", threshold: 1, selectionType: "Items", value: "合計 / 件数" }, 120],
    ["の下位", { condition: "BottomN", threshold: 1, selectionType: "Items", value: "合計 / 件数" }, 30],
  ])("値が…%s", async (_, valueFilter, expected) => {
    expect(total(await filtered("種類", { valueFilter }))).toBe(expected);
  });

  test("日付より後", async () => {
    const book = await pivotBook();
    await book.write(
      "E1:E6",
      [["受付日"], ["2024/4/10"], ["2024/4/2"], ["2024/5/1"], ["2024/5/2"], ["2024/6/1"]],
      "一覧",
    );
    const sums = await book.shown((pivot) => {
      pivot.refresh();
      pivot.rowHierarchies.add(pivot.hierarchies.getItem("受付日"));
      const date = { date: "2024-05-01", specificity: "Month" as const };
      fieldOf(pivot, "受付日").applyFilter({ dateFilter: { condition: "Equals", comparator: date } });
    });
    expect(total(sums)).toBe(30);
    const relative = await book.refusal(async (context) =>
      fieldOf(pivotNamed(context), "受付日").applyFilter({ dateFilter: { condition: "ThisYear" } }),
    );
    expect([relative.code, relative.message]).toEqual([
      "NotImplemented",
      expect.stringContaining("ThisYear"),
    ]);
  });

  test("かかっているフィルターを答え、一つずつ、まとめて外せる", async () => {
    const book = await pivotBook();
    const answers = await book.run(async (context) => {
      const pivot = pivotNamed(context);
      pivot.allowMultipleFiltersPerField = true;
      const field = fieldOf(pivot, "窓口");
      field.applyFilter({
        manualFilter: { selectedItems: ["本庁"] },
        labelFilter: { condition: "Contains", substring: "庁" },
      });
      const filters = field.getFilters();
      const any = field.isFiltered();
      const value = field.isFiltered("Value");
      await context.sync();
      field.clearFilter("Manual");
      const label = field.isFiltered("Label");
      const manual = field.isFiltered("Manual");
      await context.sync();
      field.clearAllFilters();
      const after = field.isFiltered();
      await context.sync();
      return [filters.value, any.value, value.value, label.value, manual.value, after.value];
    });
    expect(answers).toEqual([
      {
        labelFilter: { condition: "Contains", substring: "庁" },
        manualFilter: { selectedItems: ["本庁"] },
      },
      true,
      false,
      true,
      false,
      false,
    ]);
  });
});

describe("フィールド", () => {
  test("名前・小計・並べ替え。できないものは断る", async () => {
    const book = await pivotBook();
    const values = await book.shown((pivot) => {
      const { rowHierarchies, hierarchies, dataHierarchies } = pivot;
      rowHierarchies.add(hierarchies.getItem("種類"));
      const field = rowHierarchies.getItem("窓口").fields.getItem("窓口");
      field.subtotals = { automatic: false };
      field.sortByValues("Descending", dataHierarchies.getItem("Sum of 件数"));
      fieldOf(pivot, "種類").sortByLabels("Descending" as Excel.SortBy);
      field.name = "受付場所";
    });
    expect(values).toEqual([
      ["行ラベル", "合計 / 件数"],
      ["本庁", ""],
      ["転入", 80],
      ["証明", 20],
      ["支所", ""],
      ["転入", 10],
      ["証明", 40],
      ["総計", 150],
    ]);
    const answers = await book.run(async (context) => {
      const field = pivotNamed(context)
        .rowHierarchies.getItem("受付場所")
        .fields.getItemOrNullObject("受付場所");
      field.load("id,name,subtotals,showAllItems");
      await context.sync();
      return [field.id, field.name, field.subtotals, field.showAllItems];
    });
    expect(answers).toEqual(["窓口", "受付場所", { automatic: false }, false]);
    for (const [member, act] of [
      ["PivotField.showAllItems", (field: Excel.PivotField) => void (field.showAllItems = true)],
      ["PivotField.subtotals", (field: Excel.PivotField) => void (field.subtotals = { max: true })],
    ] as const) {
      const refused = await book.refusal(async (c) => act(fieldOf(pivotNamed(c), "種類")));
      expect([refused.code, refused.message]).toEqual(["NotImplemented", expect.stringContaining(member)]);
    }
  });
});

describe("値", () => {
  test.each<[Excel.AggregationFunction | string, string, unknown]>([
    ["Sum", "合計 / 件数", 100],
    ["Count", "個数 / 件数", 3],
    ["Average", "平均 / 件数", 100 / 3],
    ["Max", "最大 / 件数", 50],
    ["Min", "最小 / 件数", 20],
    ["Product", "積 / 件数", 30_000],
    ["CountNumbers", "数値の個数 / 件数", 3],
    ["StandardDeviation", "標本標準偏差 / 件数", Math.sqrt(700 / 3)],
    ["StandardDeviationP", "標準偏差 / 件数", Math.sqrt(1400 / 9)],
    ["Variance", "標本分散 / 件数", 700 / 3],
    ["VarianceP", "分散 / 件数", 1400 / 9],
  ])("%s でまとめると、名前は「%s」", async (summarizeBy, name, expected) => {
    const book = await pivotBook();
    const values = await book.shown((pivot) => {
      pivot.dataHierarchies.getItem("合計 / 件数").summarizeBy = summarizeBy as Excel.AggregationFunction;
    });
    expect(values[0]?.[1]).toBe(name);
    expect(values[2]?.[1]).toBeCloseTo(expected as number);
  });

  test("文字の列は個数になる。名前・書式・順・もとのフィールドがあり、外せる", async () => {
    const book = await pivotBook();
    const answers = await book.run(async (context) => {
      const { dataHierarchies, hierarchies } = pivotNamed(context);
      const ways = dataHierarchies.add(hierarchies.getItem("方法"));
      ways.load("id,name,position,numberFormat,summarizeBy,showAs");
      ways.field.load("name");
      await context.sync();
      const first = [
        ways.id !== "",
        ways.name,
        ways.position,
        ways.numberFormat,
        ways.summarizeBy,
        ways.showAs,
        ways.field.name,
      ];
      ways.set({ name: "申請の数", numberFormat: "0件", position: 0 });
      dataHierarchies.load("items/name");
      const body = pivotNamed(context).layout.getDataBodyRange().load("text");
      const count = dataHierarchies.getCount();
      await context.sync();
      const second = [dataHierarchies.items.map(({ name }) => name), body.text[0], count.value];
      ways.setToDefault();
      ways.load("name");
      const gone = dataHierarchies.getItemOrNullObject("申請の数");
      await context.sync();
      dataHierarchies.remove(ways);
      dataHierarchies.load("items/name");
      await context.sync();
      return [first, second, ways.name, gone.isNullObject, dataHierarchies.items.map(({ name }) => name)];
    });
    expect(answers).toEqual([
      [true, "個数 / 方法", 1, "General", "Count", { calculation: "None" }, "方法"],
      [["申請の数", "合計 / 件数"], ["2件", "50"], 2],
      "個数 / 方法",
      true,
      ["合計 / 件数"],
    ]);
  });

  const shownAs = async (calculation: string, base?: { field: string; item?: string }) => {
    const book = await pivotBook();
    await book.shown((pivot) => {
      pivot.columnHierarchies.add(pivot.hierarchies.getItem("種類"));
      const data = pivot.dataHierarchies.getItem("合計 / 件数");
      data.showAs = {
        calculation: calculation as Excel.ShowAsCalculation,
        ...(base ? { baseField: fieldOf(pivot, base.field) } : {}),
        ...(base?.item ? { baseItem: fieldOf(pivot, base.field).items.getItem(base.item) } : {}),
      };
    });
    return book.run(async (context) => {
      const range = pivotNamed(context).layout.getDataBodyRange().load("text");
      await context.sync();
      return range.text;
    });
  };

  test.each<[string, string[][], { field: string; item?: string } | undefined]>([
    [
      "PercentOfGrandTotal",
      [
        ["26.67%", "6.67%", "33.33%"],
        ["13.33%", "53.33%", "66.67%"],
        ["40.00%", "60.00%", "100.00%"],
      ],
      undefined,
    ],
    [
      "PercentOfRowTotal",
      [
        ["80.00%", "20.00%", "100.00%"],
        ["20.00%", "80.00%", "100.00%"],
        ["40.00%", "60.00%", "100.00%"],
      ],
      undefined,
    ],
    [
      "PercentOfColumnTotal",
      [
        ["66.67%", "11.11%", "33.33%"],
        ["33.33%", "88.89%", "66.67%"],
        ["100.00%", "100.00%", "100.00%"],
      ],
      undefined,
    ],
    [
      "PercentOfParentRowTotal",
      [
        ["66.67%", "11.11%", "33.33%"],
        ["33.33%", "88.89%", "66.67%"],
        ["100.00%", "100.00%", "100.00%"],
      ],
      undefined,
    ],
    [
      "PercentOfParentColumnTotal",
      [
        ["80.00%", "20.00%", "100.00%"],
        ["20.00%", "80.00%", "100.00%"],
        ["40.00%", "60.00%", "100.00%"],
      ],
      undefined,
    ],
    [
      "DifferenceFrom",
      [
        ["", "", ""],
        ["-20", "70", "50"],
        ["", "", ""],
      ],
      { field: "窓口", item: "支所" },
    ],
    [
      "PercentDifferenceFrom",
      [
        ["", "", ""],
        ["-50.00%", "700.00%", "100.00%"],
        ["", "", ""],
      ],
      { field: "窓口", item: "支所" },
    ],
    [
      "PercentOf",
      [
        ["100.00%", "100.00%", "100.00%"],
        ["50.00%", "800.00%", "200.00%"],
        ["", "", ""],
      ],
      { field: "窓口", item: "支所" },
    ],
    [
      "RunningTotal",
      [
        ["40", "10", "50"],
        ["60", "90", "150"],
        ["", "", ""],
      ],
      { field: "窓口" },
    ],
    [
      "PercentRunningTotal",
      [
        ["66.67%", "11.11%", "33.33%"],
        ["100.00%", "100.00%", "100.00%"],
        ["", "", ""],
      ],
      { field: "窓口" },
    ],
    [
      "RankAscending",
      [
        ["2", "1", "1"],
        ["1", "2", "2"],
        ["", "", ""],
      ],
      { field: "窓口" },
    ],
    [
      "RankDecending",
      [
        ["1", "2", "2"],
        ["2", "1", "1"],
        ["", "", ""],
      ],
      { field: "窓口" },
    ],
  ])("%s で見せる", async (calculation, expected, base) => {
    expect(await shownAs(calculation, base)).toEqual(expected);
  });

  test("Index は名を挙げて断る", async () => {
    const book = await pivotBook();
    const { code, message } = await book.refusal(async (context) => {
      const data = pivotNamed(context).dataHierarchies.getItem("合計 / 件数");
      data.showAs = { calculation: "Index" };
    });
    expect([code, message]).toEqual(["NotImplemented", expect.stringContaining("DataPivotHierarchy.showAs")]);
  });
});
