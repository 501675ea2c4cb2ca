/** Range.hyperlink: where a cell leads, and the text it shows for that. */
import { sheetIn } from "../../model/draft";
import { linkAt, setLink } from "../../model/attached/links";
import { cellAt } from "../../model/cells/grid";
import { rectangle } from "../../model/cells/rectangle";
import { enter } from "../../model/entry/enter";
import { asWireValue } from "../../model/cells/cell";
import { refuse } from "../../refusal";
import type { RangeRef } from "../../session";
import type { Scalar } from "../../wire/object-type";
import { optionalText, plainObject } from "../arguments";
import { cellsOfRange } from "./address";

export const hyperlink: Scalar<RangeRef> = {
  get: (ref, { draft }) => {
    const { top, left } = cellsOfRange(ref);
    const sheet = sheetIn(draft, ref.sheet);
    const link = linkAt(sheet.links, top, left);
    if (!link) return null;
    const { area: _, ...target } = link;
    return { ...target, textToDisplay: String(asWireValue(cellAt(sheet.grid, top, left)?.value ?? null)) };
  },
  set: (ref, value, { draft }) => {
    const given = plainObject(value);
    const address = optionalText(given.address);
    const documentReference = optionalText(given.documentReference);
    const screenTip = optionalText(given.screenTip);
    const shown = optionalText(given.textToDisplay);
    if (address === undefined && documentReference === undefined) refuse("InvalidArgument");
    const area = cellsOfRange(ref);
    const { top, left } = area;
    const old = cellAt(sheetIn(draft, ref.sheet).grid, top, left);
    const blank = (old?.value ?? null) === null;
    const text = shown ?? (blank ? (address ?? documentReference) : undefined);
    if (text !== undefined)
      enter(draft, ref.sheet, rectangle(top, left), [
        [{ ready: { value: text, ...(old?.style ? { style: old.style } : {}) } }],
      ]);
    setLink(draft, ref.sheet, area, {
      ...(address === undefined ? {} : { address }),
      ...(documentReference === undefined ? {} : { documentReference }),
      ...(screenTip === undefined ? {} : { screenTip }),
    });
  },
};
