/** Answers a `load`: the properties asked for, of the object, of what hangs on it, and of the items of a collection. */
import { refuse, Refusal } from "../refusal";
import type { QueryInfo } from "./message";
import { isRefusedProperty } from "./refused-properties";
import { wireName, type Handle, type ObjectType, type Turn } from "./object-type";

/** What is asked of one object. `all` is `*`: every scalar. */
interface Wanted {
  all: boolean;
  /** As the program wrote it. */
  readonly name: string;
  readonly members: Map<string, Wanted>;
}

const nothing = (name = ""): Wanted => ({ all: false, name, members: new Map() });

const IDENTIFIER = /^[\w$]+$/;

const ask = (wanted: Wanted, path: readonly string[], expand: boolean): void => {
  const [first, ...rest] = path;
  if (first === undefined) {
    if (expand) wanted.all = true;
    return;
  }
  if (first === "*" || first.toLowerCase() === "$all") {
    wanted.all = true;
    return;
  }
  // `no-properties-needed` and the like name nothing: programs write them to load a collection's items alone.
  if (!IDENTIFIER.test(first)) return;
  const key = first.toLowerCase();
  // Whether there is an object at all, the library knows from any answer, even from one without members (`$none`).
  if (key === "isnullobject" || key === "$none") return;
  if (key === "items") {
    ask(wanted, rest.length === 0 ? ["*"] : rest, expand);
    return;
  }
  const next = wanted.members.get(key) ?? nothing(first);
  wanted.members.set(key, next);
  ask(next, rest, expand);
};

export const wantedOf = (query: QueryInfo | undefined): Wanted => {
  const wanted = nothing();
  const select = query?.Select ?? [];
  const expand = query?.Expand ?? [];
  for (const path of select) ask(wanted, path.split(/[/.]/).filter(Boolean), false);
  for (const path of expand) ask(wanted, path.split(/[/.]/).filter(Boolean), true);
  if (select.length === 0) wanted.all = true;
  return wanted;
};

const names = new WeakMap<object, Map<string, string>>();
/** Members by their name in small letters: office.js passes names on as programs wrote them. */
const byLowerCase = (members: object): Map<string, string> => {
  const known = names.get(members);
  if (known) return known;
  const made = new Map(Object.keys(members).map((name) => [name.toLowerCase(), name]));
  names.set(members, made);
  return made;
};

export const findMember = <Member>(
  members: Readonly<Record<string, Member>> | undefined,
  name: string,
): { readonly name: string; readonly member: Member } | undefined => {
  if (!members) return undefined;
  const found = byLowerCase(members).get(name.toLowerCase());
  const member = found === undefined ? undefined : members[found];
  return found !== undefined && member !== undefined ? { name: found, member } : undefined;
};

/** The refusal for what this host does not know: it names the member, so that nobody searches for long. */
export const unknownMember = (type: ObjectType, member: string): never =>
  refuse(
    "ApiNotFound",
    `${type.name}.${member}: the workbench does not implement this member of Excel's API.`,
  );

const answerOne = (handle: Handle, wanted: Wanted, turn: Turn): Record<string, unknown> => {
  const { type, ref } = handle;
  const answer: Record<string, unknown> = { ...type.identity?.(ref, turn) };
  if (wanted.all) {
    for (const [name, scalar] of Object.entries(type.scalars ?? {})) {
      if (scalar.onlyByName) continue;
      answer[scalar.as ?? wireName(name)] = scalar.get(ref, turn);
    }
  }
  for (const [asked, next] of wanted.members) {
    const scalar = findMember(type.scalars, asked);
    if (scalar) {
      answer[scalar.member.as ?? wireName(scalar.name)] = scalar.member.get(ref, turn);
      continue;
    }
    const object = findMember(type.objects, asked) ?? nullable(type, asked);
    if (!object) {
      if (isRefusedProperty(type.name, asked)) return unknownMember(type, next.name);
      continue;
    }
    const child = object.member(ref, turn);
    const deeper = next.all || next.members.size > 0 ? next : { ...next, all: true };
    answer[wireName(object.name)] = child ? answerQuery(child, deeper, turn) : null;
  }
  return answer;
};

/** `customOrNullObject` and the like are answered from `custom`. */
export const nullable = (type: ObjectType, asked: string) => {
  if (!/ornullobject$/i.test(asked)) return undefined;
  const base = findMember(type.objects, asked.replace(/ornullobject$/i, ""));
  if (!base) return undefined;
  const member: typeof base.member = (ref, turn) => orNull(() => base.member(ref, turn));
  return { name: `${base.name}OrNullObject`, member };
};

export const orNull = <Value>(find: () => Value): Value | null => {
  try {
    return find();
  } catch (error) {
    if (error instanceof Refusal && (error.code === "ItemNotFound" || error.code === "InvalidReference"))
      return null;
    throw error;
  }
};

export const answerQuery = (
  handle: Handle,
  wanted: Wanted,
  turn: Turn,
  page: { readonly top?: number; readonly skip?: number } = {},
): Record<string, unknown> => {
  const { type, ref } = handle;
  if (!type.items) return answerOne(handle, wanted, turn);
  const own = nothing();
  const each: Wanted = { ...nothing(), all: wanted.all };
  for (const [asked, next] of wanted.members) {
    const ofCollection = findMember(type.scalars, asked) !== undefined;
    if (ofCollection) own.members.set(asked, next);
    if (!ofCollection || itemHas(type, asked, ref, turn)) each.members.set(asked, next);
  }
  const answer: Record<string, unknown> = { ...type.identity?.(ref, turn) };
  if (wanted.all) {
    for (const [name, scalar] of Object.entries(type.scalars ?? {}))
      answer[scalar.as ?? wireName(name)] = scalar.get(ref, turn);
  }
  for (const asked of own.members.keys()) {
    const scalar = findMember(type.scalars, asked);
    if (scalar) answer[scalar.member.as ?? wireName(scalar.name)] = scalar.member.get(ref, turn);
  }
  if (own.members.size > 0 && each.members.size === 0 && !wanted.all) return answer;
  const all = type.items(ref, turn);
  const from = page.skip ?? 0;
  const shown = all.slice(from, page.top === undefined ? undefined : from + page.top);
  answer._Items = shown.map((item) => answerOne(item, each, turn));
  return answer;
};

const itemHas = (type: ObjectType, asked: string, ref: unknown, turn: Turn): boolean => {
  if (asked === "count") return false;
  const first = type.items?.(ref, turn)[0];
  return first !== undefined && findMember(first.type.scalars, asked) !== undefined;
};
