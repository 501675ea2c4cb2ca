/** WorkbookRangeAreas: cells on several sheets at once, as precedents and dependents are told. */
import type { Place } from "../../model/book";
import { sheetById, sheetByName } from "../../model/book";
import { dependentsOf, precedentsOf } from "../../model/formulas/tracing";
import { refuse } from "../../refusal";
import type { RangeRef } from "../../session";
import {
  handle,
  objectType,
  type Arguments,
  type Handle,
  type ObjectType,
  type Turn,
} from "../../wire/object-type";
import { text } from "../arguments";
import { addressOf, cellsOfRange, rangeRef } from "./address";
import { rangeAreas, rangeCollection } from "./areas";

interface PlacesRef {
  readonly areas: readonly RangeRef[];
  reference?: string;
}

const bySheet = (ref: PlacesRef): readonly (readonly RangeRef[])[] => {
  const sheets = new Map<string, RangeRef[]>();
  for (const one of ref.areas) sheets.set(one.sheet, [...(sheets.get(one.sheet) ?? []), one]);
  return [...sheets.values()];
};

const rangeAreasCollection: ObjectType<PlacesRef> = objectType<PlacesRef>("RangeAreasCollection", {
  items: (ref) => bySheet(ref).map((areas) => handle(rangeAreas, { areas })),
});

export const workbookRangeAreas: ObjectType<PlacesRef> = objectType<PlacesRef>("WorkbookRangeAreas", {
  identity: (ref) => (ref.reference === undefined ? {} : { _ReferenceId: ref.reference }),
  scalars: {
    addresses: {
      get: (ref, { draft }) =>
        bySheet(ref).map((areas) => areas.map((one) => addressOf(draft.book, one)).join(",")),
    },
  },
  objects: {
    areas: (ref: PlacesRef) => handle(rangeAreasCollection, ref),
    ranges: (ref: PlacesRef) => handle(rangeCollection, ref),
  },
  methods: {
    getRangeAreasBySheet: (ref: PlacesRef, args: Arguments, { draft }: Turn) => {
      const key = text(args[0]);
      const sheet = sheetById(draft.book, key) ?? sheetByName(draft.book, key);
      const areas = ref.areas.filter((one) => one.sheet === sheet?.id);
      return areas.length === 0 ? refuse("ItemNotFound") : handle(rangeAreas, { areas });
    },
    getRangeAreasOrNullObjectBySheet: (ref: PlacesRef, args: Arguments, { draft }: Turn) => {
      const key = text(args[0]);
      const sheet = sheetById(draft.book, key) ?? sheetByName(draft.book, key);
      const areas = ref.areas.filter((one) => one.sheet === sheet?.id);
      return areas.length === 0 ? null : handle(rangeAreas, { areas });
    },
  },
});

const told = (places: readonly Place[]): Handle =>
  places.length === 0
    ? refuse("ItemNotFound")
    : handle(workbookRangeAreas, { areas: places.map(({ sheet, area }) => rangeRef(sheet, area)) });

const tracing =
  (trace: typeof precedentsOf, all: boolean) =>
  (ref: RangeRef, _: Arguments, { draft }: Turn): Handle =>
    told(trace(draft.book, { sheet: ref.sheet, area: cellsOfRange(ref) }, all));

/** Range's own members of this kind. */
export const tracingMethods = {
  getDirectPrecedents: tracing(precedentsOf, false),
  getPrecedents: tracing(precedentsOf, true),
  getDirectDependents: tracing(dependentsOf, false),
  getDependents: tracing(dependentsOf, true),
};
