/** 図形・線・画像・グループ: .xlsx に書いて読み戻しても同じ. */
import type { Shape } from "../../../src/workbench/host/model/attached/shape";
import { GEOMETRIC_SHAPES } from "../../../src/workbench/host/objects/shape/geometric-shapes";
import { sentence } from "../../../src/workbench/host/xlsx/problems";
import { writeXlsx } from "../../../src/workbench/host/xlsx/write";
import { firstSheet, made, partsOf, reopened } from "./reopened";
import { disorder } from "./schema-order";

const DOT =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==";
const SVG = btoa(
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>',
);

/** 言わなくても同じことは、言わなかったことにする. */
const onlySaid = (shape: Shape): Shape => {
  const { "fill.none": none, "line.visible": visible, ...properties } = shape.properties;
  return {
    ...shape,
    properties: {
      ...properties,
      ...(none === true ? { "fill.none": none } : {}),
      ...(visible === false ? { "line.visible": visible } : {}),
    },
  };
};

const same = async (work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void) => {
  const book = await made((context, sheet) => work(sheet, context));
  const [was, is] = [book, reopened(book)].map((each) => firstSheet(each).shapes.map(onlySaid));
  expect(is).toEqual(was);
  expect(was?.length).toBeGreaterThan(0);
  const parts = partsOf(book);
  expect(disorder(parts)).toEqual([]);
  return { shapes: was as readonly Shape[], parts };
};

test("幾何学図形：どの形も", async () => {
  const { shapes } = await same((sheet) => {
    for (const shape of GEOMETRIC_SHAPES) sheet.shapes.addGeometricShape(shape);
  });
  expect(shapes).toHaveLength(GEOMETRIC_SHAPES.length);
});

test("幾何学図形：場所・回転・塗り・枠・文字・代わりの文", async () => {
  await same((sheet) => {
    sheet.getRange("B:B").format.columnWidth = 100;
    const shape = sheet.shapes.addGeometricShape("WedgeRRectCallout");
    shape.set({ name: "吹き出し", left: 70.5, top: 33, width: 120, height: 44.25, rotation: 30 });
    shape.set({
      altTextTitle: "注",
      altTextDescription: "評価の\nしかた",
      placement: "OneCell",
      lockAspectRatio: true,
    });
    shape.fill.setSolidColor("#FFE699");
    shape.fill.transparency = 0.25;
    shape.lineFormat.set({
      color: "#C00000",
      weight: 2.25,
      dashStyle: "RoundDot",
      style: "ThinThin",
      transparency: 0.5,
    });
    shape.textFrame.textRange.text = "一行目\n\n三行目 <&>";
    shape.textFrame.textRange.font.set({
      bold: true,
      italic: true,
      size: 14,
      color: "#000000",
      name: "Meiryo",
      underline: "Wavy",
    });
    shape.textFrame.set({
      horizontalAlignment: "Center",
      verticalAlignment: "Middle",
      leftMargin: 0,
      topMargin: 10,
    });
    shape.textFrame.set({
      orientation: "EastAsianVertical",
      autoSizeSetting: "AutoSizeShapeToFitText",
      verticalOverflow: "Clip",
    });
  });
});

test("塗りも枠もない図形、縦に近く回した図形、見えない図形、動かない図形", async () => {
  await same((sheet) => {
    const bare = sheet.shapes.addGeometricShape("Ellipse");
    bare.fill.clear();
    bare.lineFormat.visible = false;
    const turned = sheet.shapes.addGeometricShape("RightArrow");
    turned.set({ left: 200, top: 200, width: 100, height: 30, rotation: 90 });
    sheet.shapes.addGeometricShape("Heart").set({ visible: false, placement: "Absolute" });
  });
});

test("テキスト ボックスと線：矢じり・向き・つなぎ先", async () => {
  await same((sheet) => {
    const [from, to] = [sheet.shapes.addTextBox("計画"), sheet.shapes.addTextBox("評価")];
    to.set({ left: 200, top: 120 });
    const line = sheet.shapes.addLine(180, 20, 40, 100, "Elbow");
    line.line.set({ beginArrowheadStyle: "Oval", endArrowheadStyle: "Triangle", endArrowheadLength: "Long" });
    line.line.connectBeginShape(from, 3);
    line.line.connectEndShape(to, 1);
    line.lineFormat.set({ color: "#FF0000", dashStyle: "LongDashDot" });
    sheet.shapes.addLine(0, 0, 50, 0);
  });
});

test("画像：同じ画像は一度だけ書く。SVG も", async () => {
  const { parts } = await same((sheet) => {
    sheet.shapes.addImage(DOT).set({ name: "市章", left: 10, top: 10, width: 60, height: 60 });
    sheet.shapes.addImage(DOT).lockAspectRatio = false;
    sheet.shapes.addImage(SVG).set({ left: 100 });
  });
  expect(Object.keys(parts).filter((name) => name.startsWith("xl/media/"))).toEqual([
    "xl/media/image1.png",
    "xl/media/image2.svg",
  ]);
});

test("グループ：中の図形と、グループの中のグループも", async () => {
  await same((sheet) => {
    const box = (at: number) => {
      const shape = sheet.shapes.addGeometricShape("Rectangle");
      shape.set({ left: 20 + at * 90, top: 30, width: 60, height: 24 });
      return shape;
    };
    const inner = sheet.shapes.addGroup([box(0), box(1)]);
    inner.name = "内";
    const c = box(2);
    sheet.shapes.addGroup([inner, c]).name = "外";
  });
});

test("書けない設定は、その名前で告げる", async () => {
  const book = await made((_, sheet) => void sheet.shapes.addGeometricShape("Rectangle"));
  const [shape] = firstSheet(book).shapes;
  if (!shape) throw new Error();
  const shapes = [{ ...shape, properties: { ...shape.properties, "shadow.visible": true } }];
  const told = writeXlsx({ ...book, sheets: [{ ...firstSheet(book), shapes }] }).problems.map(sentence);
  expect(told).toEqual([
    "Sheet1：図形「図形 1」の一部の設定（shadow.visible）。.xlsx には保存しません。残すには、ワークベンチの形式（.workbench.json）でも保存してください。",
  ]);
});
