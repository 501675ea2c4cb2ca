/** Protection of a sheet and of the workbook. */
import { sheetIn, updateBook, updateSheet } from "../../model/draft";
import { refuse } from "../../refusal";
import { objectType, type ObjectType, type Arguments, type Turn } from "../../wire/object-type";
import { optionalText, plainObject } from "../arguments";

interface SheetRef {
  readonly id: string;
}

const OPTIONS = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: "Normal",
} as const;

const optionsFrom = (given: unknown): Readonly<Record<string, unknown>> => {
  if (given === null || given === undefined) return OPTIONS;
  const wanted = plainObject(given);
  for (const key of Object.keys(wanted)) if (!(key in OPTIONS)) refuse("InvalidArgument");
  return { ...OPTIONS, ...Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== null)) };
};

export const worksheetProtection: ObjectType<SheetRef> = objectType<SheetRef>("WorksheetProtection", {
  scalars: {
    protected: { get: (ref, { draft }) => sheetIn(draft, ref.id).protection !== undefined },
    options: { get: (ref, { draft }) => sheetIn(draft, ref.id).protection?.options ?? null },
  },
  methods: {
    protect: (ref: SheetRef, args: Arguments, { draft }: Turn) => {
      if (sheetIn(draft, ref.id).protection) refuse("AccessDenied");
      const password = optionalText(args[1]);
      const protection = { options: optionsFrom(args[0]), ...(password ? { password } : {}) };
      updateSheet(draft, ref.id, { protection });
      draft.happenings.push({ kind: "protection", sheet: ref.id, protected: true });
    },
    unprotect: (ref: SheetRef, args: Arguments, { draft }: Turn) => {
      const { protection } = sheetIn(draft, ref.id);
      // Nothing to take off is no fault (office-js#6784: an Excel that refused was mended): programs do it before they write.
      if (!protection) return;
      if (protection.password !== undefined && protection.password !== optionalText(args[0]))
        refuse("BadPassword");
      updateSheet(draft, ref.id, { protection: undefined });
      draft.happenings.push({ kind: "protection", sheet: ref.id, protected: false });
    },
  },
});

export const workbookProtection: ObjectType<null> = objectType<null>("WorkbookProtection", {
  scalars: { protected: { get: (_, { draft }) => draft.book.protection !== undefined } },
  methods: {
    protect: (_: null, args: Arguments, { draft }: Turn) => {
      if (draft.book.protection) refuse("AccessDenied");
      const password = optionalText(args[0]);
      updateBook(draft, { protection: password ? { password } : {} });
    },
    unprotect: (_: null, args: Arguments, { draft }: Turn) => {
      const { protection } = draft.book;
      if (!protection) return;
      if (protection.password !== undefined && protection.password !== optionalText(args[0]))
        refuse("BadPassword");
      updateBook(draft, { protection: undefined });
    },
  },
});
