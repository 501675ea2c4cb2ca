/** What floats over a file's sheet: its charts and its shapes. */
import type { Chart } from "../../model/charts/chart";
import type { Shape } from "../../model/attached/shape";
import type { Sheet } from "../../model/sheets/sheet";
import type { Theme } from "../colors";
import type { Limits } from "../limits";
import type { Parts } from "../package-reader";
import type { ProblemList } from "../problems";
import { childOf, type Branch } from "../xml";
import { readAnchor } from "./anchor";
import { unlike } from "./kept";
import type { SheetIds } from "./chart-sources";
import { readChart } from "./read-chart";
import { joined, namedPart, readShape, type ShapeReading } from "./read-shape";

export interface DrawingReading {
  readonly parts: Parts;
  /** The sheet's name. */
  readonly sheet: string;
  readonly theme: Theme;
  readonly sheets: SheetIds;
  readonly takeId: (wanted: string | undefined) => string;
  readonly limits: Limits;
  readonly problems: ProblemList;
  /** Drawn things of the whole workbook, counted on. */
  readonly count: { drawn: number };
}

const LEFT_OUT = "入れませんでした。必要なら作り直してください。";

const base64Of = (bytes: Uint8Array): string => {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
};

export const readDrawing = (
  part: string,
  grid: Pick<Sheet, "rows" | "columns" | "standardWidth">,
  reading: DrawingReading,
): { readonly charts: readonly Chart[]; readonly shapes: readonly Shape[] } => {
  const { parts, sheet, problems, theme, takeId, count, limits } = reading;
  const relations = parts.relations(part);
  const target = (id: string | undefined): string | undefined => {
    const found = relations.find((each) => each.id === id);
    return found && !found.external && parts.has(found.target) ? found.target : undefined;
  };
  const more = (): boolean => {
    count.drawn++;
    if (count.drawn <= limits.drawn) return true;
    problems.add(
      `グラフ・図形・画像のうち、${limits.drawn.toLocaleString("ja-JP")} 個を超える分`,
      "",
      "入れませんでした。要らない図形を除いて保存し直してください。",
    );
    return false;
  };
  const shapeReading: ShapeReading = {
    theme,
    takeId,
    count: more,
    picture: (id) => {
      const image = target(id);
      return image === undefined ? undefined : base64Of(parts.bytes(image));
    },
    lose: (word, name) => problems.add(`${word}「${name}」`, sheet, LEFT_OUT),
  };
  const charts: Chart[] = [];
  const shapes: Shape[] = [];
  const numbers = new Map<number, string>();

  const takeChart = (frame: Branch, anchor: Branch): void => {
    const named = namedPart(frame);
    const id = childOf(childOf(childOf(frame, "graphic"), "graphicData"), "chart")?.attributes.get("id");
    const found = target(id);
    const words: string[] = [];
    const { box, placement } = readAnchor(anchor, grid);
    const chart =
      found === undefined || !more()
        ? undefined
        : readChart(
            parts.tree(found),
            { id: takeId(named.id), name: named.name, box },
            { theme, sheets: reading.sheets, takeId, lose: (word) => words.push(word) },
          );
    if (!chart) {
      problems.add(
        found === undefined
          ? `SmartArt などの図「${named.name}」`
          : `ここにはない種類のグラフ「${named.name}」`,
        sheet,
        LEFT_OUT,
      );
      return;
    }
    if (words.length > 0)
      problems.add(
        `グラフ「${named.name}」の${[...new Set(words)].join("・")}`,
        sheet,
        "外しました。グラフのほかのところは入れました。",
      );
    charts.push({
      ...chart,
      properties: { ...chart.properties, ...unlike("placement", placement, "TwoCell") },
    });
  };

  for (const anchor of parts.tree(part).children) {
    if (!/^(?:twoCell|oneCell|absolute)Anchor$/.test(anchor.name)) {
      if (anchor.name === "AlternateContent") problems.add("新しい種類の図形やスライサー", sheet, LEFT_OUT);
      continue;
    }
    const content = anchor.children.find(({ name }) => /^(?:sp|cxnSp|pic|grpSp|graphicFrame)$/.test(name));
    if (!content) {
      // A newer kind of chart hides in here.
      problems.add("新しい種類のグラフや図形", sheet, LEFT_OUT);
      continue;
    }
    if (content.name === "graphicFrame") {
      takeChart(content, anchor);
      continue;
    }
    const { box, placement } = readAnchor(anchor, grid);
    const read = readShape(
      content,
      box,
      (each) => each,
      unlike("placement", placement, "TwoCell"),
      numbers,
      shapeReading,
    );
    if (read) shapes.push(...read.shapes);
  }
  return { charts, shapes: joined(shapes, numbers) };
};
