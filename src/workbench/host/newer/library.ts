/** The office.js on npm is older than today's Excel: its classes get the newer members here, made of its own parts. */
import { wireName } from "../wire/object-type";
import { ADDITIONS, NEW_CLASSES, type Addition } from "./additions";
import {
  heldBy,
  newClass,
  type Library,
  type LibraryDoors,
  type ObjectClass,
  type Prototype,
  type Proxied,
} from "./parts";
import { addNewerWords } from "./words";

/** A getter of the prototype that answers a list gets more to answer. */
const lengthen = (prototype: object, name: string, more: readonly unknown[]): void => {
  const old = Object.getOwnPropertyDescriptor(prototype, name);
  Object.defineProperty(prototype, name, {
    configurable: true,
    enumerable: true,
    get(this: object) {
      return [...((old?.get?.call(this) as readonly unknown[] | undefined) ?? []), ...more];
    },
  });
};

/** What an answer says of the newer properties is kept, and told again by `toJSON`; `set` knows those it may write. */
const learnResults = (prototype: Prototype, own: readonly Addition[]): void => {
  const scalars = own.filter(({ kind }) => kind === "read" || kind === "write");
  const objects = own.filter(({ kind }) => typeof kind === "object" && "object" in kind);
  const members = scalars.map(({ member }) => member);
  const writable = scalars.filter(({ kind }) => kind === "write").map(({ member }) => member);
  lengthen(prototype, "_scalarPropertyNames", members);
  lengthen(prototype, "_scalarPropertyOriginalNames", members.map(wireName));
  lengthen(
    prototype,
    "_scalarPropertyUpdateable",
    members.map((name) => writable.includes(name)),
  );
  lengthen(
    prototype,
    "_navigationPropertyNames",
    objects.map(({ member }) => member),
  );
  const { _handleResult: handle, toJSON, set } = prototype;
  const room = prototype as unknown as Record<string, unknown>;
  room._handleResult = function (this: Proxied, value: unknown) {
    handle.call(this, value);
    if (typeof value !== "object" || value === null) return;
    const given = value as Readonly<Record<string, unknown>>;
    for (const name of members) {
      if (given[wireName(name)] !== undefined) heldBy(this).set(name, given[wireName(name)]);
    }
    for (const { member } of objects) {
      const found = given[wireName(member)];
      if (found !== undefined)
        (this as unknown as Readonly<Record<string, Proxied>>)[member]?._handleResult(found);
    }
  };
  if (members.length === 0) return;
  room.toJSON = function (this: Prototype) {
    const known = members.filter((name) => heldBy(this).has(name));
    return {
      ...toJSON.call(this),
      ...Object.fromEntries(known.map((name) => [name, heldBy(this).get(name)])),
    };
  };
  room.set = function (this: Record<string, unknown>, properties: object, options?: object) {
    if (Object.getPrototypeOf(properties) === prototype)
      return set?.call(this as unknown as Prototype, properties, options);
    const rest: Record<string, unknown> = { ...properties };
    for (const name of writable) {
      if (!(name in rest)) continue;
      this[name] = rest[name];
      delete rest[name];
    }
    return set?.call(this as unknown as Prototype, rest, options);
  };
};

/** How one addition looks on its class. */
const descriptorOf = (
  { class: owner, member, since, kind }: Addition,
  library: Library,
  { Utility, BatchApiHelper, ClientObject }: LibraryDoors,
): PropertyDescriptor => {
  const wire = wireName(member);
  const typeNamed = (name: string): ObjectClass => library[name] ?? ClientObject;
  const check = () => Utility.throwIfApiNotSupported(`${owner}.${member}`, "ExcelApi", since, "Excel");
  const method = (body: (object: object, args: readonly unknown[]) => unknown): PropertyDescriptor => ({
    writable: true,
    value(this: object, ...args: readonly unknown[]) {
      check();
      return body(this, args);
    },
  });
  if (kind === "do")
    return method((object, args) => BatchApiHelper.invokeMethod(object, wire, 0, args, 0, 0));
  if (kind === "ask")
    return method((object, args) => BatchApiHelper.invokeMethod(object, wire, 1, args, 4, 0));
  if (kind === "read" || kind === "write") {
    const readable: PropertyDescriptor = {
      get(this: Proxied) {
        const value = heldBy(this).get(member);
        Utility.throwIfNotLoaded(member, value, owner, this._isNull);
        check();
        return this._isNull ? null : value;
      },
    };
    if (kind === "read") return readable;
    return {
      ...readable,
      set(this: object, value: unknown) {
        check();
        heldBy(this).set(member, value);
        BatchApiHelper.invokeSetProperty(this, wire, value, 0);
      },
    };
  }
  if ("makes" in kind) {
    const make = BatchApiHelper.createMethodObject;
    return method((object, args) => make(typeNamed(kind.makes), object, wire, 0, args, false, true, null, 0));
  }
  if ("finds" in kind) {
    const find = BatchApiHelper.createMethodObject;
    return method((object, args) =>
      find(typeNamed(kind.finds), object, wire, 1, args, false, false, null, 4),
    );
  }
  return {
    get(this: object) {
      check();
      const known = heldBy(this);
      const isCollection = NEW_CLASSES[kind.object]?.of !== undefined;
      const object =
        known.get(member) ??
        BatchApiHelper.createPropertyObject(typeNamed(kind.object), this, wire, isCollection, 4);
      known.set(member, object);
      return object;
    },
  };
};

/** Where a member is already there, the library is new enough and is left alone. */
export const addNewerMembers = (excel: object, doors: LibraryDoors): void => {
  const library = excel as Library;
  addNewerWords(excel);
  for (const [name, { of }] of Object.entries(NEW_CLASSES))
    library[name] ??= newClass(name, of, library, doors);
  const missing = ADDITIONS.filter(({ class: owner, member }) => {
    const prototype = library[owner]?.prototype;
    return prototype !== undefined && !(member in prototype);
  });
  for (const [owner, prototype] of Object.entries(library).map(
    ([name, type]) => [name, type?.prototype] as const,
  )) {
    const own = missing.filter((one) => one.class === owner);
    if (!prototype || own.length === 0) continue;
    learnResults(prototype, own);
    for (const one of own) {
      const descriptor = descriptorOf(one, library, doors);
      Object.defineProperty(prototype, one.member, { configurable: true, enumerable: true, ...descriptor });
    }
  }
};
