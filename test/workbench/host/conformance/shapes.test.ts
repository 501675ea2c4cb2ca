/** Shapes: geometric ones, text boxes, lines, pictures, groups — kept as they were set, moved, ordered, copied, saved. */
import { openWorkbook } from "../../../helpers/workbook";

type Context = Excel.RequestContext;
const sheetOf = (context: Context) => context.workbook.worksheets.getItem("Sheet1");
const shapesOf = (context: Context) => sheetOf(context).shapes;

/** One pixel. */
const PNG =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const read = async (context: Context, shape: Excel.Shape) => {
  shape.load();
  await context.sync();
  return shape.toJSON();
};

test("図形：種類・場所・大きさ・名前・代わりの文字", async () => {
  const book = await openWorkbook();
  const set = {
    name: "強調",
    left: 10,
    top: 20,
    width: 120,
    height: 60,
    rotation: 30,
    visible: false,
    lockAspectRatio: false,
    placement: "Absolute",
    altTextTitle: "題",
    altTextDescription: "説明",
    geometricShapeType: "Ellipse",
  } as const;
  const found = await book.run(async (context) => {
    const shape = shapesOf(context).addGeometricShape("Rectangle");
    const fresh = await read(context, shape);
    shape.set(set);
    return [fresh, await read(context, shape)];
  });
  expect(found[0]).toMatchObject({
    type: "GeometricShape",
    geometricShapeType: "Rectangle",
    level: 0,
    zOrderPosition: 0,
    visible: true,
  });
  expect(found[1]).toMatchObject(set);
  const { code } = await book.refusal(async (c) => shapesOf(c).addGeometricShape("無い形" as "Rectangle"));
  expect(code).toBe("InvalidArgument");
});

test("塗り・線・文字の見た目", async () => {
  const book = await openWorkbook();
  const found = await book.run(async (context) => {
    const shape = shapesOf(context).addTextBox("令和5年度");
    const { fill, lineFormat, textFrame } = shape;
    fill.setSolidColor("#FFFF00");
    fill.transparency = 0.25;
    lineFormat.set({ color: "red", weight: 2, dashStyle: "Dash", style: "ThinThin", transparency: 0.5 });
    textFrame.set({
      horizontalAlignment: "Center",
      verticalAlignment: "Middle",
      topMargin: 1,
      bottomMargin: 2,
      leftMargin: 3,
      rightMargin: 4,
      autoSizeSetting: "AutoSizeShapeToFitText",
      horizontalOverflow: "Clip",
      verticalOverflow: "Ellipsis",
      orientation: "Vertical",
      readingOrder: "RightToLeft",
    });
    const { font } = textFrame.textRange;
    font.set({ bold: true, italic: true, color: "#112233", name: "游明朝", size: 14, underline: "Single" });
    const part = textFrame.textRange.getSubstring(0, 2).load("text");
    for (const each of [fill, lineFormat, textFrame, textFrame.textRange, font]) each.load();
    await context.sync();
    const before = {
      fill: fill.toJSON(),
      line: lineFormat.toJSON(),
      frame: textFrame.toJSON(),
      text: textFrame.textRange.text,
      part: part.text,
      font: font.toJSON(),
    };
    textFrame.deleteText();
    fill.clear();
    fill.load("type,foregroundColor");
    textFrame.load("hasText");
    lineFormat.visible = false;
    lineFormat.load("visible");
    await context.sync();
    return { ...before, after: [fill.type, fill.foregroundColor, textFrame.hasText, lineFormat.visible] };
  });
  expect(found).toMatchObject({
    fill: { foregroundColor: "#FFFF00", transparency: 0.25, type: "Solid" },
    line: {
      color: "#FF0000",
      weight: 2,
      dashStyle: "Dash",
      style: "ThinThin",
      transparency: 0.5,
      visible: true,
    },
    frame: {
      hasText: true,
      horizontalAlignment: "Center",
      verticalAlignment: "Middle",
      topMargin: 1,
      bottomMargin: 2,
      leftMargin: 3,
      rightMargin: 4,
      autoSizeSetting: "AutoSizeShapeToFitText",
      horizontalOverflow: "Clip",
      verticalOverflow: "Ellipsis",
      orientation: "Vertical",
      readingOrder: "RightToLeft",
    },
    text: "令和5年度",
    part: "令和",
    font: { bold: true, italic: true, color: "#112233", name: "游明朝", size: 14, underline: "Single" },
    after: ["NoFill", "", false, false],
  });
});

test("線：端の矢印、つないだ図形", async () => {
  const book = await openWorkbook();
  const found = await book.run(async (context) => {
    const [from, to] = [
      shapesOf(context).addGeometricShape("Rectangle"),
      shapesOf(context).addGeometricShape("Diamond"),
    ];
    from.name = "元";
    to.name = "先";
    const shape = shapesOf(context).addLine(100, 50, 20, 10, "Elbow");
    shape.load("left,top,width,height,type");
    const { line } = shape;
    line.set({
      beginArrowheadLength: "Long",
      beginArrowheadStyle: "Oval",
      beginArrowheadWidth: "Wide",
      endArrowheadLength: "Short",
      endArrowheadStyle: "Triangle",
      endArrowheadWidth: "Narrow",
      connectorType: "Straight",
    });
    line.connectBeginShape(from, 1);
    line.connectEndShape(to, 3);
    line.load();
    line.beginConnectedShape.load("name");
    line.endConnectedShape.load("name");
    line.shape.load("id");
    await context.sync();
    const joined = [
      line.toJSON(),
      line.beginConnectedShape.name,
      line.endConnectedShape.name,
      line.id === line.shape.id,
    ];
    line.disconnectBeginShape();
    line.disconnectEndShape();
    line.load("isBeginConnected,isEndConnected");
    await context.sync();
    return [
      [shape.left, shape.top, shape.width, shape.height, shape.type],
      ...joined,
      line.isBeginConnected,
      line.isEndConnected,
    ];
  });
  expect(found).toEqual([
    [20, 10, 80, 40, "Line"],
    expect.objectContaining({
      beginArrowheadLength: "Long",
      beginArrowheadStyle: "Oval",
      beginArrowheadWidth: "Wide",
      endArrowheadLength: "Short",
      endArrowheadStyle: "Triangle",
      endArrowheadWidth: "Narrow",
      connectorType: "Straight",
      isBeginConnected: true,
      isEndConnected: true,
      beginConnectedSite: 1,
      endConnectedSite: 3,
    }),
    "元",
    "先",
    true,
    false,
    false,
  ]);
});

test("画像：大きさは中身から。画像でないものは断る", async () => {
  const book = await openWorkbook();
  const found = await book.run(async (context) => {
    const shape = shapesOf(context).addImage(PNG);
    const { image } = shape;
    image.load();
    image.shape.load("type");
    shape.load("width,height,lockAspectRatio");
    await context.sync();
    shape.scaleWidth(40, "OriginalSize", "ScaleFromTopLeft");
    const scaled = [
      shape.width,
      image.format,
      image.id === shape.id,
      image.shape.type,
      shape.lockAspectRatio,
    ];
    shape.load("width,height");
    await context.sync();
    return [...scaled, shape.width, shape.height];
  });
  expect(found).toEqual([0.75, "PNG", true, "Image", true, 30, 30]);
  expect(await book.refusal(async (c) => shapesOf(c).addImage("ABCD"))).toMatchObject({
    code: "InvalidArgument",
  });
});

test("動かし、広げ、回し、重ね順を変え、写し、消す", async () => {
  const book = await openWorkbook();
  const found = await book.run(async (context) => {
    const [a, b] = [
      shapesOf(context).addGeometricShape("Rectangle"),
      shapesOf(context).addGeometricShape("Heart"),
    ];
    a.name = "あ";
    b.name = "い";
    a.set({ left: 10, top: 10, width: 100, height: 50 });
    a.incrementLeft(5);
    a.incrementTop(-5);
    a.incrementRotation(-90);
    a.scaleWidth(2, "CurrentSize", "ScaleFromMiddle");
    a.scaleHeight(0.5, "CurrentSize", "ScaleFromBottomRight");
    a.setZOrder("BringToFront");
    a.load();
    b.load("zOrderPosition");
    const other = context.workbook.worksheets.add("別");
    const copy = a.copyTo(other);
    copy.load("name,width");
    const count = other.shapes.getCount();
    await context.sync();
    const placed = [a.left, a.top, a.width, a.height, a.rotation, a.zOrderPosition, b.zOrderPosition];
    b.delete();
    const all = shapesOf(context).load("items/name");
    const none = shapesOf(context).getItemOrNullObject("い");
    const byName = shapesOf(context).getItem("あ").load("id");
    const first = shapesOf(context).getItemAt(0).load("id");
    await context.sync();
    return [
      placed,
      [copy.name, copy.width, count.value],
      all.items.map(({ name }) => name),
      none.isNullObject,
      byName.id === first.id,
    ];
  });
  expect(found).toEqual([[-35, 30, 200, 25, 270, 1, 0], ["あ", 200, 1], ["あ"], true, true]);
});

test("グループは中のものごと動き、解けば図形が残る", async () => {
  const book = await openWorkbook();
  const found = await book.run(async (context) => {
    const [a, b] = [
      shapesOf(context).addGeometricShape("Rectangle"),
      shapesOf(context).addGeometricShape("Cube"),
    ];
    a.set({ name: "あ", left: 0, top: 0, width: 10, height: 10 });
    b.set({ name: "い", left: 30, top: 40, width: 10, height: 10 });
    const grouped = shapesOf(context).addGroup([a, b]);
    grouped.load("left,top,width,height,type");
    await context.sync();
    const size = [grouped.left, grouped.top, grouped.width, grouped.height, grouped.type];
    grouped.left = 100;
    const { group } = grouped;
    group.load();
    group.shapes.load("items/name,items/left");
    group.shape.load("id");
    const inside = group.shapes.getItem("い").load("left,level");
    const missing = group.shapes.getItemOrNullObject("う");
    const count = group.shapes.getCount();
    a.parentGroup.load("id");
    await context.sync();
    const seen = [
      group.shapes.items.map(({ name, left }) => [name, left]),
      inside.left,
      inside.level,
      missing.isNullObject,
      count.value,
      a.parentGroup.id === group.id && group.shape.id === group.id,
    ];
    group.ungroup();
    const left = shapesOf(context).getCount();
    await context.sync();
    return [size, ...seen, left.value];
  });
  expect(found).toEqual([
    [0, 0, 40, 50, "Group"],
    [
      ["あ", 100],
      ["い", 130],
    ],
    130,
    1,
    true,
    2,
    true,
    2,
  ]);
});

test("種類の違う部分は断り、図形は元に戻せ、保存される", async () => {
  const book = await openWorkbook();
  await book.run(async (context) => {
    const shape = shapesOf(context).addGeometricShape("Sun");
    shape.name = "印";
    const { geometricShape } = shape;
    geometricShape.load("id");
    geometricShape.shape.load("name");
    await context.sync();
    expect(geometricShape.shape.name).toBe("印");
    expect(geometricShape.id).not.toBe("");
  });
  const { code } = await book.refusal(async (c) => shapesOf(c).getItem("印").image.load("format"));
  expect(code).toBe("InvalidOperation");
  const count = (of: typeof book) =>
    of.run(async (context) => {
      const result = shapesOf(context).getCount();
      await context.sync();
      return result.value;
    });
  const other = await openWorkbook();
  await other.host.open(JSON.parse(JSON.stringify(book.host.save())) as unknown);
  expect(await count(other)).toBe(1);
  await book.host.undo();
  expect(await count(book)).toBe(0);
});

test("文字の一部だけの書式を覚え、まざれば全体は null、書き直せば忘れる", async () => {
  const book = await openWorkbook();
  const looks = await book.run(async (context) => {
    const { textRange } = context.workbook.worksheets
      .getActiveWorksheet()
      .shapes.addTextBox("達成率90%").textFrame;
    textRange.getSubstring(3).font.size = 30;
    textRange.getSubstring(3).font.color = "#FF0000";
    const [part, rest] = [textRange.getSubstring(3).font, textRange.getSubstring(0, 3).font];
    for (const font of [part, rest, textRange.font]) font.load("size,color");
    await context.sync();
    const first = [part, rest, textRange.font].map(({ size, color }) => [size, color]);
    textRange.text = "未入力";
    textRange.font.load("size");
    await context.sync();
    return [first, textRange.font.size];
  });
  expect(looks).toEqual([
    [
      [30, "#FF0000"],
      [11, "#000000"],
      [null, null],
    ],
    11,
  ]);
});

test("グループの写しは、中の図形の写しを連れていく", async () => {
  const book = await openWorkbook();
  const found = await book.run(async (context) => {
    const [a, b] = [shapesOf(context).addGeometricShape("Ellipse"), shapesOf(context).addTextBox("中")];
    const group = shapesOf(context).addGroup([a, b]);
    const other = context.workbook.worksheets.add("別");
    const copy = group.copyTo(other);
    copy.left = 300;
    copy.group.shapes.load("items/type,items/left");
    a.load("left");
    const count = other.shapes.getCount();
    await context.sync();
    return [copy.group.shapes.items.map(({ left }) => left), a.left, count.value];
  });
  expect(found).toEqual([[300, 300], 0, 1]);
});

test("getAsImage：画像は来た形のまま返り、ほかは描くページがあるときだけ描かれる", async () => {
  const book = await openWorkbook();
  await book.run(async (context) => {
    shapesOf(context).addImage(PNG).name = "写真";
    shapesOf(context).addGeometricShape("Ellipse").name = "丸";
  });
  const image = (name: string, format: Excel.PictureFormat | "PNG" | "JPEG" | "GIF") =>
    book.run(async (context) => {
      const made = shapesOf(context)
        .getItem(name)
        .getAsImage(format as Excel.PictureFormat);
      await context.sync();
      return made.value;
    });
  expect(await image("写真", "PNG")).toBe(PNG);
  await expect(image("丸", "PNG")).rejects.toMatchObject({ code: "NotImplemented" });
  book.host.drawShapesWith(async (shape, all, format) => `${shape.name} ${all.length} ${format}`);
  expect(await image("丸", "JPEG")).toBe("丸 2 JPEG");
  await expect(image("丸", "GIF")).rejects.toMatchObject({ code: "NotImplemented" });
});
