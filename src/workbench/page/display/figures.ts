/** Bars and icons of conditional formats, drawn in their cells over the ground and under the text. */
import type { IRange, ICellDataForSheetInterceptor, IScale } from "@univerjs/presets";
import {
  SheetExtension,
  SpreadsheetExtensionRegistry,
  type SpreadsheetSkeleton,
  type UniverRenderingContext,
} from "@univerjs/presets/preset-sheets-core";
import type { Figure } from "../../host/conditional/look";
import type { Bar } from "../../host/conditional/data-bar";
import { drawGlyph, glyphOf } from "./icons";

/** A cell as Univer is given it while it draws. */
export interface FiguredCell extends ICellDataForSheetInterceptor {
  figure?: Figure;
}

/** What an icon takes of its cell on the left, in pixels. */
export const iconRoom = 18;

interface Box {
  readonly startX: number;
  readonly startY: number;
  readonly endX: number;
  readonly endY: number;
}

const margin = 2;

function drawBar(pen: UniverRenderingContext, bar: Bar, box: Box): void {
  const width = box.endX - box.startX - 2 * margin;
  const left = box.startX + margin + width * bar.from;
  const long = width * (bar.to - bar.from);
  const [top, high] = [box.startY + margin, box.endY - box.startY - 2 * margin];
  if (long > 0 && high > 0) {
    if (bar.gradient) {
      const [strong, faint] = bar.leftward ? [left + long, left] : [left, left + long];
      const fading = pen.createLinearGradient(strong, top, faint, top);
      fading.addColorStop(0, bar.color);
      fading.addColorStop(1, `${bar.color}33`);
      pen.fillStyle = fading;
    } else pen.fillStyle = bar.color;
    pen.fillRect(left, top, long, high);
    if (bar.borderColor !== undefined) {
      pen.strokeStyle = bar.borderColor;
      pen.lineWidth = 1;
      pen.strokeRect(left + 0.5, top + 0.5, Math.max(0, long - 1), Math.max(0, high - 1));
    }
  }
  if (bar.axis === undefined) return;
  pen.fillStyle = bar.axisColor;
  pen.fillRect(Math.round(box.startX + margin + width * bar.axis), box.startY + 1, 1, high + 2);
}

function drawIcon(pen: UniverRenderingContext, { set, index }: { set: string; index: number }, box: Box) {
  const glyph = glyphOf(set, index);
  const size = Math.min(14, box.endY - box.startY - 4, box.endX - box.startX - 4);
  if (!glyph || size <= 2) return;
  drawGlyph(pen, glyph, box.startX + 3 + size / 2, (box.startY + box.endY) / 2, size);
}

class CellFigures extends SheetExtension {
  override uKey = "workbench.figures";
  /** Univer's ground is at 21, its text at 45. */
  override Z_INDEX = 30;

  override draw(
    pen: UniverRenderingContext,
    _scale: IScale,
    skeleton: SpreadsheetSkeleton,
    changed?: IRange[],
  ): void {
    const { worksheet } = skeleton;
    const ranges = changed?.length ? changed : [skeleton.rowColumnSegment];
    const merged = new Set<string>();
    for (const range of ranges) {
      for (let row = range.startRow; row <= range.endRow; row += 1) {
        if (!worksheet.getRowVisible(row)) continue;
        for (let column = range.startColumn; column <= range.endColumn; column += 1) {
          if (!worksheet.getColVisible(column)) continue;
          const place = skeleton.getCellWithCoordByIndex(row, column, false);
          const whole = place.isMerged || place.isMergedMainCell;
          const { startRow, startColumn } = place.mergeInfo;
          const cell = worksheet.getCell(whole ? startRow : row, whole ? startColumn : column);
          const figure = (cell as FiguredCell | null)?.figure;
          if (!figure) continue;
          const key = `${startRow}|${startColumn}`;
          if (whole && merged.has(key)) continue;
          merged.add(key);
          pen.save();
          if (figure.bar) drawBar(pen, figure.bar, whole ? place.mergeInfo : place);
          if (figure.icon) drawIcon(pen, figure.icon, whole ? place.mergeInfo : place);
          pen.restore();
        }
      }
    }
  }
}

/** Before the spreadsheet is made: it asks once what there is to draw with. */
export const drawFigures = (): void => SpreadsheetExtensionRegistry.add(CellFigures);
