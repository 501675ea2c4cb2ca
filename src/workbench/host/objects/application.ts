/** Application: calculation and the settings of Excel itself. */
import { updateBook } from "../model/draft";
import { handle, objectType, type Arguments, type Turn } from "../wire/object-type";
import { oneOf } from "./arguments";

const MODES = ["Automatic", "AutomaticExceptTables", "Manual"] as const;

export const application = objectType<null>("Application", {
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
  },
  methods: {
    calculate: (_: null, args: Arguments, { session }: Turn) =>
      session.host.calculate(oneOf(args[0], ["Recalculate", "Full", "FullRebuild"])),
    suspendApiCalculationUntilNextSync: (_: null, __: Arguments, { session }: Turn) =>
      session.host.suspendCalculation(),
    // There is no screen to keep still while a request is carried out: the page draws once afterwards.
    suspendScreenUpdatingUntilNextSync: () => null,
  },
});

const cultureInfo = objectType<null>("CultureInfo", {
  scalars: { name: { get: () => "ja-JP" } },
  objects: {
    numberFormat: () => handle(numberFormatInfo, null),
    datetimeFormat: () => handle(datetimeFormatInfo, null),
  },
});

const numberFormatInfo = objectType<null>("NumberFormatInfo", {
  scalars: {
    numberDecimalSeparator: { get: () => "." },
    numberGroupSeparator: { get: () => "," },
    currencySymbol: { get: () => "¥" },
  },
});

const datetimeFormatInfo = objectType<null>("DatetimeFormatInfo", {
  scalars: {
    dateSeparator: { get: () => "/" },
    longDatePattern: { get: () => "yyyy年M月d日" },
    shortDatePattern: { get: () => "yyyy/MM/dd" },
    timeSeparator: { get: () => ":" },
    longTimePattern: { get: () => "H:mm:ss" },
    shortTimePattern: { get: () => "H:mm" },
  },
});
