/** Application: calculation and the settings of Excel itself. */
import { updateBook } from "../../model/draft";
import { handle, objectType, type ObjectType, type Arguments, type Turn } from "../../wire/object-type";
import { oneOf } from "../arguments";
import { createWorkbook, workbookCreatedById } from "./files";

const MODES = ["Automatic", "AutomaticExceptTables", "Manual"] as const;

export const application: ObjectType<null> = objectType<null>("Application", {
  scalars: {
    calculationMode: {
      get: (_, { draft }) => draft.book.calculationMode,
      set: (_, value, { draft }) => updateBook(draft, { calculationMode: oneOf(value, MODES) }),
    },
    calculationEngineVersion: { get: () => 191029 },
    calculationState: { get: () => "Done" },
    decimalSeparator: { get: () => "." },
    thousandsSeparator: { get: () => "," },
    useSystemSeparators: { get: () => true },
  },
  objects: {
    cultureInfo: () => handle(cultureInfo, null),
    iterativeCalculation: () => handle(iterativeCalculation, null),
  },
  methods: {
    calculate: (_: null, args: Arguments, { session }: Turn) =>
      session.host.calculate(oneOf(args[0], ["Recalculate", "Full", "FullRebuild"])),
    suspendApiCalculationUntilNextSync: (_: null, __: Arguments, { session }: Turn) =>
      session.host.suspendCalculation(),
    // There is no screen to keep still while a request is carried out: the page draws once afterwards.
    suspendScreenUpdatingUntilNextSync: () => null,
    createWorkbook,
    _GetWorkbookCreatedById: workbookCreatedById,
  },
});

/** Circular references are never iterated here: off, as Excel starts. */
const iterativeCalculation: ObjectType<null> = objectType<null>("IterativeCalculation", {
  scalars: {
    enabled: { get: () => false },
    maxIteration: { get: () => 100 },
    maxChange: { get: () => 0.001 },
  },
});

const cultureInfo: ObjectType<null> = objectType<null>("CultureInfo", {
  scalars: { name: { get: () => "ja-JP" } },
  objects: {
    numberFormat: () => handle(numberFormatInfo, null),
    datetimeFormat: () => handle(datetimeFormatInfo, null),
  },
});

const numberFormatInfo: ObjectType<null> = objectType<null>("NumberFormatInfo", {
  scalars: {
    numberDecimalSeparator: { get: () => "." },
    numberGroupSeparator: { get: () => "," },
    currencySymbol: { get: () => "¥", onlyByName: true },
  },
});

const datetimeFormatInfo: ObjectType<null> = objectType<null>("DatetimeFormatInfo", {
  scalars: {
    dateSeparator: { get: () => "/" },
    longDatePattern: { get: () => "yyyy年M月d日" },
    shortDatePattern: { get: () => "yyyy/MM/dd" },
    timeSeparator: { get: () => ":" },
    longTimePattern: { get: () => "H:mm:ss" },
  },
});
