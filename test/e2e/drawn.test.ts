/** What lies in and over cells is seen: bars, icons, comment marks, links, shapes; in the frozen part and after scrolling. */
import { eachInItsOwnWorkbench } from "./story";
import type { WorkbenchPage } from "./workbench-page";

let workbench: WorkbenchPage;
jest.setTimeout(120_000);
eachInItsOwnWorkbench((opened) => {
  workbench = opened;
});

/** The colour somebody sees, so far from the cell's upper left corner. */
const colourIn = async (cell: string, across: number, down: number): Promise<string> => {
  const { page } = workbench;
  const { x, y } = await workbench.place(cell);
  const clip = { x: x - 20 + across, y: y - 12 + down, width: 1, height: 1 };
  const picture = (await page.screenshot({ clip })).toString("base64");
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    pen?.drawImage(image, 0, 0);
    const seen = [...(pen?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
    return `#${seen.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  }, picture);
};

test("データ バーは値の長さで、アイコンはその色で、セルの中に見える", async () => {
  await workbench.write("B2:C4", [
    [50, 1],
    [100, 2],
    [0, 3],
  ]);
  await workbench.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const { dataBar } = sheet.getRange("B2:B4").conditionalFormats.add("DataBar");
    dataBar.positiveFormat.gradientFill = false;
    dataBar.positiveFormat.fillColor = "#FFB628";
    const { iconSet } = sheet.getRange("C2:C4").conditionalFormats.add("IconSet");
    iconSet.style = "ThreeTrafficLights1";
    sheet.freezePanes.freezeAt(sheet.getRange("A1:A2"));
    await context.sync();
  }, null);
  // The cell is 72 wide: half of it, all of it, nothing.
  const ends = async () => [
    await colourIn("B2", 30, 6),
    await colourIn("B2", 42, 6),
    await colourIn("B3", 42, 6),
    await colourIn("B4", 30, 6),
  ];
  const wanted = ["#ffb628", "#ffffff", "#ffb628", "#ffffff"];
  expect(await workbench.eventually(ends, wanted)).toEqual(wanted);
  const lights = async () => [
    await colourIn("C2", 10, 12),
    await colourIn("C3", 10, 12),
    await colourIn("C4", 10, 12),
  ];
  const colours = ["#d13438", "#e8a800", "#379b46"];
  expect(await workbench.eventually(lights, colours)).toEqual(colours);
});

test("コメントは角の印と、指したときと選んだときの文で分かり、解決すれば薄くなる", async () => {
  const { page } = workbench;
  await workbench.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A1:C3").values = [
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ];
    await context.sync();
    await new Promise((resolve) => setTimeout(resolve, 500));
    sheet.comments.add("B2", "担当課に確かめること").replies.add("確かめました");
    sheet.comments.add("C3", "済んだ話").resolved = true;
    await context.sync();
  }, null);
  const marks = async () => [
    await colourIn("B2", 69, 2),
    await colourIn("C3", 69, 2),
    await colourIn("A3", 69, 2),
  ];
  const wanted = ["#7f3fbf", "#b9a3cf", "#ffffff"];
  expect(await workbench.eventually(marks, wanted)).toEqual(wanted);
  const card = page.locator(".cell-card");
  const { x, y } = await workbench.place("B2");
  await page.mouse.move(x, y);
  await card.getByText("担当課に確かめること").waitFor();
  await card.getByText("確かめました", { exact: false }).waitFor();
  await page.mouse.move(x, y + 150);
  await card.waitFor({ state: "hidden" });
  await workbench.click("C3");
  await card.getByText("済んだ話").waitFor();
  await card.getByText("（解決済み）").waitFor();
  await workbench.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().comments.getItemByCell("B2").delete();
    await context.sync();
  }, null);
  expect((await workbench.eventually(marks, ["#ffffff", "#b9a3cf", "#ffffff"]))[0]).toBe("#ffffff");
});

test("ブックの中へのリンクは押すと移り、外へのリンクは行き先を言うだけで開かない", async () => {
  const { page } = workbench;
  await workbench.run(async (context) => {
    const { worksheets } = context.workbook;
    const sheet = worksheets.getActiveWorksheet();
    worksheets.add("財政 2021").getRange("C40").values = [["ここ"]];
    sheet.getRange("B2").hyperlink = { documentReference: "'財政 2021'!C40", textToDisplay: "財政へ" };
    sheet.getRange("B3").hyperlink = { address: "https://example.jp/plan", textToDisplay: "市のページ" };
    sheet.getRange("B4").hyperlink = { address: "javascript:alert(1)", textToDisplay: "あやしい" };
    sheet.getRange("B5").hyperlink = { documentReference: "なくした名前", textToDisplay: "古い" };
    sheet.getRange("B6").formulas = [['=HYPERLINK("#A"&100,"下へ")']];
    await context.sync();
  }, null);
  const selected = () =>
    workbench.run(async (context) => {
      const range = context.workbook.getSelectedRange();
      range.load("address");
      await context.sync();
      return range.address;
    }, null);
  await workbench.click("B3");
  const card = page.locator(".cell-card");
  await card.getByText("このブックの外へのリンクです").waitFor();
  await card.getByText("https://example.jp/plan").waitFor();
  await card.getByRole("button", { name: "閉じる" }).click();
  await workbench.click("B4");
  await card.getByText("javascript:alert(1)").waitFor();
  expect(await card.getByRole("button", { name: "新しいタブで開く" }).count()).toBe(0);
  await workbench.click("B5");
  await card.getByText("なくした名前 は、このブックにありません").waitFor();
  expect(page.context().pages()).toHaveLength(1);

  await workbench.click("B6");
  expect(await workbench.eventually(selected, "Sheet1!A100")).toBe("Sheet1!A100");
  await page.mouse.move(400, 400);
  await page.mouse.wheel(0, -5000);
  await page.waitForTimeout(400);
  await workbench.click("B2");
  expect(await workbench.eventually(selected, "'財政 2021'!C40")).toBe("'財政 2021'!C40");
  const box = page.locator("[data-u-comp='defined-name'] input");
  expect(await workbench.eventually(() => box.inputValue(), "C40")).toBe("C40");
});

test("図形・テキスト ボックス・線・画像はシートの上に見え、シートとともに動き、消せば消える", async () => {
  const { page } = workbench;
  await workbench.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const box = sheet.shapes.addTextBox("計画の評価");
    box.name = "注記";
    box.left = 108;
    box.top = 75;
    box.width = 108;
    box.height = 37.5;
    const arrow = sheet.shapes.addGeometricShape("RightArrow");
    arrow.name = "矢印";
    arrow.left = 270;
    arrow.top = 75;
    arrow.fill.setSolidColor("#FF0000");
    arrow.altTextDescription = "次の段階へ";
    const line = sheet.shapes.addLine(108, 150, 216, 187.5, "Straight");
    line.line.endArrowheadStyle = "Triangle";
    line.name = "線";
    const fixed = sheet.shapes.addGeometricShape("Ellipse");
    fixed.name = "固定";
    fixed.left = 4;
    fixed.top = 2;
    fixed.width = 30;
    fixed.height = 12;
    const markup = sheet.shapes.addTextBox("<img src=x onerror=alert(1)>");
    markup.left = 108;
    markup.top = 300;
    const unknown = sheet.shapes.addGeometricShape("Gear6");
    unknown.left = 400;
    unknown.top = 75;
    sheet.freezePanes.freezeAt(sheet.getRange("A1:A1"));
    await context.sync();
  }, null);
  const shape = (name: string) => page.getByRole("img", { name, exact: true });
  await shape("計画の評価").waitFor();
  const layer = await page.locator(".cell-layer").boundingBox();
  const boxOf = async (name: string) => {
    const box = await shape(name).boundingBox();
    return box && [box.x - (layer?.x ?? 0) - 46, box.y - (layer?.y ?? 0) - 20, box.width, box.height];
  };
  // Points to pixels: two columns and four rows from the first cell.
  expect(await boxOf("計画の評価")).toEqual([144, 100, 144, 50]);
  expect(await shape("次の段階へ").locator("path").first().getAttribute("fill")).toBe("#FF0000");
  await page.getByText("図形 Gear6 の形は、ワークベンチでは描けません").waitFor();
  // What looks like markup is text: an image would have asked for its file, and failed loudly.
  await page.getByText("<img src=x onerror=alert(1)>").waitFor();
  expect(await page.locator(".shape-frame img").count()).toBe(0);
  const picture = await workbench.run(async (context) => {
    const shapes = context.workbook.worksheets.getActiveWorksheet().shapes;
    const made = ["矢印", "注記"].map((name) => shapes.getItem(name).getAsImage("PNG"));
    await context.sync();
    return made.map(({ value }) => value);
  }, null);
  const middle = await page.evaluate(async (pictures) => {
    const colors: string[] = [];
    for (const base64 of pictures) {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const pen = Object.assign(document.createElement("canvas"), {
        width: image.width,
        height: image.height,
      }).getContext("2d");
      pen?.drawImage(image, 0, 0);
      const [x, y] = [Math.round(image.width * 0.3), Math.round(image.height / 2)];
      colors.push([...(pen?.getImageData(x, y, 1, 1).data ?? [])].join());
    }
    return colors;
  }, picture);
  expect(middle[0]).toBe("255,0,0,255");
  const still = await boxOf("固定");
  await page.mouse.move(400, 500);
  await page.mouse.wheel(0, 50);
  expect(await workbench.eventually(async () => (await boxOf("計画の評価"))?.[1], 50)).toBe(50);
  expect(await boxOf("固定")).toEqual(still);
  await workbench.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().shapes.getItem("注記").delete();
    await context.sync();
  }, null);
  await shape("計画の評価").waitFor({ state: "detached" });
});
