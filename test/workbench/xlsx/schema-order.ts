/** ECMA-376 の決めた子の要素の順. 順の違う部品を、Excel は壊れたファイルとして開く. */
import { readXml, type Branch } from "../../../src/workbench/host/xlsx/xml";
import { strToU8 } from "fflate";

const FRAME =
  "nvSpPr nvPicPr nvCxnSpPr nvGrpSpPr nvGraphicFramePr blipFill spPr grpSpPr style txBody sp grpSp graphicFrame cxnSp pic xfrm graphic";
const AXIS =
  "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt";
const SERIES =
  "idx order tx spPr marker invertIfNegative pictureOptions explosion dPt dLbls trendline errBars cat val xVal yVal bubbleSize bubble3D shape smooth extLst";
const LINES =
  "grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth gapDepth axId extLst";

const ORDER: Readonly<Record<string, string>> = {
  worksheet:
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst",
  styleSheet: "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst",
  workbook:
    "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize extLst",
  twoCellAnchor: "from to sp grpSp graphicFrame cxnSp pic clientData",
  sp: FRAME,
  pic: FRAME,
  cxnSp: FRAME,
  graphicFrame: "nvGraphicFramePr xfrm graphic",
  spPr: "xfrm custGeom prstGeom noFill solidFill gradFill blipFill pattFill grpFill ln effectLst",
  ln: "noFill solidFill gradFill pattFill prstDash custDash round bevel miter headEnd tailEnd",
  xfrm: "off ext chOff chExt",
  chartSpace:
    "date1904 lang roundedCorners AlternateContent style clrMapOvr pivotSource protection chart spPr txPr externalData printSettings userShapes extLst",
  chart:
    "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs extLst",
  title: "tx layout overlay spPr txPr",
  legend: "legendPos legendEntry layout overlay spPr txPr",
  barChart: "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId extLst",
  bar3DChart: "barDir grouping varyColors ser dLbls gapWidth gapDepth shape axId extLst",
  lineChart: LINES,
  line3DChart: LINES,
  areaChart: LINES,
  area3DChart: LINES,
  pieChart: "varyColors ser dLbls firstSliceAng extLst",
  pie3DChart: "varyColors ser dLbls extLst",
  ofPieChart:
    "ofPieType varyColors ser dLbls gapWidth splitType splitPos custSplit secondPieSize serLines extLst",
  doughnutChart: "varyColors ser dLbls firstSliceAng holeSize extLst",
  scatterChart: "scatterStyle varyColors ser dLbls axId extLst",
  bubbleChart: "varyColors ser dLbls bubble3D bubbleScale showNegBubbles sizeRepresents axId extLst",
  radarChart: "radarStyle varyColors ser dLbls axId extLst",
  ser: SERIES,
  dPt: "idx invertIfNegative marker bubble3D explosion spPr",
  dLbls:
    "dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator showLeaderLines leaderLines extLst",
  dLbl: "idx delete layout tx numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator extLst",
  marker: "symbol size spPr",
  scaling: "logBase orientation max min",
  catAx: `${AXIS} auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl`,
  dateAx: `${AXIS} auto lblOffset baseTimeUnit majorUnit majorTimeUnit minorUnit minorTimeUnit`,
  valAx: `${AXIS} crossBetween majorUnit minorUnit dispUnits`,
  serAx: `${AXIS} tickLblSkip tickMarkSkip`,
  plotArea:
    "layout barChart bar3DChart lineChart line3DChart areaChart area3DChart pieChart pie3DChart ofPieChart doughnutChart scatterChart bubbleChart radarChart catAx valAx dateAx serAx dTable spPr",
  rPr: "ln noFill solidFill gradFill effectLst highlight latin ea cs sym hlinkClick",
  defRPr: "ln noFill solidFill gradFill effectLst highlight latin ea cs sym hlinkClick",
};

/** 図形の並びや、グラフの種類と軸のように、決まった順のない親. */
const ANY: ReadonlySet<string> = new Set(["plotArea"]);

const wrongIn = (branch: Branch): readonly string[] => {
  const order = ORDER[branch.name]?.split(" ");
  const inside = branch.children.flatMap(wrongIn);
  if (!order || (branch.name === "ext" && branch.attributes.has("uri"))) return inside;
  const places = branch.children.map(({ name }) => order.indexOf(name));
  const unknown = branch.children
    .filter((_, at) => places[at] === -1)
    .map(({ name }) => `${branch.name}/${name}`);
  const disordered = ANY.has(branch.name)
    ? []
    : places.flatMap((place, at) =>
        at > 0 && place < (places[at - 1] ?? 0) ? [`${branch.name}/${branch.children[at]?.name}`] : [],
      );
  return [...unknown, ...disordered, ...inside];
};

/** 順の違う要素と、そこにあってはならない要素. */
export const disorder = (parts: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(parts)
    .filter(([name]) => name.endsWith(".xml") && !name.startsWith("customXml"))
    .flatMap(([name, text]) => wrongIn(readXml(strToU8(text), name, 100)).map((each) => `${name}：${each}`));
