/** What floats over a sheet, as the parts of a file: a drawing, its charts, its pictures. */
import { strToU8 } from "fflate";
import type { Book } from "../../model/book";
import type { Shape } from "../../model/attached/shape";
import type { Sheet } from "../../model/sheets/sheet";
import { documentOf, element, RELATIONS } from "../markup";
import type { PackageWriter } from "../package-writer";
import type { PartKind } from "../package-words";
import type { ProblemList } from "../problems";
import { anchored, toUnits, type Box } from "./anchor";
import { chartDocument } from "./write-chart";
import { identity, shapeElement, type ShapeWriting } from "./write-shape";

const SHEET_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";

const IMAGES: Readonly<Record<string, readonly [PartKind, string]>> = {
  PNG: ["png", "png"],
  JPEG: ["jpeg", "jpeg"],
  GIF: ["gif", "gif"],
  BMP: ["bmp", "bmp"],
  SVG: ["svg", "svg"],
};

/** One see-through dot: what a program sees that does not know SVG. */
const NOTHING_TO_SEE =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==";

/** Numbers of parts run through the whole workbook. */
export interface Numbering {
  drawings: number;
  charts: number;
  /** By what is in them: a picture used twice is kept once. */
  readonly images: Map<string, string>;
}
export const newNumbering = (): Numbering => ({ drawings: 0, charts: 0, images: new Map() });

const bytesOf = (base64: string): Uint8Array => strToU8(atob(base64), true);

const imagePart = (file: PackageWriter, from: string, numbers: Numbering, format: string, base64: string) => {
  const [kind, ending] = IMAGES[format] ?? [];
  if (kind === undefined || ending === undefined) return undefined;
  const known = numbers.images.get(base64);
  if (known !== undefined) return file.point(from, kind, known);
  const name = `xl/media/image${numbers.images.size + 1}.${ending}`;
  numbers.images.set(base64, name);
  return file.add(from, kind, name, bytesOf(base64));
};

/** The box a turned shape takes: nearer to lying than to standing, width and height change places. */
const takenBy = (shape: Shape): Box => {
  const turn = ((shape.rotation % 180) + 180) % 180;
  if (turn < 45 || turn >= 135) return shape;
  const { left, top, width, height } = shape;
  return { left: left + (width - height) / 2, top: top + (height - width) / 2, width: height, height: width };
};

const listed = (paths: readonly string[]): string =>
  paths.length > 3 ? `${paths.slice(0, 3).join("、")} など` : paths.join("、");

const KEEP_ALSO = "残すには、ワークベンチの形式（.workbench.json）でも保存してください。";

/** The relationship of the sheet to its drawing; undefined where nothing floats over it. */
export const writeDrawing = (
  file: PackageWriter,
  part: string,
  book: Book,
  sheet: Sheet,
  numbers: Numbering,
  problems: ProblemList,
): string | undefined => {
  if (sheet.charts.length === 0 && sheet.shapes.length === 0) return undefined;
  numbers.drawings++;
  const drawing = `xl/drawings/drawing${numbers.drawings}.xml`;
  let number = 1;
  const charts = sheet.charts.map((chart) => {
    number++;
    const written = chartDocument(book, chart);
    if (!written) {
      problems.add(
        `グラフ「${chart.name}」（${chart.chartType}）`,
        sheet.name,
        `この種類のグラフは .xlsx に保存しません。${KEEP_ALSO}`,
      );
      return "";
    }
    if (written.lost.length > 0)
      problems.add(
        `グラフ「${chart.name}」の一部の設定（${listed(written.lost)}）`,
        sheet.name,
        `.xlsx には保存しません。${KEEP_ALSO}`,
      );
    numbers.charts++;
    const id = file.add(drawing, "chart", `xl/charts/chart${numbers.charts}.xml`, written.xml);
    const { left, top, width, height } = chart;
    return anchored(
      sheet,
      chart,
      String(chart.properties.placement ?? "TwoCell"),
      element("xdr:graphicFrame", { macro: "" }, [
        element("xdr:nvGraphicFramePr", {}, [identity(number, chart), "<xdr:cNvGraphicFramePr/>"]),
        element("xdr:xfrm", {}, [
          element("a:off", { x: toUnits(left), y: toUnits(top) }),
          element("a:ext", { cx: toUnits(width), cy: toUnits(height) }),
        ]),
        element(
          "a:graphic",
          {},
          element("a:graphicData", { uri: CHART }, element("c:chart", { "xmlns:c": CHART, "r:id": id })),
        ),
      ]),
    );
  });
  const numbersOf = new Map(sheet.shapes.map(({ id }) => [id, ++number] as const));
  const writing: ShapeWriting = {
    numberOf: (id) => numbersOf.get(id),
    shapeById: (id) => sheet.shapes.find((shape) => shape.id === id),
    picture: ({ picture }) => {
      if (!picture) return undefined;
      if (picture.format !== "SVG") {
        const embed = imagePart(file, drawing, numbers, picture.format, picture.base64);
        return embed === undefined ? undefined : { embed };
      }
      const embed = imagePart(file, drawing, numbers, "PNG", NOTHING_TO_SEE);
      const svg = imagePart(file, drawing, numbers, "SVG", picture.base64);
      return embed === undefined || svg === undefined ? undefined : { embed, svg };
    },
    lose: ({ name }, paths) =>
      problems.add(
        `図形「${name}」の一部の設定（${listed(paths)}）`,
        sheet.name,
        `.xlsx には保存しません。${KEEP_ALSO}`,
      ),
  };
  const members = new Set(sheet.shapes.flatMap((shape) => shape.members ?? []));
  const shapes = sheet.shapes
    .filter(({ id }) => !members.has(id))
    .map((shape) => {
      const content = shapeElement(shape, writing);
      if (content === "") {
        problems.add(`図形「${shape.name}」`, sheet.name, `.xlsx には保存しません。${KEEP_ALSO}`);
        return "";
      }
      return anchored(sheet, takenBy(shape), String(shape.properties.placement ?? "TwoCell"), content);
    });
  const root = element("xdr:wsDr", { "xmlns:xdr": SHEET_DRAWING, "xmlns:a": DRAWING, "xmlns:r": RELATIONS }, [
    ...charts,
    ...shapes,
  ]);
  return file.add(part, "drawing", drawing, documentOf(root));
};
