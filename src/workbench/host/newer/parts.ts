/** The parts of Microsoft's library that newer members are made of, and a class made of them. */
/** An object of the library's, as its own code sees it. */
export interface Proxied {
  readonly context: unknown;
  readonly _className: string;
  readonly _isNull: boolean;
  _handleResult(value: unknown): void;
}
export interface Prototype extends Proxied {
  readonly _scalarPropertyNames?: readonly string[];
  readonly _scalarPropertyOriginalNames?: readonly string[];
  readonly _scalarPropertyUpdateable?: readonly boolean[];
  toJSON(): object;
  set?(properties: object, options?: object): void;
}
export interface ObjectClass {
  new (context: unknown, path: unknown): Proxied;
  readonly prototype: Prototype;
}

export interface LibraryDoors {
  readonly ClientObject: ObjectClass;
  readonly Utility: {
    throwIfNotLoaded(name: string, value: unknown, owner: string, isNull: boolean): void;
    throwIfApiNotSupported(member: string, set: string, version: string, host: string): void;
    load(object: object, options: unknown): unknown;
    retrieve(object: object, options: unknown): unknown;
    fixObjectPathIfNecessary(object: object, value: unknown): void;
    toJson(object: object, scalars: object, objects: object, items?: readonly Proxied[]): object;
  };
  readonly BatchApiHelper: {
    invokeMethod(
      of: object,
      name: string,
      operation: 0 | 1,
      args: readonly unknown[],
      flags: 0 | 4,
      result: 0,
    ): unknown;
    invokeSetProperty(of: object, name: string, value: unknown, flags: 0): void;
    createMethodObject(
      type: ObjectClass,
      parent: object,
      name: string,
      operation: 0 | 1,
      args: readonly unknown[],
      isCollection: boolean,
      isInvalidAfterRequest: boolean,
      getByIdMethodName: null,
      flags: 0 | 4,
    ): object;
    createPropertyObject(
      type: ObjectClass,
      parent: object,
      name: string,
      isCollection: boolean,
      flags: 4,
    ): object;
    createChildItemObject(
      type: ObjectClass,
      hasIndexer: boolean,
      parent: object,
      item: unknown,
      index: number,
    ): Proxied;
  };
}

export type Library = Record<string, ObjectClass | undefined>;

/** What was read of the newer properties, by object. */
const held = new WeakMap<object, Map<string, unknown>>();
export const heldBy = (object: object): Map<string, unknown> => {
  const known = held.get(object) ?? new Map<string, unknown>();
  held.set(object, known);
  return known;
};

const ITEMS = "items";

export const newClass = (
  name: string,
  of: string | undefined,
  excel: Library,
  doors: LibraryDoors,
): ObjectClass => {
  const { Utility, BatchApiHelper } = doors;
  class Newer extends doors.ClientObject {
    override get _className(): string {
      return name;
    }
    get _isCollection(): boolean {
      return of !== undefined;
    }
    get items(): unknown {
      Utility.throwIfNotLoaded(ITEMS, heldBy(this).get(ITEMS), name, this._isNull);
      return heldBy(this).get(ITEMS);
    }
    override _handleResult(value: unknown): void {
      super._handleResult(value);
      if (typeof value !== "object" || value === null) return;
      Utility.fixObjectPathIfNecessary(this, value);
      const type = of === undefined ? undefined : excel[of];
      const { _Items: items } = value as { readonly _Items?: readonly unknown[] };
      if (!type || !items) return;
      const made = items.map((each, index) => {
        const item = BatchApiHelper.createChildItemObject(type, true, this, each, index);
        item._handleResult(each);
        return item;
      });
      heldBy(this).set(ITEMS, made);
    }
    load(options: unknown): unknown {
      return Utility.load(this, options);
    }
    retrieve(options: unknown): unknown {
      return Utility.retrieve(this, options);
    }
    toJSON(): object {
      const items = heldBy(this).get(ITEMS) as readonly Proxied[] | undefined;
      return Utility.toJson(this, {}, {}, items);
    }
    set(properties: object): void {
      Object.assign(this, properties);
    }
  }
  // `items` belongs to collections alone.
  if (of === undefined) delete (Newer.prototype as { items?: unknown }).items;
  return Newer as unknown as ObjectClass;
};
