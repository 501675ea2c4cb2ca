/** Properties of many cells, rows or columns in one call, as plain data: what is asked for is answered, what is given is set. */
import { createConditionalLooks } from "../../conditional/look";
import { draftOf, readCell, sheetIn, writeCell, type Draft } from "../../model/draft";
import { styleOf } from "../../model/looks/effective";
import { cellAt } from "../../model/cells/grid";
import { columnsOf, rectangle, rowsOf, type Rectangle } from "../../model/cells/rectangle";
import { restyled, type Style } from "../../model/looks/style";
import { refuse } from "../../refusal";
import type { RangeRef } from "../../session";
import type { Arguments, MethodMember, ObjectType, Turn } from "../../wire/object-type";
import { findMember } from "../../wire/query";
import { plainObject } from "../arguments";
import { range } from "./range";
import { addressOf, cellsOfRange, rangeRef } from "./address";
import { rangeFormat } from "./format";
import { rangeBorder } from "./borders";
import { formatProtection, rangeFill, rangeFont } from "./font-fill";
import { lookOf } from "./look-ref";
import { isUnbounded } from "./values";

type Plain = Readonly<Record<string, unknown>>;

const BORDERS: Readonly<Record<string, string>> = {
  top: "EdgeTop",
  bottom: "EdgeBottom",
  left: "EdgeLeft",
  right: "EdgeRight",
  horizontal: "InsideHorizontal",
  vertical: "InsideVertical",
  diagonalDown: "DiagonalDown",
  diagonalUp: "DiagonalUp",
};

/** An object's scalars by their names; `part` names the object in a refusal. */
interface Part {
  readonly type: ObjectType;
  readonly ref: unknown;
  readonly part: string;
}

const scalarOf = ({ type, part }: Part, key: string) =>
  findMember(type.scalars, key)?.member ??
  refuse("ApiNotFound", `${part}.${key}: the workbench does not implement this property of cells.`);

const asked = (part: Part, options: unknown, turn: Turn): Plain => {
  const wanted = options === true ? Object.keys(part.type.scalars ?? {}) : wantedKeys(options);
  return Object.fromEntries(wanted.map((key) => [key, scalarOf(part, key).get(part.ref, turn)]));
};

const wantedKeys = (options: unknown): readonly string[] =>
  Object.entries(plainObject(options))
    .filter(([, wanted]) => wanted !== false && wanted !== null && wanted !== undefined)
    .map(([key]) => key);

const given = (part: Part, values: unknown, turn: Turn): void => {
  for (const [key, value] of Object.entries(plainObject(values))) {
    if (value === undefined || value === null) continue;
    const { set } = scalarOf(part, key);
    if (!set) refuse("InvalidArgument");
    set?.(part.ref, value, turn);
  }
};

const as = (type: unknown, ref: unknown, part: string): Part => ({ type: type as ObjectType, ref, part });

const partsOf = (ref: RangeRef) => {
  const look = lookOf(ref);
  return {
    own: as(range, ref, "CellProperties"),
    format: as(rangeFormat, look, "CellPropertiesFormat"),
    fill: as(rangeFill, look, "CellPropertiesFill"),
    font: as(rangeFont, look, "CellPropertiesFont"),
    protection: as(formatProtection, look, "CellPropertiesProtection"),
    border: (side: string) =>
      as(rangeBorder, { ...look, side: BORDERS[side] ?? refuse("InvalidArgument") }, "CellBorder"),
  };
};

const NESTED = ["fill", "font", "protection"] as const;
type Nested = (typeof NESTED)[number];
const isNested = (key: string): key is Nested => (NESTED as readonly string[]).includes(key);

/** The four edges of a border option are asked for together: `borders: { color: true }`. */
const askedBorders = (ref: RangeRef, options: unknown, turn: Turn): Plain =>
  Object.fromEntries(
    Object.keys(BORDERS).map((side) => [side, asked(partsOf(ref).border(side), options, turn)]),
  );

const askedFormat = (ref: RangeRef, options: unknown, turn: Turn): Plain => {
  const parts = partsOf(ref);
  const wanted = plainObject(options);
  return Object.fromEntries(
    wantedKeys(options).map((key) => {
      if (isNested(key)) return [key, asked(parts[key], wanted[key], turn)];
      if (key === "borders") return [key, askedBorders(ref, wanted[key], turn)];
      return [key, scalarOf(parts.format, key).get(parts.format.ref, turn)];
    }),
  );
};

const givenFormat = (ref: RangeRef, values: unknown, turn: Turn): void => {
  const parts = partsOf(ref);
  for (const [key, value] of Object.entries(plainObject(values))) {
    if (value === undefined || value === null) continue;
    if (isNested(key)) given(parts[key], value, turn);
    else if (key === "borders")
      for (const [side, look] of Object.entries(plainObject(value))) given(parts.border(side), look, turn);
    else given(parts.format, { [key]: value }, turn);
  }
};

const LINE_KEYS: readonly string[] = ["rowHidden", "columnHidden", "rowIndex", "columnIndex"];
const OWN_KEYS: readonly string[] = ["address", "addressLocal", "hidden", "hyperlink", "style", ...LINE_KEYS];

const read = (ref: RangeRef, options: unknown, turn: Turn): Plain =>
  Object.fromEntries(
    wantedKeys(options).map((key) => {
      if (key === "format") return [key, askedFormat(ref, plainObject(options).format, turn)];
      if (!OWN_KEYS.includes(key)) scalarOf({ ...partsOf(ref).own, type: NO_MEMBERS }, key);
      if (key === "address" || key === "addressLocal") return [key, addressOf(turn.draft.book, ref)];
      return [key, scalarOf(partsOf(ref).own, key).get(ref, turn)];
    }),
  );

const NO_MEMBERS: ObjectType = { name: "CellProperties" };
const SETTABLE: readonly string[] = ["hyperlink", "style", "rowHidden", "columnHidden"];

const write = (ref: RangeRef, values: unknown, turn: Turn): void => {
  // A style goes first: what is said beside it goes over it.
  const { style, ...rest } = plainObject(values);
  for (const [key, value] of [["style", style] as const, ...Object.entries(rest)]) {
    if (value === undefined || value === null) continue;
    if (key === "format") givenFormat(ref, value, turn);
    else if (SETTABLE.includes(key)) given(partsOf(ref).own, { [key]: value }, turn);
    else scalarOf({ ...partsOf(ref).own, type: NO_MEMBERS }, key);
  }
};

type Split = (area: Rectangle) => readonly (readonly Rectangle[])[];

const cells: Split = (area) =>
  Array.from({ length: rowsOf(area) }, (_, row) =>
    Array.from({ length: columnsOf(area) }, (__, column) => rectangle(area.top + row, area.left + column)),
  );
const rows: Split = (area) =>
  Array.from({ length: rowsOf(area) }, (_, row) => [
    { ...area, top: area.top + row, bottom: area.top + row },
  ]);
const columns: Split = (area) => [
  Array.from({ length: columnsOf(area) }, (_, column) => ({
    ...area,
    left: area.left + column,
    right: area.left + column,
  })),
];

const bounded = (ref: RangeRef, draft: Draft): Rectangle => {
  const area = cellsOfRange(ref);
  sheetIn(draft, ref.sheet);
  return isUnbounded(area) ? refuse("InvalidArgument") : area;
};

const reading =
  (split: Split, flat: boolean): MethodMember<RangeRef> =>
  (ref: RangeRef, args: Arguments, turn: Turn) => {
    const found = split(flat ? cellsOfRange(ref) : bounded(ref, turn.draft)).map((line) =>
      line.map((area) => read(rangeRef(ref.sheet, area), args[0], turn)),
    );
    return flat ? found.flat() : found;
  };

const MISSHAPEN =
  "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";

const writing =
  (split: Split, flat: boolean): MethodMember<RangeRef> =>
  (ref: RangeRef, args: Arguments, turn: Turn) => {
    const area = flat ? cellsOfRange(ref) : bounded(ref, turn.draft);
    const lines = split(area);
    const wanted: readonly unknown[] = Array.isArray(args[0]) ? args[0] : refuse("InvalidArgument");
    const values: readonly unknown[] = flat ? wanted : wanted.flat();
    const places = lines.flat();
    const fits =
      values.length === places.length &&
      (flat || (wanted.length === lines.length && wanted.every((line) => Array.isArray(line))));
    if (!fits) refuse("InvalidArgument", MISSHAPEN);
    places.forEach((place, at) => {
      const one = values[at];
      if (one !== undefined && one !== null) write(rangeRef(ref.sheet, place), one, turn);
    });
  };

/** As the cells are seen: with what the conditional formats lay over them. */
const displayed: MethodMember<RangeRef> = (ref: RangeRef, args: Arguments, turn: Turn) => {
  const area = bounded(ref, turn.draft);
  const { look } = createConditionalLooks()(turn.draft.book, ref.sheet);
  const seen = draftOf(turn.draft.book);
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const over = look(row, column);
      if (over) overlay(seen, ref.sheet, row, column, over);
    }
  }
  return getCellProperties(ref, args, { ...turn, draft: seen });
};

const overlay = (seen: Draft, sheet: string, row: number, column: number, over: Style): void => {
  const held = sheetIn(seen, sheet);
  const own = styleOf(held, cellAt(held.grid, row, column), row, column);
  const borders = { ...own?.borders, ...over.borders };
  const ground = over.fillColor === undefined ? {} : { fillPattern: "Solid" };
  const cell = readCell(seen, sheet, row, column);
  writeCell(seen, sheet, row, column, {
    ...cell,
    style: restyled(own, { ...ground, ...over, borders }) ?? {},
  });
};

const getCellProperties = reading(cells, false);

/** Range's own members of this kind. */
export const cellPropertyMethods = {
  getDisplayedCellProperties: displayed,
  getCellProperties,
  getRowProperties: reading(rows, true),
  getColumnProperties: reading(columns, true),
  setCellProperties: writing(cells, false),
  setRowProperties: writing(rows, true),
  setColumnProperties: writing(columns, true),
};
