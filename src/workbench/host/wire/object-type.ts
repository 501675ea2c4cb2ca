/** How an Excel object is described to the interpreter: a table of its members. What is not in the table is refused by name. */
import type { Draft } from "../model/draft";
import type { Session } from "../session";

/** What every member gets to work with: the edit in progress and the session it belongs to. */
export interface Turn {
  readonly draft: Draft;
  readonly session: Session;
}

/** An object somebody holds: its type, and what tells it from its siblings. */
export interface Handle<Ref = unknown> {
  readonly type: ObjectType<Ref>;
  readonly ref: Ref;
}

// Members are methods, so that tables for a certain Ref fit where any object type is meant.
export interface Scalar<Ref> {
  get(ref: Ref, turn: Turn): unknown;
  set?(ref: Ref, value: unknown, turn: Turn): void;
  /** Too costly or too loud for a `load()` without names. */
  readonly onlyByName?: boolean;
  /** The name it has on the wire, where that is not its own with a capital. */
  readonly as?: string;
}

export type Arguments = readonly unknown[];

export interface Members<Ref> {
  readonly scalars?: Readonly<Record<string, Scalar<Ref>>>;
  readonly objects?: { readonly [name: string]: ObjectMember<Ref> };
  /** Answers a handle, null for "there is none", or a plain value. */
  readonly methods?: { readonly [name: string]: MethodMember<Ref> };
  /** Wire names that office.js uses for a scalar of another name. */
  readonly aliases?: Readonly<Record<string, string>>;
}
export type ObjectMember<Ref> = { bivariance(ref: Ref, turn: Turn): Handle | null }["bivariance"];
export type MethodMember<Ref> = { bivariance(ref: Ref, args: Arguments, turn: Turn): unknown }["bivariance"];

export interface ObjectType<Ref = unknown> extends Members<Ref> {
  readonly name: string;
  /** `Id`, `_ReferenceId` …: what office.js needs to find the object again. */
  identity?(ref: Ref, turn: Turn): Readonly<Record<string, unknown>>;
  /** Of a collection: what is in it, and how one is found by key. */
  items?(ref: Ref, turn: Turn): readonly Handle[];
  item?(ref: Ref, key: unknown, turn: Turn): Handle | null;
}

export const objectType = <Ref>(name: string, type: Omit<ObjectType<Ref>, "name">): ObjectType<Ref> => {
  const made = { name, ...type };
  registry.set(name, made as ObjectType);
  return made;
};

const registry = new Map<string, ObjectType>();
/** Every object type there is, by name. */
export const objectTypes = (): ReadonlyMap<string, ObjectType> => registry;

export const handle = <Ref>(type: ObjectType<Ref>, ref: Ref): Handle => ({ type: type as ObjectType, ref });

export const isHandle = (value: unknown): value is Handle =>
  typeof value === "object" && value !== null && "type" in value && "ref" in value;

/** `NumberFormat` → `numberFormat`; names that begin with `_` stay. */
export const memberName = (wire: string): string => wire.charAt(0).toLowerCase() + wire.slice(1);
export const wireName = (member: string): string => member.charAt(0).toUpperCase() + member.slice(1);
