/** The mark in the corner of a cell that somebody commented on. */
import { InterceptorEffectEnum, type ICellDataForSheetInterceptor, type Injector } from "@univerjs/presets";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/presets/preset-sheets-core";
import { sheetById, type Book } from "../../host/model/book";
import type { Comment } from "../../host/model/attached/comment";

/** Settled ones are paler. */
const open = { size: 8, color: "#7F3FBF" };
const settled = { size: 8, color: "#B9A3CF" };

const places = new WeakMap<readonly Comment[], ReadonlyMap<number, Comment>>();
const byPlace = (comments: readonly Comment[]): ReadonlyMap<number, Comment> => {
  const known = places.get(comments);
  if (known) return known;
  const made = new Map(comments.map((one) => [one.row * 16_384 + one.column, one]));
  places.set(comments, made);
  return made;
};

export function markComments(injector: Injector, book: () => Book): void {
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Style,
    priority: 9,
    handler: (cell, { subUnitId, row, col }, next) => {
      const comments = sheetById(book(), subUnitId)?.comments ?? [];
      const comment = comments.length > 0 ? byPlace(comments).get(row * 16_384 + col) : undefined;
      if (!comment) return next(cell);
      const marked: ICellDataForSheetInterceptor = {
        ...cell,
        markers: { ...cell?.markers, tr: comment.resolved ? settled : open },
      };
      return next(marked);
    },
  });
}
