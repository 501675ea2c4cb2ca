/** RangeFormat with its fill, font, borders and protection. */
import { applyStyle, restyle, updateColumns, updateRows } from "../model/looks/appearance";
import { assertAllowed } from "../model/guard";
import { sheetIn } from "../model/draft";
import { isWholeColumns, isWholeRows, type Rectangle } from "../model/cells/rectangle";
import { DEFAULT_ROW_HEIGHT, usualColumnWidth, type Line } from "../model/sheets/sheet";
import {
  NO_BORDER,
  restyled,
  styleValue,
  type Border,
  type Edge,
  type FullStyle,
  type Style,
} from "../model/looks/style";
import { agreed } from "../model/cells/uniform";
import { refuse } from "../refusal";
import type { RangeRef } from "../session";
import { handle, objectType, type ObjectType, type Scalar, type Turn } from "../wire/object-type";
import { anyNumber, flag, oneOf, text, wholeNumber } from "./arguments";
import { autofitColumns, autofitRows } from "../model/looks/autofit";
import { HORIZONTAL, LINES, PATTERNS, READING, SIDES, UNDERLINE, VERTICAL, WEIGHTS } from "./looks";
import { cellsOfRange } from "./range-address";
import { colorFrom } from "./color";

/** Formats speak of one range, or of several at once (RangeAreas). */
export interface LookRef {
  readonly areas: readonly RangeRef[];
}

export const lookOf = (ref: RangeRef): LookRef => ({ areas: [ref] });

const eachArea = ({ areas }: LookRef, visit: (sheet: string, area: Rectangle) => void): void => {
  for (const ref of areas) visit(ref.sheet, cellsOfRange(ref));
};

const shared = <Value>(
  look: LookRef,
  turn: Turn,
  read: (style: Style | undefined) => Value,
): Value | null => {
  const found = look.areas.map((ref) => agreed(turn.draft.book, ref.sheet, cellsOfRange(ref), read));
  const [first] = found;
  return first !== undefined && found.every((value) => value === first) ? first : null;
};

const styled = <Key extends keyof FullStyle>(
  key: Key,
  read: (value: unknown) => FullStyle[Key],
  mixed: unknown = null,
): Scalar<LookRef> => ({
  get: (look, turn) => shared(look, turn, (style) => styleValue(style, key)) ?? mixed,
  set: (look, value, { draft }) => {
    if (value === null) return;
    const patch = { [key]: read(value) } as Style;
    eachArea(look, (sheet, area) => applyStyle(draft, sheet, area, patch));
  },
});

const sizes = (turn: Turn, look: LookRef, axis: "rows" | "columns"): number | null => {
  const found = look.areas.map((ref) => {
    const sheet = sheetIn(turn.draft, ref.sheet);
    const area = cellsOfRange(ref);
    const [first, last] = axis === "rows" ? [area.top, area.bottom] : [area.left, area.right];
    const standard = axis === "rows" ? DEFAULT_ROW_HEIGHT : usualColumnWidth(sheet);
    const lines = sheet[axis];
    const known = [...lines].filter(([index]) => index >= first && index <= last);
    const values = new Set(
      known.map(([, line]) => (line.hidden || line.filtered ? 0 : (line.size ?? standard))),
    );
    if (known.length < last - first + 1) values.add(standard);
    return values.size === 1 ? [...values][0] : undefined;
  });
  const [first] = found;
  return first !== undefined && found.every((value) => value === first) ? first : null;
};

const resize = (turn: Turn, look: LookRef, axis: "rows" | "columns", size: number | undefined): void => {
  const largest = axis === "rows" ? 409.5 : 1790;
  if (size !== undefined && (size < 0 || size > largest)) refuse("InvalidArgument");
  eachArea(look, (sheet, area) => {
    assertAllowed(turn.draft.book, sheet, axis === "rows" ? "allowFormatRows" : "allowFormatColumns");
    const change = (line: Line): Line => {
      const { size: _, ...rest } = line;
      return size === undefined ? rest : size === 0 ? { ...rest, hidden: true } : { ...rest, size };
    };
    if (axis === "rows") updateRows(turn.draft, sheet, area, change);
    else updateColumns(turn.draft, sheet, area, change);
    turn.draft.happenings.push({ kind: "formatChanged", sheet, area });
  });
};

const usesStandard = (turn: Turn, look: LookRef, axis: "rows" | "columns"): boolean =>
  look.areas.every((ref) => {
    const area = cellsOfRange(ref);
    const [first, last] = axis === "rows" ? [area.top, area.bottom] : [area.left, area.right];
    return ![...sheetIn(turn.draft, ref.sheet)[axis]].some(
      ([index, line]) => index >= first && index <= last && line.size !== undefined,
    );
  });

export const rangeFill: ObjectType<LookRef> = objectType<LookRef>("RangeFill", {
  scalars: {
    color: {
      get: (look, turn) => shared(look, turn, (style) => styleValue(style, "fillColor")) ?? "",
      set: (look, value, { draft }) => {
        const color = colorFrom(value);
        const patch: Style = { fillColor: color, fillPattern: "Solid" };
        eachArea(look, (sheet, area) => applyStyle(draft, sheet, area, patch));
      },
    },
    pattern: styled("fillPattern", (value) => oneOf(value, PATTERNS)),
    patternColor: styled("fillPatternColor", colorFrom, ""),
    tintAndShade: styled("fillTint", anyNumber),
    patternTintAndShade: styled("fillPatternTint", anyNumber),
  },
  methods: {
    clear: (look, _, { draft }) =>
      eachArea(look, (sheet, area) =>
        applyStyle(draft, sheet, area, {
          fillColor: "#FFFFFF",
          fillPattern: "None",
          fillPatternColor: "#000000",
          fillTint: 0,
          fillPatternTint: 0,
        }),
      ),
  },
});

export const rangeFont: ObjectType<LookRef> = objectType<LookRef>("RangeFont", {
  scalars: {
    name: styled("fontName", text),
    size: styled("fontSize", (value) => {
      const size = anyNumber(value);
      return size >= 1 && size <= 409 ? size : refuse("InvalidArgument");
    }),
    color: styled("fontColor", colorFrom, ""),
    bold: styled("bold", (value) => flag(value, false)),
    italic: styled("italic", (value) => flag(value, false)),
    underline: styled("underline", (value) => oneOf(value, UNDERLINE)),
    strikethrough: styled("strikethrough", (value) => flag(value, false)),
    subscript: styled("subscript", (value) => flag(value, false)),
    superscript: styled("superscript", (value) => flag(value, false)),
    tintAndShade: styled("fontTint", anyNumber),
  },
});

export const formatProtection: ObjectType<LookRef> = objectType<LookRef>("FormatProtection", {
  scalars: {
    locked: styled("locked", (value) => flag(value, true)),
    formulaHidden: styled("formulaHidden", (value) => flag(value, false)),
  },
});

type Side = (typeof SIDES)[number];

interface BorderRef extends LookRef {
  readonly side: Side;
}

/** The cells a side runs along, and which of their edges it is. */
const alongSide = (
  area: Rectangle,
  side: Side,
): readonly { readonly area: Rectangle; readonly edge: Edge }[] => {
  switch (side) {
    case "EdgeTop":
      return [{ area: { ...area, bottom: area.top }, edge: side }];
    case "EdgeBottom":
      // Where a sheet ends there is nothing to be seen of a border.
      return isWholeColumns(area) ? [] : [{ area: { ...area, top: area.bottom }, edge: side }];
    case "EdgeLeft":
      return [{ area: { ...area, right: area.left }, edge: side }];
    case "EdgeRight":
      return isWholeRows(area) ? [] : [{ area: { ...area, left: area.right }, edge: side }];
    case "InsideHorizontal":
      // Whole columns have their look in themselves, not in a million cells.
      if (isWholeColumns(area))
        return [
          { area, edge: "EdgeBottom" },
          { area, edge: "EdgeTop" },
        ];
      return area.top === area.bottom
        ? []
        : [
            { area: { ...area, bottom: area.bottom - 1 }, edge: "EdgeBottom" },
            { area: { ...area, top: area.top + 1 }, edge: "EdgeTop" },
          ];
    case "InsideVertical":
      if (isWholeRows(area))
        return [
          { area, edge: "EdgeRight" },
          { area, edge: "EdgeLeft" },
        ];
      return area.left === area.right
        ? []
        : [
            { area: { ...area, right: area.right - 1 }, edge: "EdgeRight" },
            { area: { ...area, left: area.left + 1 }, edge: "EdgeLeft" },
          ];
    default:
      return [{ area, edge: side }];
  }
};

const borderOf = (style: Style | undefined, edge: Edge): Border => style?.borders?.[edge] ?? NO_BORDER;

const borderScalar = <Key extends keyof Border>(
  key: Key,
  read: (value: unknown) => Border[Key],
  mixed: unknown,
): Scalar<BorderRef> => ({
  get: (ref, turn) => {
    const parts = ref.areas.flatMap((range) =>
      alongSide(cellsOfRange(range), ref.side)
        .slice(0, 1)
        .map(({ area, edge }) =>
          agreed(turn.draft.book, range.sheet, area, (style) => borderOf(style, edge)[key]),
        ),
    );
    const [first] = parts;
    if (parts.length === 0) return NO_BORDER[key];
    return first !== undefined && parts.every((part) => part === first) ? first : mixed;
  },
  set: (ref, value, { draft }) => {
    const part = read(value);
    for (const range of ref.areas) {
      for (const { area, edge } of alongSide(cellsOfRange(range), ref.side)) {
        const known = new Map<Style | undefined, Style | undefined>();
        restyle(draft, range.sheet, area, (style) => {
          if (known.has(style)) return known.get(style);
          const old = borderOf(style, edge);
          const drawn =
            key !== "style" && old.style === "None" && key !== "tintAndShade" ? { style: "Continuous" } : {};
          const border: Border = { ...old, ...drawn, [key]: part };
          const { [edge]: _, ...rest } = style?.borders ?? {};
          const next = restyled(style, {
            borders: border.style === "None" ? rest : { ...rest, [edge]: border },
          });
          known.set(style, next);
          return next;
        });
      }
      draft.happenings.push({ kind: "formatChanged", sheet: range.sheet, area: cellsOfRange(range) });
    }
  },
});

export const rangeBorder: ObjectType<BorderRef> = objectType<BorderRef>("RangeBorder", {
  identity: (ref) => ({ Id: ref.side }),
  scalars: {
    sideIndex: { get: (ref) => ref.side },
    style: borderScalar("style", (value) => oneOf(value, LINES), null),
    weight: borderScalar("weight", (value) => oneOf(value, WEIGHTS), null),
    color: borderScalar("color", colorFrom, ""),
    tintAndShade: borderScalar("tintAndShade", anyNumber, null),
  },
});

export const rangeBorders: ObjectType<LookRef> = objectType<LookRef>("RangeBorderCollection", {
  items: (look) => SIDES.map((side) => handle(rangeBorder, { ...look, side })),
  item: (look, key) => handle(rangeBorder, { ...look, side: oneOf(key, SIDES) }),
  scalars: {
    count: { get: () => SIDES.length },
    tintAndShade: {
      get: (look, turn) =>
        borderScalar("tintAndShade", anyNumber, null).get({ ...look, side: "EdgeTop" }, turn),
      set: (look, value, turn) => {
        for (const side of SIDES)
          borderScalar("tintAndShade", anyNumber, null).set?.({ ...look, side }, value, turn);
      },
    },
  },
});

export const rangeFormat: ObjectType<LookRef> = objectType<LookRef>("RangeFormat", {
  scalars: {
    horizontalAlignment: styled("horizontalAlignment", (value) => oneOf(value, HORIZONTAL)),
    verticalAlignment: styled("verticalAlignment", (value) => oneOf(value, VERTICAL)),
    wrapText: styled("wrapText", (value) => flag(value, false)),
    textOrientation: styled("textOrientation", (value) => {
      const angle = wholeNumber(value);
      return (angle >= -90 && angle <= 90) || angle === 180 ? angle : refuse("InvalidArgument");
    }),
    readingOrder: styled("readingOrder", (value) => oneOf(value, READING)),
    shrinkToFit: styled("shrinkToFit", (value) => flag(value, false)),
    indentLevel: styled("indentLevel", (value) => {
      const level = wholeNumber(value);
      return level >= 0 && level <= 250 ? level : refuse("InvalidArgument");
    }),
    autoIndent: styled("autoIndent", (value) => flag(value, false)),
    columnWidth: {
      get: (look, turn) => sizes(turn, look, "columns"),
      set: (look, value, turn) => resize(turn, look, "columns", anyNumber(value)),
    },
    rowHeight: {
      get: (look, turn) => sizes(turn, look, "rows"),
      set: (look, value, turn) => resize(turn, look, "rows", anyNumber(value)),
    },
    useStandardWidth: {
      get: (look, turn) => usesStandard(turn, look, "columns"),
      set: (look, value, turn) => {
        if (flag(value, false)) resize(turn, look, "columns", undefined);
      },
    },
    useStandardHeight: {
      get: (look, turn) => usesStandard(turn, look, "rows"),
      set: (look, value, turn) => {
        if (flag(value, false)) resize(turn, look, "rows", undefined);
      },
    },
  },
  objects: {
    fill: (look: LookRef) => handle(rangeFill, look),
    font: (look: LookRef) => handle(rangeFont, look),
    borders: (look: LookRef) => handle(rangeBorders, look),
    protection: (look: LookRef) => handle(formatProtection, look),
  },
  methods: {
    autofitColumns: (look: LookRef, _: unknown, { draft }: Turn) =>
      eachArea(look, (sheet, area) => autofitColumns(draft, sheet, area)),
    autofitRows: (look: LookRef, _: unknown, { draft }: Turn) =>
      eachArea(look, (sheet, area) => autofitRows(draft, sheet, area)),
    adjustIndent: (look: LookRef, args: readonly unknown[], { draft }: Turn) => {
      const by = wholeNumber(args[0]);
      eachArea(look, (sheet, area) => {
        restyle(draft, sheet, area, (style) => {
          const indentLevel = Math.min(250, Math.max(0, styleValue(style, "indentLevel") + by));
          return restyled(style, { indentLevel });
        });
        draft.happenings.push({ kind: "formatChanged", sheet, area });
      });
    },
  },
});
