/** The theme of a workbook written here: the colours and fonts a Japanese Excel begins with, which charts point at. */
import { documentOf, element } from "./markup";

const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";

const COLOURS = [
  ["dk1", "000000"],
  ["lt1", "FFFFFF"],
  ["dk2", "44546A"],
  ["lt2", "E7E6E6"],
  ["accent1", "4472C4"],
  ["accent2", "ED7D31"],
  ["accent3", "A5A5A5"],
  ["accent4", "FFC000"],
  ["accent5", "5B9BD5"],
  ["accent6", "70AD47"],
  ["hlink", "0563C1"],
  ["folHlink", "954F72"],
] as const;

const fonts = (name: string, typeface: string): string =>
  element(`a:${name}`, {}, [
    element("a:latin", { typeface }),
    element("a:ea", { typeface: "" }),
    element("a:cs", { typeface: "" }),
    element("a:font", { script: "Jpan", typeface }),
  ]);

const FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const line = (w: number): string =>
  element("a:ln", { w, cap: "flat", cmpd: "sng", algn: "ctr" }, [
    FILL,
    element("a:prstDash", { val: "solid" }),
  ]);
const NO_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>";

export const THEME = documentOf(
  element("a:theme", { "xmlns:a": DRAWING, name: "Office" }, [
    element("a:themeElements", {}, [
      element(
        "a:clrScheme",
        { name: "Office" },
        COLOURS.map(([name, val]) => element(`a:${name}`, {}, element("a:srgbClr", { val }))),
      ),
      element("a:fontScheme", { name: "Office" }, [
        fonts("majorFont", "游ゴシック Light"),
        fonts("minorFont", "游ゴシック"),
      ]),
      element("a:fmtScheme", { name: "Office" }, [
        element("a:fillStyleLst", {}, FILL.repeat(3)),
        element("a:lnStyleLst", {}, [line(6350), line(12_700), line(19_050)]),
        element("a:effectStyleLst", {}, NO_EFFECT.repeat(3)),
        element("a:bgFillStyleLst", {}, FILL.repeat(3)),
      ]),
    ]),
    "<a:objectDefaults/><a:extraClrSchemeLst/>",
  ]),
);
