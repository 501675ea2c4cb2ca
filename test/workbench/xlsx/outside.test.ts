/** よそから来たファイル: 危ないものは断るか外し、何をどうしたかを文で告げる. */
import { strToU8, zipSync } from "fflate";
import { newBook } from "../../../src/workbench/host/model/book";
import { cellAt } from "../../../src/workbench/host/model/cells/grid";
import { LIMITS, type Limits } from "../../../src/workbench/host/xlsx/limits";
import { sentence } from "../../../src/workbench/host/xlsx/problems";
import { readXlsx } from "../../../src/workbench/host/xlsx/read";
import { writeXlsx } from "../../../src/workbench/host/xlsx/write";
import { openWorkbook } from "../../helpers/workbook";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const XML = '<?xml version="1.0" encoding="UTF-8"?>';

/** 別の人の書いた、小さなブック。部品を足したり替えたりできる. */
const fileOf = (
  more: Readonly<Record<string, string | Uint8Array>> = {},
  rows = "",
  after = "",
): Uint8Array => {
  const parts: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "_rels/.rels": `${XML}<Relationships><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${XML}<workbook xmlns:r="${OFFICE}"><sheets><sheet name="予算" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${XML}<Relationships><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    "xl/sharedStrings.xml": `${XML}<sst><si><t>経常収支比率</t></si></sst>`,
    "xl/worksheets/sheet1.xml": `${XML}<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`,
    ...more,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part]),
    ),
  );
};

const refusal = (bytes: Uint8Array, limits?: Limits): string => {
  const opened = readXlsx(bytes, limits ? { limits } : {});
  if (opened.kind === "opened") throw new Error("断るはずのファイルが開いた");
  return opened.reason;
};
const opened = (bytes: Uint8Array) => {
  const read = readXlsx(bytes);
  if (read.kind === "refused") throw new Error(read.reason);
  const [sheet] = read.book.sheets;
  if (!sheet) throw new Error("シートがない");
  return {
    book: read.book,
    sheet,
    told: read.problems.map(sentence),
    at: (r: number, c: number) => cellAt(sheet.grid, r, c),
  };
};

describe("開かないファイル", () => {
  const utf16 = (text: string) => Uint8Array.from(Buffer.from(text, "utf16le"));
  const ole = (content: Uint8Array) =>
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...content]);
  const cells = (count: number) =>
    `<row r="1">${Array.from({ length: count }, () => "<c><v>1</v></c>").join("")}</row>`;

  test.each([
    ["古い .xls", ole(utf16("Workbook")), /古い形式/],
    ["パスワードで暗号化されたブック", ole(utf16("EncryptedPackage")), /暗号化/],
    ["バイナリ形式の .xlsb", fileOf({ "xl/workbook.bin": "x" }), /バイナリ形式/],
    ["ブックでない zip", zipSync({ "a.txt": strToU8("あ") }), /ブック（.xlsx）ではありません/],
    ["文字だけのファイル", strToU8("計画,目標\n1,2"), /ブック（.xlsx）ではありません/],
    ["空のファイル", new Uint8Array(), /ブック（.xlsx）ではありません/],
    ["途中で切れたファイル", fileOf().subarray(0, 400), /壊れています/],
    [
      "壊れた XML",
      fileOf({ "xl/workbook.xml": `${XML}<workbook><sheets>` }),
      /壊れています（xl\/workbook.xml）/,
    ],
    [
      "UTF-8 でない部品",
      fileOf({ "xl/sharedStrings.xml": Uint8Array.from([0x3c, 0xff, 0xfe, 0x3e]) }),
      /壊れています/,
    ],
    [
      "あるはずの部品のないファイル",
      fileOf({
        "xl/_rels/workbook.xml.rels": `${XML}<Relationships><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="ない.xml"/></Relationships>`,
      }),
      /壊れています（xl\/ない.xml）/,
    ],
    [
      "DTD のある XML",
      fileOf({ "xl/sharedStrings.xml": '<!DOCTYPE sst [<!ENTITY a "あ">]><sst><si><t>&a;</t></si></sst>' }),
      /DTD/,
    ],
    [
      "入れ子の深すぎる XML",
      fileOf({ "xl/sharedStrings.xml": "<a>".repeat(1000) + "</a>".repeat(1000) }),
      /入れ子が深すぎる/,
    ],
  ])("%s", (_, bytes, reason) => {
    expect(refusal(bytes)).toMatch(reason);
  });

  test("定義の爆弾（実体を重ねた XML）は、開く前に断る", () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "あああ"><!ENTITY b "&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>`;
    expect(refusal(fileOf({ "xl/sharedStrings.xml": bomb }))).toMatch(/DTD/);
  });

  test("展開すると膨れ上がるファイルは、膨れ切る前に止める", () => {
    const bomb = fileOf({ "xl/sharedStrings.xml": new Uint8Array(12 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(50_000);
    expect(refusal(bomb)).toMatch(/展開すると異常に大きくなる/);
  });

  test("小さな部品をたくさん重ねた爆弾も、合計で止める", () => {
    const parts = Object.fromEntries(
      Array.from({ length: 6 }, (_, at) => [`xl/worksheets/sheet${at + 2}.xml`, new Uint8Array(1_500_000)]),
    );
    const sheets = Array.from(
      { length: 7 },
      (_, at) => `<sheet name="S${at}" sheetId="${at + 1}" r:id="s${at}"/>`,
    );
    const relations = Array.from(
      { length: 7 },
      (_, at) =>
        `<Relationship Id="s${at}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
    );
    const bytes = fileOf({
      ...parts,
      "xl/workbook.xml": `${XML}<workbook><sheets>${sheets.join("")}</sheets></workbook>`,
      "xl/_rels/workbook.xml.rels": `${XML}<Relationships>${relations.join("")}</Relationships>`,
    });
    expect(refusal(bytes, { ...LIMITS, totalBytes: 5_000_000 })).toMatch(/展開すると異常に大きくなる/);
  });

  test.each([
    ["大きすぎるファイル", { fileBytes: 100 }, /ファイルが大きすぎます/],
    ["部品の多すぎるファイル", { entries: 3 }, /部品が多すぎる/],
    ["シートの多すぎるファイル", { sheets: 0 }, /シートが多すぎます/],
    ["セルの多すぎるファイル", { cells: 10 }, /セルが多すぎます（10 個まで）/],
  ])("%s", (_, limit, reason) => {
    expect(refusal(fileOf({}, cells(11)), { ...LIMITS, ...limit })).toMatch(reason);
  });

  test("見かけより広いスピルも、セルの数に数える", () => {
    const row = '<row r="1"><c r="A1"><f t="array" ref="A1:XFD1048576">1+1</f><v>2</v></c></row>';
    expect(refusal(fileOf({}, row))).toMatch(/セルが多すぎます/);
  });

  test("中身が途中で変わったファイルは、数が化ける前に気づく", () => {
    const book = newBook();
    const { bytes } = writeXlsx(book);
    const damaged = Uint8Array.from(bytes);
    const at = Math.floor(damaged.length / 3);
    damaged[at] = (damaged[at] ?? 0) ^ 0x10;
    expect(refusal(damaged)).toMatch(/壊れています/);
  });
});

describe("開くが、外して告げるもの", () => {
  test.each([
    [
      "マクロ",
      { "xl/vbaProject.bin": "x" },
      "マクロ。安全のため外しました。シートの値と数式はそのままです。",
    ],
    [
      "外部リンク",
      { "xl/externalLinks/externalLink1.xml": "<externalLink/>" },
      "ほかのブックやプログラム（DDE）へのリンク。安全のため外しました。参照していたセルには、保存されていた値が入っています。",
    ],
    [
      "データ接続",
      { "xl/connections.xml": "<connections/>" },
      "外部データへの接続。安全のため外しました。取り込み済みの値はそのままです。",
    ],
    ["ボタン", { "xl/activeX/activeX1.bin": "x" }, "コントロール（ボタンなど）。安全のため外しました。"],
    ["埋め込みファイル", { "xl/embeddings/a.exe": "x" }, "埋め込まれたファイル。安全のため外しました。"],
    ["リボン", { "customUI/customUI.xml": "<a/>" }, "リボンの変更。安全のため外しました。"],
    ["グラフ", { "xl/charts/chart1.xml": "<a/>" }, "グラフ。入れませんでした。必要なら作り直してください。"],
  ])("%s", (_, more, told) => {
    expect(opened(fileOf(more)).told).toEqual([told]);
  });

  test("ほかのブックを参照する数式と DDE は、保存されていた値になる。場所を告げる", () => {
    const { at, told } = opened(
      fileOf(
        {},
        `<row r="1"><c r="A1"><f>[1]予算!A1</f><v>120</v></c><c r="B1" t="str"><f>cmd|'/c calc'!A0</f><v>済</v></c></row>`,
      ),
    );
    expect([at(0, 0), at(0, 1)]).toEqual([{ value: 120 }, { value: "済" }]);
    expect(told).toEqual([
      "予算!A1 ほか 1 か所：ほかのブックやプログラムを参照する数式。外へつなぐことはしないので、保存されていた値だけを入れました。",
    ]);
  });

  test("32,767 文字を超える文字列は切り、場所を告げる", () => {
    const { at, told } = opened(
      fileOf({}, `<row r="1"><c r="A1" t="str"><v>${"あ".repeat(40_000)}</v></c></row>`),
    );
    expect(String(at(0, 0)?.value)).toHaveLength(32_767);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^予算!A1：/);
  });

  test("ほかのブックを指す名前は外し、シート名に使えない名前は変える", () => {
    const { book, told } = opened(
      fileOf({
        "xl/workbook.xml": `${XML}<workbook><sheets><sheet name="a/b" sheetId="1" r:id="r1"/></sheets><definedNames><definedName name="外">[1]Sheet1!$A$1</definedName><definedName name="中">'a/b'!$A$1</definedName></definedNames></workbook>`,
      }),
    );
    expect(book.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
    expect(book.names.map(({ name }) => name)).toEqual(["中"]);
    expect(told).toHaveLength(2);
  });

  test("形の正しくない表は外し、セルは残す", () => {
    const { book, told, at } = opened(
      fileOf(
        {
          "xl/worksheets/_rels/sheet1.xml.rels": `${XML}<Relationships><Relationship Id="t1" Type="${OFFICE}/table" Target="../tables/table1.xml"/></Relationships>`,
          "xl/tables/table1.xml": `${XML}<table id="1" name="A1" displayName="A1" ref="A1:B2"><tableColumns><tableColumn id="1" name="あ"/></tableColumns></table>`,
        },
        '<row r="1"><c r="A1"><v>1</v></c></row>',
      ),
    );
    expect(book.tables).toEqual([]);
    expect(at(0, 0)?.value).toBe(1);
    expect(told).toEqual([
      "予算：表「A1」の形が正しくありません。セルはそのまま入れました。表として使うには、範囲を選んで表にし直してください。",
    ]);
  });

  test("プロトタイプを汚そうとする設定も、ただの名前として入る", () => {
    const { book } = opened(
      fileOf({
        "xl/_rels/workbook.xml.rels": `${XML}<Relationships><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="c1" Type="${OFFICE}/customXml" Target="../customXml/item1.xml"/></Relationships>`,
        "customXml/item1.xml":
          '<settings xmlns="urn:keikaku-addin:workbench:settings"><setting key="__proto__">{"汚染":true}</setting></settings>',
      }),
    );
    expect([...book.settings]).toEqual([["__proto__", { 汚染: true }]]);
    expect(({} as Record<string, unknown>)["汚染"]).toBeUndefined();
  });
});

describe("図形・グラフ・リンク・コメントも、入れられないものは告げる", () => {
  const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
  const withDrawing = (
    content: string,
    more: Readonly<Record<string, string | Uint8Array>> = {},
    relations = "",
  ): Uint8Array =>
    fileOf(
      {
        "xl/worksheets/_rels/sheet1.xml.rels": `${XML}<Relationships><Relationship Id="d1" Type="${OFFICE}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
        "xl/drawings/_rels/drawing1.xml.rels": `${XML}<Relationships>${relations}</Relationships>`,
        "xl/drawings/drawing1.xml": `${XML}<xdr:wsDr xmlns:xdr="${DRAWING}">${content}</xdr:wsDr>`,
        ...more,
      },
      "",
      '<drawing r:id="d1"/>',
    );
  const anchor = (inside: string) =>
    `<xdr:oneCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>2</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="914400" cy="457200"/>${inside}<xdr:clientData/></xdr:oneCellAnchor>`;
  const named = (kind: string, name: string) =>
    `<xdr:nv${kind}Pr><xdr:cNvPr id="2" name="${name}"/></xdr:nv${kind}Pr>`;
  const picture = anchor(
    `<xdr:pic>${named("Pic", "図 1")}<xdr:blipFill><a:blip r:embed="i1"/></xdr:blipFill><xdr:spPr/></xdr:pic>`,
  );
  const image = (target: string, mode = "") =>
    `<Relationship Id="i1" Type="${OFFICE}/image" Target="${target}" ${mode}/>`;
  const chart = anchor(
    `<xdr:graphicFrame>${named("GraphicFrame", "グラフ 1")}<a:graphic><a:graphicData><c:chart r:id="c1"/></a:graphicData></a:graphic></xdr:graphicFrame>`,
  );
  const chartOf = (plot: string) => ({
    "xl/charts/chart1.xml": `${XML}<c:chartSpace><c:chart><c:plotArea>${plot}</c:plotArea></c:chart></c:chartSpace>`,
  });
  const toChart = `<Relationship Id="c1" Type="${OFFICE}/chart" Target="../charts/chart1.xml"/>`;

  test("ほかの人の図形：置き場所・テーマの色・グループ。自由な形は告げる", () => {
    const { sheet, told } = opened(
      withDrawing(
        anchor(
          `<xdr:sp>${named("Sp", "四角 1")}<xdr:spPr><a:prstGeom prst="rect"/></xdr:spPr><xdr:style><a:lnRef idx="1"><a:schemeClr val="accent2"/></a:lnRef><a:fillRef idx="0"><a:schemeClr val="accent1"/></a:fillRef></xdr:style><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>注</a:t></a:r></a:p></xdr:txBody></xdr:sp>`,
        ) + anchor(`<xdr:sp>${named("Sp", "自由 2")}<xdr:spPr><a:custGeom/></xdr:spPr></xdr:sp>`),
      ),
    );
    expect(sheet.shapes).toMatchObject([
      { name: "四角 1", left: 54, top: 37.5, width: 72, height: 36, type: "GeometricShape" },
    ]);
    expect(sheet.shapes[0]?.properties).toMatchObject({
      geometricShapeType: "Rectangle",
      "fill.none": true,
      "line.color": "#E97132",
      text: "注",
      placement: "OneCell",
    });
    expect(told).toEqual(["予算：自由な形の図形「自由 2」。入れませんでした。必要なら作り直してください。"]);
  });

  test.each([
    ["読めない形式の画像", "../media/image1.emf", new Uint8Array([1, 0, 0, 0]), ""],
    [
      "スクリプトの入った SVG",
      "../media/image1.svg",
      strToU8('<svg width="9" height="9"><script>alert(1)</script></svg>'),
      "",
    ],
    [
      "ほかの場所を読みにいく SVG",
      "../media/image1.svg",
      strToU8('<svg width="9" height="9"><image href="https://evil.example/a.png"/></svg>'),
      "",
    ],
    ["ブックの外の画像", "https://evil.example/a.png", strToU8("x"), 'TargetMode="External"'],
  ])("%sは入れず、告げる", (_, target, bytes, mode) => {
    const { sheet, told } = opened(
      withDrawing(picture, { [`xl/media/${target.split("/").at(-1)}`]: bytes }, image(target, mode)),
    );
    expect(sheet.shapes).toEqual([]);
    expect(told[0]).toBe("予算：画像「図 1」。入れませんでした。必要なら作り直してください。");
  });

  test("LibreOffice が数式で書いた系列の名前は、文字として読む", () => {
    const { sheet, told } = opened(
      withDrawing(
        chart,
        chartOf(
          "<c:lineChart><c:ser><c:tx><c:strRef><c:f>&quot;実&quot;&quot;績&quot;</c:f></c:strRef></c:tx><c:val><c:numRef><c:f>予算!$B$1:$B$3</c:f></c:numRef></c:val></c:ser></c:lineChart>",
        ),
        toChart,
      ),
    );
    expect([sheet.charts[0]?.series[0]?.name, told]).toEqual(['実"績', []]);
  });

  test("グラフ：知らない種類は入れず、ほかのブックを指す系列と誤差範囲は外して、告げる", () => {
    const stock = opened(withDrawing(chart, chartOf("<c:stockChart/>"), toChart));
    expect(stock.sheet.charts).toEqual([]);
    expect(stock.told).toEqual([
      "予算：ここにはない種類のグラフ「グラフ 1」。入れませんでした。必要なら作り直してください。",
    ]);
    const line = opened(
      withDrawing(
        chart,
        chartOf(
          '<c:lineChart><c:grouping val="standard"/><c:ser><c:order val="0"/><c:errBars/><c:val><c:numRef><c:f>[1]外!$A$1:$A$3</c:f></c:numRef></c:val></c:ser><c:ser><c:order val="1"/><c:val><c:numRef><c:f>予算!$B$1:$B$3</c:f></c:numRef></c:val></c:ser></c:lineChart>',
        ),
        toChart,
      ),
    );
    expect(line.sheet.charts[0]).toMatchObject({ chartType: "LineMarkers", left: 54, width: 72 });
    expect(line.sheet.charts[0]?.series.map(({ values }) => values?.area)).toEqual([
      undefined,
      { top: 0, left: 1, bottom: 2, right: 1 },
    ]);
    expect(line.told).toEqual([
      "予算：グラフ「グラフ 1」の誤差範囲・ほかのブックや名前への参照。外しました。グラフのほかのところは入れました。",
    ]);
  });

  test("Excel の書く縦棒グラフ：おまかせの見た目はおまかせのまま、決めた見た目だけが残る", () => {
    const grey = (name: string, mod: number, off: number) =>
      `<a:${name}><a:schemeClr val="tx1"><a:lumMod val="${mod}"/><a:lumOff val="${off}"/></a:schemeClr></a:${name}>`;
    const letters = (size: number) =>
      `<c:txPr><a:bodyPr rot="-60000000" spcFirstLastPara="1" vert="horz"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}" b="0" i="0" u="none" strike="noStrike" kern="1200" baseline="0">${grey("solidFill", 65000, 35000)}<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:defRPr></a:pPr><a:endParaRPr lang="ja-JP"/></a:p></c:txPr>`;
    const line = `<a:ln w="9525" cap="flat" cmpd="sng" algn="ctr">${grey("solidFill", 15000, 85000)}<a:round/></a:ln>`;
    const ser = (at: number, column: string, colour: string) =>
      `<c:ser><c:idx val="${at}"/><c:order val="${at}"/><c:tx><c:strRef><c:f>予算!$${column}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>x</c:v></c:pt></c:strCache></c:strRef></c:tx><c:spPr><a:solidFill>${colour}</a:solidFill><a:ln><a:noFill/></a:ln><a:effectLst/></c:spPr><c:invertIfNegative val="0"/><c:cat><c:strRef><c:f>予算!$A$2:$A$4</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>予算!$${column}$2:$${column}$4</c:f></c:numRef></c:val><c:extLst><c:ext uri="{C3380CC4-5D6E-409C-BE32-E72D297353CC}"><c16:uniqueId val="{0000000${at}-4B52-4C5D-9E6F-0123456789AB}"/></c:ext></c:extLst></c:ser>`;
    const axis = (kind: string, id: number, cross: number, side: string, more: string) =>
      `<c:${kind}><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${side}"/>${more}<c:numFmt formatCode="General" sourceLinked="1"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:noFill/>${kind === "catAx" ? line : "<a:ln><a:noFill/></a:ln>"}</c:spPr>${letters(900)}<c:crossAx val="${cross}"/><c:crosses val="autoZero"/>${kind === "catAx" ? '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/>' : '<c:crossBetween val="between"/>'}</c:${kind}>`;
    const xml = `${XML}<c:chartSpace><c:date1904 val="0"/><c:lang val="ja-JP"/><c:roundedCorners val="0"/><mc:AlternateContent><mc:Choice Requires="c14"><c14:style val="102"/></mc:Choice><mc:Fallback><c:style val="2"/></mc:Fallback></mc:AlternateContent><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1400" b="0">${grey("solidFill", 65000, 35000)}</a:defRPr></a:pPr><a:r><a:rPr lang="ja-JP" altLang="en-US"/><a:t>年度ごとの</a:t></a:r><a:r><a:rPr lang="ja-JP"/><a:t>件数</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${ser(0, "B", '<a:schemeClr val="accent1"/>')}${ser(1, "C", '<a:srgbClr val="FF0000"/>')}<c:dLbls><c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls><c:gapWidth val="219"/><c:overlap val="-27"/><c:axId val="7"/><c:axId val="8"/></c:barChart>${axis("catAx", 7, 8, "b", "")}${axis("valAx", 8, 7, "l", `<c:majorGridlines><c:spPr>${line}</c:spPr></c:majorGridlines>`)}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${letters(900)}</c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill>${line}</c:spPr><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr/></a:pPr></a:p></c:txPr></c:chartSpace>`;
    const theme = `${XML}<a:theme><a:themeElements><a:clrScheme><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme></a:themeElements></a:theme>`;
    const { sheet, told } = opened(
      withDrawing(
        chart,
        {
          "xl/charts/chart1.xml": xml,
          "xl/theme/theme1.xml": theme,
          "xl/_rels/workbook.xml.rels": `${XML}<Relationships><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${OFFICE}/theme" Target="theme/theme1.xml"/></Relationships>`,
        },
        toChart,
      ),
    );
    expect(told).toEqual([]);
    expect(sheet.charts[0]).toMatchObject({
      chartType: "ColumnClustered",
      seriesBy: "Columns",
      source: { sheet: sheet.id, area: { top: 0, left: 0, bottom: 3, right: 2 } },
    });
    expect(sheet.charts[0]?.properties).toEqual({
      "title.text": "年度ごとの件数",
      "title.visible": true,
      placement: "OneCell",
    });
    expect(sheet.charts[0]?.series.map(({ properties }) => properties)).toEqual([
      {},
      { "format.fill.color": "#FF0000" },
    ]);
    expect(sheet.charts[0]?.series[1]?.id).toBe("{00000001-4B52-4C5D-9E6F-0123456789AB}");
  });

  test("図形の多すぎるファイルは、決めた数まで入れる", () => {
    const many = anchor(
      `<xdr:sp>${named("Sp", "四角")}<xdr:spPr><a:prstGeom prst="rect"/></xdr:spPr></xdr:sp>`,
    ).repeat(9);
    const read = readXlsx(withDrawing(many), { limits: { ...LIMITS, drawn: 4 } });
    if (read.kind === "refused") throw new Error(read.reason);
    expect(read.book.sheets[0]?.shapes).toHaveLength(4);
    expect(read.problems.map(({ what }) => what)).toEqual(["グラフ・図形・画像のうち、4 個を超える分"]);
  });

  test("新しい形式のグラフやスライサーは、その入れ物ごと告げる", () => {
    const { told } = opened(
      withDrawing(
        anchor('<mc:AlternateContent xmlns:mc="m"><mc:Choice/><mc:Fallback/></mc:AlternateContent>'),
      ),
    );
    expect(told).toEqual(["予算：新しい種類のグラフや図形。入れませんでした。必要なら作り直してください。"]);
  });

  test.each([
    "javascript:alert(1)",
    "file:///C:/Windows/System32/cmd.exe",
    "\\\\server\\share\\a.xlsx",
    "ms-word:ofe|u|http://x",
    "vbscript:x",
  ])("%s へのリンクは外し、告げる", (address) => {
    const { sheet, told } = opened(
      fileOf(
        {
          "xl/worksheets/_rels/sheet1.xml.rels": `${XML}<Relationships><Relationship Id="h1" Type="${OFFICE}/hyperlink" Target="${address}" TargetMode="External"/></Relationships>`,
        },
        "",
        '<hyperlinks><hyperlink ref="A1" r:id="h1"/></hyperlinks>',
      ),
    );
    expect(sheet.links).toEqual([]);
    expect(told).toEqual([
      "予算!A1：プログラムや共有フォルダーなどへのリンク。文字だけを入れ、リンク先は安全のため外しました。",
    ]);
  });

  test("昔からのメモ：書いた人と文が入り、スレッドの身代わりのメモは二重に入らない", () => {
    const { sheet, told } = opened(
      fileOf({
        "xl/worksheets/_rels/sheet1.xml.rels": `${XML}<Relationships><Relationship Id="n1" Type="${OFFICE}/comments" Target="../comments1.xml"/><Relationship Id="n2" Type="${OFFICE}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/></Relationships>`,
        "xl/comments1.xml": `${XML}<comments><authors><author>財政課</author><author>tc={1}</author></authors><commentList><comment ref="B2" authorId="0"><text><r><rPr><b/></rPr><t>財政課:</t></r><r><t>
速報値</t></r></text></comment><comment ref="C3" authorId="1"><text><t>身代わり</t></text></comment></commentList></comments>`,
        "xl/drawings/vmlDrawing1.vml": "<xml><br>整っていない",
      }),
    );
    expect(sheet.notes).toEqual([
      { row: 1, column: 1, author: "財政課", text: "財政課:\n速報値", visible: false },
    ]);
    expect(told).toEqual([]);
  });

  test("グラデーションの塗り・表に重なる結合・アイコンによる絞り込み", () => {
    const { sheet, told } = opened(
      fileOf(
        {
          "xl/_rels/workbook.xml.rels": `${XML}<Relationships><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r3" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
          "xl/styles.xml": `${XML}<styleSheet><fonts><font/></fonts><fills><fill/><fill/><fill><gradientFill><stop position="0"><color rgb="FFFF0000"/></stop></gradientFill></fill></fills><borders><border/></borders><cellXfs><xf/><xf fillId="2"/></cellXfs></styleSheet>`,
          "xl/worksheets/_rels/sheet1.xml.rels": `${XML}<Relationships><Relationship Id="t1" Type="${OFFICE}/table" Target="../tables/table1.xml"/></Relationships>`,
          "xl/tables/table1.xml": `${XML}<table id="1" displayName="表" ref="A1:B2"><tableColumns><tableColumn id="1" name="あ"/><tableColumn id="2" name="い"/></tableColumns></table>`,
        },
        '<row r="1"><c r="A1" s="1"><v>1</v></c></row>',
        '<autoFilter ref="D1:E9"><filterColumn colId="0"><iconFilter iconSet="3Arrows" iconId="0"/></filterColumn></autoFilter><mergeCells><mergeCell ref="A2:B2"/><mergeCell ref="G1:H1"/></mergeCells>',
      ),
    );
    expect(sheet.merged).toEqual([{ top: 0, left: 6, bottom: 0, right: 7 }]);
    expect(told).toEqual([
      "グラデーションの塗りつぶし。はじめの色だけで塗りました。",
      "予算：アイコンなどによる絞り込み。絞り込みの条件は外しました。隠れていた行は隠れたままです。再表示できます。",
      "予算!A2:B2：表に重なるセルの結合。結合を外しました。値は左上のセルにあります。",
    ]);
  });

  test("ほかのシートを見る条件付き書式（新しい部分にある）も読む", () => {
    const { sheet, told } = opened(
      fileOf(
        {},
        "",
        '<extLst><ext><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="expression" priority="1" id="{A}"><xm:f>予算!$B$1&gt;A1</xm:f><x14:dxf><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></x14:dxf></x14:cfRule><xm:sqref>A1:A5</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>',
      ),
    );
    expect(sheet.conditionalFormats).toMatchObject([
      { type: "Custom", settings: { formula: "=予算!$B$1>A1" }, style: { fillColor: "#FFC7CE" } },
    ]);
    expect(told).toEqual([]);
  });
});

describe("ほかのプログラムの書いたファイルも読む", () => {
  test("読みがな（ルビ）は混ぜず、書式の違う文字はつなげる", () => {
    const { at, told } = opened(
      fileOf(
        {
          "xl/sharedStrings.xml": `${XML}<sst><si><r><rPr><b/></rPr><t>経常</t></r><r><t>収支</t></r><rPh sb="0" eb="2"><t>ケイジョウ</t></rPh></si></sst>`,
        },
        '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
      ),
    );
    expect(at(0, 0)?.value).toBe("経常収支");
    expect(told).toEqual([
      "セルの中の一部の文字だけの書式。1 個の文字列で、文字はそのままに、一部だけの書式を外しました。",
    ]);
  });

  test("番地の書いていないセル、まとめて書いた数式、真偽、誤り、埋め込みの文字", () => {
    const { at } = opened(
      fileOf(
        {},
        '<row><c><v>1</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="inlineStr"><is><t>文</t></is></c></row>' +
          '<row><c r="A2"><f t="shared" ref="A2:A3" si="0">A1*2</f><v>2</v></c></row><row><c r="A3"><f t="shared" si="0"/><v>4</v></c></row>',
      ),
    );
    expect([0, 1, 2, 3].map((column) => at(0, column)?.value)).toEqual([
      1,
      true,
      { kind: "error", code: "#N/A" },
      "文",
    ]);
    expect([at(1, 0)?.formula, at(2, 0)?.formula]).toEqual(["=A1*2", "=A2*2"]);
  });

  test("テーマの色は、明るさを混ぜた色になる", () => {
    const { at } = opened(
      fileOf(
        {
          "xl/_rels/workbook.xml.rels": `${XML}<Relationships><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r3" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
          "xl/styles.xml": `${XML}<styleSheet><fonts><font/></fonts><fills><fill/><fill/><fill><patternFill patternType="solid"><fgColor theme="0" tint="-0.25"/></patternFill></fill></fills><borders><border/></borders><cellXfs><xf/><xf fillId="2" numFmtId="58"/></cellXfs></styleSheet>`,
        },
        '<row r="1"><c r="A1" s="1"><v>45000</v></c></row>',
      ),
    );
    expect(at(0, 0)?.style).toEqual({
      fillPattern: "Solid",
      fillColor: "#BFBFBF",
      numberFormat: '[$-411]ggge"年"m"月"d"日"',
    });
  });

  const calculated = (order: string): Record<string, string> => ({
    "xl/workbook.xml": `${XML}<workbook xmlns:r="${OFFICE}"><sheets><sheet name="予算" sheetId="1" r:id="r1"/></sheets>${order}</workbook>`,
  });
  const ROWS =
    '<row r="1"><c r="A1"><v>7</v></c><c r="B1"><f>A1*2</f><v>0</v></c><c r="C1"><f>_xldudf_PLAN_RATE(A1)</f><v>0.5</v></c>' +
    '<c r="D1"><f t="array" ref="D1:D2">ROW(1:2)</f><v>0</v></c></row><row r="2"><c r="D2"><v>0</v></c></row>';

  test("開いたら計算するように頼むファイルの値は信じず、計算する。アドインの関数の値だけは残す", async () => {
    const book = await openWorkbook();
    await book.host.registerFunctions(
      { namespace: "PLAN", functions: [{ id: "RATE", name: "RATE", parameters: [{ name: "値" }] }] },
      new Map(),
    );
    await book.host.openXlsx(fileOf(calculated('<calcPr fullCalcOnLoad="1"/>'), ROWS), "よそ.xlsx");
    await book.host.settled();
    expect(await book.values("A1:D2")).toEqual([
      [7, 14, 0.5, 1],
      ["", "", "", 2],
    ]);
    await book.host.openXlsx(fileOf(calculated(""), ROWS), "よそ.xlsx");
    await book.host.settled();
    expect(await book.values("A1:C1")).toEqual([[7, 0, 0.5]]);
  });

  test("標準の文字が違うファイルでは、空のセルもその文字になる", async () => {
    const book = await openWorkbook();
    await book.host.openXlsx(
      fileOf(
        {
          "xl/_rels/workbook.xml.rels": `${XML}<Relationships><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r3" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
          "xl/styles.xml": `${XML}<styleSheet><fonts><font><sz val="10"/><name val="Calibri"/></font></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf fontId="0"/></cellStyleXfs><cellXfs><xf fontId="0"/></cellXfs></styleSheet>`,
        },
        '<row r="1"><c r="A1"><v>1</v></c></row>',
      ),
      "よそ.xlsx",
    );
    const seen = await book.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const fonts = ["A1", "C9"].map((address) => sheet.getRange(address).format.font.load("name,size"));
      const used = sheet.getUsedRange().load("address");
      await context.sync();
      return [...fonts.map(({ name, size }) => [name, size]), used.address];
    });
    expect(seen).toEqual([["Calibri", 10], ["Calibri", 10], "予算!A1"]);
  });

  test("フォルダーまで並べた zip を、画像と取り違えない", () => {
    const { told } = opened(fileOf({ "xl/media/": "", "xl/charts/": "" }));
    expect(told).toEqual([]);
  });

  test("# で始まるアドレスは、ブックの中へのリンクになる", () => {
    const { sheet } = opened(
      fileOf(
        {
          "xl/worksheets/_rels/sheet1.xml.rels": `${XML}<Relationships><Relationship Id="l1" Type="${OFFICE}/hyperlink" Target="#予算!B5" TargetMode="External"/></Relationships>`,
        },
        "",
        `<hyperlinks xmlns:r="${OFFICE}"><hyperlink ref="A1" r:id="l1"/></hyperlinks>`,
      ),
    );
    expect(sheet.links).toEqual([
      { area: { top: 0, left: 0, bottom: 0, right: 0 }, documentReference: "予算!B5" },
    ]);
  });

  test("スパークラインと右から左のシートは、そうと告げる", () => {
    const { told } = opened(
      fileOf({
        "xl/worksheets/sheet1.xml": `${XML}<worksheet xmlns:x14="x"><sheetViews><sheetView rightToLeft="1"/></sheetViews><sheetData/><extLst><ext><x14:sparklineGroups><x14:sparklineGroup/></x14:sparklineGroups></ext></extLst></worksheet>`,
      }),
    );
    expect(told.map((sentence) => sentence.slice(0, 12))).toEqual([
      "予算：スパークライン（セ",
      "予算：右から左へ並ぶシー",
    ]);
  });
});
