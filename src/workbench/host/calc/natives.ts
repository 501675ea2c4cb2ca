/** Excel's own functions, as Univer's formula engine knows them: values in, value out, without Univer's workbook around them. */
import { LocaleType } from "@univerjs/core";
import {
  ArrayValueObject,
  type BaseFunction,
  type BaseValueObject,
  BooleanValueObject,
  CELL_INVERTED_INDEX_CACHE,
  ErrorValueObject,
  FORMULA_REF_TO_ARRAY_CACHE,
  functionArray,
  functionCompatibility,
  functionDatabase,
  functionDate,
  functionEngineering,
  functionFinancial,
  functionInformation,
  functionLogical,
  functionLookup,
  functionMath,
  functionStatistical,
  functionText,
  functionUniver,
  functionWeb,
  NullValueObject,
  NumberValueObject,
  RangeReferenceObject,
  StringValueObject,
} from "@univerjs/engine-formula";
import { type ErrorCode, ERROR_CODES } from "../formula/shapes";
import type { Home, Surface } from "./surface";
import {
  type CellValue,
  failure,
  isError,
  isLambda,
  isMatrix,
  isPlaces,
  type Matrix,
  type Place,
  type Value,
} from "./values";

type FunctionClass = new (name: string) => BaseFunction;
type Variant = ReturnType<BaseFunction["calculate"]>;
type Argument = BaseValueObject | AreaReference;

const UNIT = "workbook";

/** Univer tells arrays apart by where they stand to index them; each of ours is a place of its own, so that no index outlives its array. */
let arrays = 0;

function valueObject(value: CellValue): BaseValueObject {
  switch (typeof value) {
    case "number":
      return NumberValueObject.create(value);
    case "string":
      return StringValueObject.create(value);
    case "boolean":
      return BooleanValueObject.create(value);
    default:
      return value === null
        ? NullValueObject.create()
        : ErrorValueObject.create(value.code as Parameters<typeof ErrorValueObject.create>[0]);
  }
}

/** One array object per matrix: a lookup column used by 10,000 cells is turned over once. */
const arrayOf = new WeakMap<Matrix, ArrayValueObject>();

function arrayObject(matrix: Matrix): ArrayValueObject {
  let array = arrayOf.get(matrix);
  if (!array) {
    array = ArrayValueObject.create({
      calculateValueList: matrix.cells.map((row) => row.map(valueObject)),
      rowCount: matrix.cells.length,
      columnCount: matrix.cells[0]?.length ?? 0,
      unitId: UNIT,
      sheetId: `array${++arrays}`,
      row: 0,
      column: 0,
    });
    arrayOf.set(matrix, array);
  }
  return array;
}

/** A reference for those of Univer's functions that want to know where their argument stands. */
class AreaReference extends RangeReferenceObject {
  constructor(
    private readonly place: Place,
    private readonly surface: Surface,
  ) {
    const { top, left, bottom, right } = place;
    super({ startRow: top, startColumn: left, endRow: bottom, endColumn: right }, place.sheet, UNIT);
    const { rows, columns } = surface.extent(place.sheet);
    const hidden = (row: number) => surface.hiddenRow(place.sheet, row);
    this.setUnitData({
      [UNIT]: {
        [place.sheet]: {
          cellData: {
            getValue: (row: number, column: number) => ({ v: surface.value(place.sheet, row, column) }),
          },
          rowCount: Math.max(rows, bottom + 1),
          columnCount: Math.max(columns, right + 1),
          rowData: new Proxy({}, { get: (_, row) => ({ hd: hidden(Number(row)) === "hidden" ? 1 : 0 }) }),
          columnData: {},
        },
      },
    } as unknown as Parameters<RangeReferenceObject["setUnitData"]>[0]);
    const filtered: number[] = [];
    const end = Math.min(bottom, rows - 1);
    for (let row = top; row <= end; row++) if (hidden(row) === "filtered") filtered.push(row);
    this.setFilteredOutRows(filtered);
  }
  override isCell() {
    return this.place.top === this.place.bottom && this.place.left === this.place.right;
  }
  override toArrayValueObject() {
    return arrayObject(this.surface.matrix(this.place));
  }
  override getFirstCell() {
    return valueObject(this.surface.value(this.place.sheet, this.place.top, this.place.left));
  }
  override getCellByPosition(row?: number, column?: number) {
    return valueObject(
      this.surface.value(this.place.sheet, row ?? this.place.top, column ?? this.place.left),
    );
  }
  override iterator(visit: Parameters<RangeReferenceObject["iterator"]>[0]) {
    const { cells } = this.surface.matrix(this.place);
    for (const [r, row] of cells.entries())
      for (const [c, value] of row.entries()) {
        if (
          visit(value === null ? null : valueObject(value), this.place.top + r, this.place.left + c) === false
        )
          return undefined;
      }
    return undefined;
  }
}

function errorCode(text: string): ErrorCode {
  return ERROR_CODES.find((code) => code === text) ?? "#VALUE!";
}

function cellOf(object: ReturnType<ArrayValueObject["get"]>): CellValue {
  if (!object || object.isNull()) return null;
  if (object.isError()) return failure(errorCode(String(object.getValue())));
  if (object.isArray()) return cellOf((object as ArrayValueObject).get(0, 0));
  const value = object.getValue();
  if (typeof value === "number") return Number.isFinite(value) ? (value === 0 ? 0 : value) : failure("#NUM!");
  // Univer keeps truth values as 1 and 0 now and then.
  if (object.isBoolean()) return Boolean(value);
  return typeof value === "string" ? value : value === null ? null : Boolean(value);
}

function resultOf(variant: Variant, surface: Surface): Value {
  if (variant.isReferenceObject()) {
    const reference = variant as RangeReferenceObject;
    const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
    return {
      kind: "places",
      places: [
        {
          sheet: reference.getSheetId() || surface.sheetOrder()[0] || "",
          top: startRow,
          left: startColumn,
          bottom: endRow,
          right: endColumn,
        },
      ],
    };
  }
  const object = variant as BaseValueObject;
  if (!object.isArray()) return cellOf(object);
  const array = object as ArrayValueObject;
  const rows = array.getRowCount();
  const columns = array.getColumnCount();
  if (rows === 0 || columns === 0) return failure("#CALC!");
  if (rows === 1 && columns === 1) return cellOf(array.get(0, 0));
  const cells: CellValue[][] = [];
  for (let row = 0; row < rows; row++) {
    const line: CellValue[] = [];
    for (let column = 0; column < columns; column++) line.push(cellOf(array.get(row, column)));
    cells.push(line);
  }
  return { kind: "matrix", cells };
}

const executors = new Map<string, BaseFunction>();

function loaded(): Map<string, BaseFunction> {
  if (executors.size > 0) return executors;
  const lists = [
    functionArray,
    functionCompatibility,
    functionDatabase,
    functionDate,
    functionEngineering,
    functionFinancial,
    functionInformation,
    functionLogical,
    functionLookup,
    functionMath,
    functionStatistical,
    functionText,
    functionUniver,
    functionWeb,
  ] as unknown as readonly (readonly [FunctionClass, string])[][];
  for (const list of lists) for (const [Function, name] of list) executors.set(name, new Function(name));
  return executors;
}

/** Which native functions there are, in capitals. */
export function nativeNames(): ReadonlySet<string> {
  return new Set(loaded().keys());
}

/** Forgets what Univer keeps between calculations. */
export function forgetKept(): void {
  CELL_INVERTED_INDEX_CACHE.clear();
  FORMULA_REF_TO_ARRAY_CACHE.clear();
}

/** A native function's value; undefined when there is no such function. */
export function callNative(
  name: string,
  given: readonly Value[],
  home: Home,
  surface: Surface,
): Value | "unknown" {
  const executor = loaded().get(name);
  if (!executor) return "unknown";
  if (
    executor.minParams !== -1 &&
    executor.maxParams !== -1 &&
    (given.length < executor.minParams || given.length > executor.maxParams)
  )
    return failure("#VALUE!");
  const variants: Argument[] = [];
  for (const value of given) {
    if (isPlaces(value)) {
      const [place] = value.places;
      if (!place || value.places.length > 1) return failure("#VALUE!");
      if (executor.needsReferenceObject) {
        FORMULA_REF_TO_ARRAY_CACHE.clear();
        variants.push(new AreaReference(place, surface));
      } else variants.push(arrayObject(surface.matrix(place)));
    } else if (isMatrix(value)) variants.push(arrayObject(value));
    else if (isLambda(value)) return failure("#VALUE!");
    else if (isError(value) && value.code === "#BUSY!") return value;
    else variants.push(valueObject(value ?? null));
  }
  if (executor.needsLocale) executor.setLocale(LocaleType.JA_JP);
  if (executor.needsSheetsInfo) {
    const order = surface.sheetOrder();
    executor.setSheetsInfo({
      sheetOrder: [...order],
      sheetNameMap: Object.fromEntries(order.map((id) => [id, surface.sheetName(id)])),
    });
  }
  if (executor.needsFormulaDataModel) {
    const model = {
      getFormulaStringByCell: (row: number, column: number, sheet: string) =>
        surface.formulaText(sheet, row, column) ?? null,
    };
    executor.setFormulaDataModel(model as unknown as Parameters<BaseFunction["setFormulaDataModel"]>[0]);
  }
  if (executor.needsSheetRowColumnCount) executor.setSheetRowColumnCount(1_048_576, 16_384);
  // A result too large for its place is the engine's to judge (#SPILL!), not the function's (#REF!).
  const corner = executor.needsSheetRowColumnCount;
  executor.setRefInfo(UNIT, home.sheet, corner ? 0 : home.row, corner ? 0 : home.column);
  try {
    return resultOf(executor.calculate(...(variants as BaseValueObject[])), surface);
  } catch {
    // A function of the library that stumbles over its arguments is a wrong argument to the person who typed it.
    return failure("#VALUE!");
  }
}
