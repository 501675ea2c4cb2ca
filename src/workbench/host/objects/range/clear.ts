/** What `clear` takes out of cells: contents, looks with their rules, links. */
import { clearLooks } from "../../model/looks/appearance";
import { clearConditionalFormats, clearValidations } from "../../model/looks/clear-rules";
import { emptyCells } from "../../model/entry/clear-by-hand";
import type { Draft } from "../../model/draft";
import { assertMayEdit, assertUnlocked } from "../../model/guard";
import { clearLinks } from "../../model/attached/links";
import { forgetPivotsIn } from "../../model/pivot/pivots";
import type { RangeRef } from "../../session";
import { oneOf } from "../arguments";
import { resetContents } from "./cell-control";
import { cellsOfRange } from "./address";

export const clearRange = (draft: Draft, ref: RangeRef, what: unknown): void => {
  const applyTo = oneOf(
    what,
    ["All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks", "ResetContents"],
    "All",
  );
  const area = cellsOfRange(ref);
  assertUnlocked(draft.book, ref.sheet, area);
  if (applyTo === "All" || applyTo === "Contents" || applyTo === "ResetContents") {
    forgetPivotsIn(draft, ref.sheet, area);
    assertMayEdit(draft.book, ref.sheet, area);
    emptyCells(draft, ref.sheet, area, applyTo === "ResetContents" ? resetContents : undefined);
  }
  if (applyTo === "All" || applyTo.endsWith("yperlinks"))
    clearLinks(draft, ref.sheet, area, applyTo === "RemoveHyperlinks");
  if (applyTo === "All") clearValidations(draft, ref.sheet, area);
  if (applyTo === "All" || applyTo === "Formats") {
    clearLooks(draft, ref.sheet, area);
    clearConditionalFormats(draft, ref.sheet, area);
    draft.happenings.push({ kind: "formatChanged", sheet: ref.sheet, area });
  }
};
