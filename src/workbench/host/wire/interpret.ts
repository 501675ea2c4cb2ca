/** Carries out one request: finds the objects its paths speak of, performs its actions in order, stops at the first that fails. */
import { refuse, Refusal } from "../refusal";
import { seal, type Draft } from "../model/draft";
import type { Session } from "../session";
import {
  ACTION,
  PATH,
  type ActionInfo,
  type ArgumentInfo,
  type RequestBody,
  type ResponseBody,
} from "./message";
import { isHandle, memberName, type Arguments, type Handle, type ObjectType, type Turn } from "./object-type";
import { answerQuery, findMember, nullable, orNull, unknownMember, wantedOf } from "./query";

export interface Interpretation {
  readonly body: ResponseBody;
  readonly failed: boolean;
}

export interface InterpretOptions {
  readonly root: Handle;
  /** Called before each action: faults between two actions are thrown from here. */
  beforeAction(index: number): void;
  /** Called before an action that looks at values: formulas entered before it are calculated. */
  beforeReading(draft: Draft): Promise<void>;
  /** The same, also while calculation is suspended. */
  beforeJudging(draft: Draft): Promise<void>;
  /** Called after each action that was carried out: a calculation asked for happens here. */
  afterAction(draft: Draft): Promise<void>;
  /** A member that is used. It may refuse: some cannot be undone. */
  using(type: string, member: string): void;
}

interface Request {
  readonly turn: Turn;
  readonly body: RequestBody;
  readonly root: Handle;
  readonly options: InterpretOptions;
  /** Objects found so far, by path id; null is a null object. A path is walked once: `add()` must not add twice. */
  readonly found: Map<number, Handle | null>;
  /** How many of the draft's moves the live ranges have followed. */
  followed: number;
}

/** Ranges that are live go along with what moved; a range taken after that is where it is. */
const follow = (request: Request): void => {
  const { moves } = request.turn.draft;
  request.turn.session.follow(moves.slice(request.followed));
  request.followed = moves.length;
};

export const interpret = async (
  body: RequestBody,
  draft: Draft,
  session: Session,
  options: InterpretOptions,
): Promise<Interpretation> => {
  const { root } = options;
  const request: Request = {
    turn: { draft, session },
    body,
    root,
    options,
    found: new Map(),
    followed: draft.moves.length,
  };
  const results: { ActionId: number; Value: unknown }[] = [];
  const traceIds: number[] = [];
  for (const [index, action] of body.Actions.entries()) {
    const before = seal(draft);
    const happened = draft.happenings.length;
    const moved = draft.moves.length;
    try {
      options.beforeAction(index);
      if (judgesValues(body, action)) await options.beforeJudging(draft);
      else if (looksAtValues(body, action)) await options.beforeReading(draft);
      const value = perform(request, action);
      // A picture takes a moment to draw.
      results.push({ ActionId: action.Id, Value: value instanceof Promise ? await value : value });
      if (action.ActionType === ACTION.trace) traceIds.push(action.Id);
      follow(request);
      await options.afterAction(draft);
    } catch (error) {
      draft.book = before;
      draft.owned.clear();
      draft.happenings.length = happened;
      draft.moves.length = moved;
      request.followed = moved;
      const refusal =
        error instanceof Refusal
          ? error
          : new Refusal(
              "GeneralException",
              `${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
            );
      return {
        failed: true,
        body: {
          Results: results,
          TraceIds: traceIds,
          Error: {
            Code: refusal.code,
            Message: refusal.message,
            HttpStatusCode: refusal.httpStatus,
            Location: locationOf(request, action),
            ActionIndex: index,
          },
        },
      };
    }
  }
  return { failed: false, body: { Results: results, TraceIds: traceIds } };
};

const READING_PATHS = /spill|find|specialCells|filter/i;

const looksAtValues = (body: RequestBody, action: ActionInfo): boolean => {
  switch (action.ActionType) {
    case ACTION.query:
    case ACTION.queryAsJson:
    case ACTION.method:
      return true;
    case ACTION.instantiate: {
      const path = body.ObjectPaths[String(action.ObjectPathId)];
      const parent = body.ObjectPaths[String(path?.ParentObjectPathId)];
      const spill = path?.ArgumentInfo?.Arguments?.some(
        (each) => typeof each === "string" && each.endsWith("#"),
      );
      // A PivotTable takes what its source holds when it is made; `A1#` is as large as what has spilled.
      return READING_PATHS.test(path?.Name ?? "") || parent?.Name === "PivotTables" || spill === true;
    }
    default:
      return false;
  }
};

/** A new chart takes texts for names and categories, for good: no cell may still be blank that will hold one. */
const judgesValues = (body: RequestBody, action: ActionInfo): boolean => {
  const path = body.ObjectPaths[String(action.ObjectPathId)];
  const parent = body.ObjectPaths[String(path?.ParentObjectPathId)];
  return action.ActionType === ACTION.instantiate
    ? parent?.Name === "Charts"
    : action.ActionType === ACTION.method && action.Name === "SetData";
};

const locationOf = (request: Request, action: ActionInfo): string => {
  const path = request.body.ObjectPaths[String(action.ObjectPathId)];
  const member = (name: string) => (name ? memberName(name) : "getItem");
  if (action.ActionType === ACTION.instantiate && path) {
    const parent =
      path.ParentObjectPathId === undefined ? undefined : request.found.get(path.ParentObjectPathId);
    return `${parent?.type.name ?? "Workbook"}.${member(path.Name)}`;
  }
  const type = request.found.get(action.ObjectPathId)?.type.name ?? "";
  return action.Name ? `${type}.${member(action.Name)}` : type;
};

const perform = (request: Request, action: ActionInfo): unknown => {
  const { turn } = request;
  switch (action.ActionType) {
    case ACTION.trace:
      return null;
    case ACTION.instantiate: {
      const object = resolve(request, action.ObjectPathId);
      return object ? { ...object.type.identity?.(object.ref, turn) } : null;
    }
    case ACTION.query: {
      const object = resolve(request, action.ObjectPathId);
      const query = action.QueryInfo;
      if (!object) return null;
      return answerQuery(object, wantedOf(query), turn, {
        ...(query?.Top === undefined ? {} : { top: query.Top }),
        ...(query?.Skip === undefined ? {} : { skip: query.Skip }),
      });
    }
    case ACTION.queryAsJson: {
      const object = resolve(request, action.ObjectPathId);
      return object ? camelCased(answerQuery(object, wantedOf(action.QueryInfo), turn)) : null;
    }
    case ACTION.method: {
      const object = resolve(request, action.ObjectPathId);
      if (!object) return null;
      const value = call(request, object, action.Name, action.ArgumentInfo);
      return isHandle(value) ? null : (value ?? null);
    }
    case ACTION.setProperty: {
      const object = resolve(request, action.ObjectPathId);
      if (object) set(request, object, action.Name, argumentsOf(request, action.ArgumentInfo)[0]);
      return null;
    }
    case ACTION.update: {
      const object = resolve(request, action.ObjectPathId);
      if (!object) return null;
      for (const [name, value] of Object.entries(action.ObjectState ?? {})) set(request, object, name, value);
      return null;
    }
    case ACTION.recursiveQuery:
      return refuse("NotImplemented", "RequestContext.loadRecursive is not implemented in the workbench.");
    case ACTION.ensureUnchanged:
      return null;
    default:
      return refuse("InvalidRequest");
  }
};

const camelCased = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(camelCased);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [
      key === "_Items" ? "items" : memberName(key),
      camelCased(held),
    ]),
  );
};

const set = (request: Request, object: Handle, name: string, value: unknown): void => {
  const { turn } = request;
  const found = findMember(object.type.scalars, object.type.aliases?.[name] ?? name);
  if (found) {
    request.options.using(object.type.name, found.name);
    if (!found.member.set) refuse("InvalidArgument");
    found.member.set?.(object.ref, value, turn);
    return;
  }
  const nested = findMember(object.type.objects, name);
  if (nested && typeof value === "object" && value !== null) {
    const child = nested.member(object.ref, turn);
    if (child) for (const [key, held] of Object.entries(value)) set(request, child, key, held);
    return;
  }
  unknownMember(object.type, memberName(name));
};

const EVENTS = /^_(?:Un)?[Rr]egister/;

const call = (request: Request, object: Handle, name: string, info: ArgumentInfo | undefined): unknown => {
  const { type, ref } = object;
  const { turn } = request;
  if (EVENTS.test(name)) {
    if (!turn.session.listening) turn.draft.happenings.length = 0;
    return turn.session.listen(type.name, name);
  }
  if (name === "_KeepReference") return (turn.session.keep(object), null);
  const args = argumentsOf(request, info);
  request.options.using(type.name, memberName(name));
  const found = findMember(type.methods, name);
  if (found) return found.member(ref, args, turn);
  const bare = name.replace(/OrNullObject$/i, "");
  const base = bare === name ? undefined : findMember(type.methods, bare);
  if (base) return orNull(() => base.member(ref, args, turn));
  if (/^getItem(OrNullObject)?$/i.test(name) && type.item) {
    const item = type.item(ref, args[0], turn);
    return item ?? (bare === name ? refuse("ItemNotFound") : null);
  }
  if (/^getItemAt(OrNullObject)?$/i.test(name) && type.items) return itemAt(type, ref, args[0], turn);
  if (/^getCount$/i.test(name) && type.items) return type.items(ref, turn).length;
  return unknownMember(type, memberName(name));
};

const itemAt = (type: ObjectType, ref: unknown, index: unknown, turn: Turn): Handle => {
  const items = type.items?.(ref, turn) ?? [];
  if (typeof index !== "number" || !Number.isInteger(index) || index < 0 || index >= items.length) {
    return refuse("InvalidArgument");
  }
  return items[index] ?? refuse("ItemNotFound");
};

/** Objects passed as arguments arrive as path ids; trailing arguments left out arrive as null. */
const argumentsOf = (request: Request, info: ArgumentInfo | undefined): Arguments => {
  const references = info?.ReferencedObjectPathIds ?? [];
  const value = (given: unknown, reference: unknown): unknown => {
    if (typeof reference === "number" && reference !== 0) return resolve(request, reference);
    if (Array.isArray(given)) {
      const inner: readonly unknown[] = Array.isArray(reference) ? reference : [];
      return inner.length > 0 ? given.map((each: unknown, index) => value(each, inner[index])) : given;
    }
    return objectsInside(request, given);
  };
  return (info?.Arguments ?? []).map((given, index) => value(given, references[index]));
};

const objectsInside = (request: Request, given: unknown): unknown => {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return given;
  const id = (given as Record<string, unknown>)._ObjectPathId;
  if (typeof id === "number") return resolve(request, id);
  return Object.fromEntries(
    Object.entries(given).map(([key, held]) => [
      key,
      Array.isArray(held)
        ? held.map((each: unknown) => objectsInside(request, each))
        : objectsInside(request, held),
    ]),
  );
};

const resolve = (request: Request, id: number): Handle | null => {
  const known = request.found.get(id);
  if (known !== undefined) return known;
  const object = walk(request, id);
  follow(request);
  const followed = object && request.turn.session.track(object);
  request.found.set(id, followed);
  return followed;
};

const walk = (request: Request, id: number): Handle | null => {
  const path = request.body.ObjectPaths[String(id)];
  if (!path) return refuse("InvalidRequest");
  const { turn } = request;
  switch (path.ObjectPathType) {
    case PATH.global:
      return request.root;
    case PATH.nullObject:
      return null;
    case PATH.reference:
      return turn.session.byReference(path.Name) ?? refuse("ItemNotFound");
    case PATH.newObject:
      return (
        turn.session.topLevel(path.Name) ?? refuse("ApiNotFound", `${path.Name}: unknown top-level object.`)
      );
  }
  const parent = resolve(request, path.ParentObjectPathId ?? -1);
  if (!parent) return null;
  switch (path.ObjectPathType) {
    case PATH.property: {
      const found = findMember(parent.type.objects, path.Name) ?? nullable(parent.type, path.Name);
      return found ? found.member(parent.ref, turn) : unknownMember(parent.type, memberName(path.Name));
    }
    case PATH.indexer: {
      const item = parent.type.item?.(parent.ref, argumentsOf(request, path.ArgumentInfo)[0], turn);
      if (item === undefined) return unknownMember(parent.type, "getItem");
      return item ?? refuse("ItemNotFound");
    }
    case PATH.method: {
      const value = call(request, parent, path.Name, path.ArgumentInfo);
      if (value === null || value === undefined) return null;
      return isHandle(value) ? value : unknownMember(parent.type, memberName(path.Name));
    }
    default:
      return refuse("InvalidRequest");
  }
};
