/** Shapes of a sheet: adding, grouping, ordering, placing and taking away. */
import { refuse } from "../../refusal";
import { guid } from "../book";
import { sheetIn, updateSheet, takeId, type Draft } from "../draft";
import type { Shape } from "./shape";

export const shapesOf = (draft: Draft, sheet: string): readonly Shape[] => sheetIn(draft, sheet).shapes;

export const shapeIn = (draft: Draft, sheet: string, id: string): Shape =>
  shapesOf(draft, sheet).find((one) => one.id === id) ?? refuse("ItemNotFound");

const put = (draft: Draft, sheet: string, shapes: readonly Shape[]): void =>
  updateSheet(draft, sheet, { shapes });

export const changeShape = (draft: Draft, sheet: string, id: string, patch: Partial<Shape>): void => {
  shapeIn(draft, sheet, id);
  put(
    draft,
    sheet,
    shapesOf(draft, sheet).map((one) => (one.id === id ? { ...one, ...patch } : one)),
  );
};

/** A number counted up over the sheet, as in 「四角形 3」. */
export const addShape = (
  draft: Draft,
  sheet: string,
  word: string,
  shape: Omit<Shape, "id" | "name" | "rotation">,
): string => {
  const { protection, shapes, charts } = sheetIn(draft, sheet);
  if (protection && protection.options.allowEditObjects !== true) refuse("AccessDenied");
  const id = guid(takeId(draft));
  const number = shapes.length + charts.length + 1;
  put(draft, sheet, [...shapesOf(draft, sheet), { ...shape, id, name: `${word} ${number}`, rotation: 0 }]);
  return id;
};

/** A group takes what is in it along. */
export const deleteShape = (draft: Draft, sheet: string, id: string): void => {
  const gone = new Set<string>();
  const take = (one: string): void => {
    gone.add(one);
    for (const member of shapeIn(draft, sheet, one).members ?? []) take(member);
  };
  take(id);
  put(
    draft,
    sheet,
    shapesOf(draft, sheet)
      .filter((one) => !gone.has(one.id))
      .map((one) =>
        one.members ? { ...one, members: one.members.filter((member) => !gone.has(member)) } : one,
      ),
  );
};

export const groupOf = (draft: Draft, sheet: string, id: string): Shape | undefined =>
  shapesOf(draft, sheet).find((one) => one.members?.includes(id));

export const groupShapes = (draft: Draft, sheet: string, ids: readonly string[]): string => {
  if (ids.length < 2 || new Set(ids).size < ids.length) refuse("InvalidArgument");
  const members = ids.map((id) => shapeIn(draft, sheet, id));
  if (members.some(({ id }) => groupOf(draft, sheet, id))) refuse("InvalidArgument");
  const [left, top] = [
    Math.min(...members.map((one) => one.left)),
    Math.min(...members.map((one) => one.top)),
  ];
  return addShape(draft, sheet, "グループ化", {
    type: "Group",
    left,
    top,
    width: Math.max(...members.map((one) => one.left + one.width)) - left,
    height: Math.max(...members.map((one) => one.top + one.height)) - top,
    members: ids,
    properties: {},
  });
};

export const ungroup = (draft: Draft, sheet: string, id: string): void =>
  put(
    draft,
    sheet,
    shapesOf(draft, sheet).filter((one) => one.id !== id),
  );

/** A copy on another sheet or the same; a group takes copies of what is in it along. */
export const copyShape = (draft: Draft, from: string, original: Shape, to: string): string => {
  const members = original.members?.map((id) => copyShape(draft, from, shapeIn(draft, from, id), to));
  const id = guid(takeId(draft));
  put(draft, to, [...shapesOf(draft, to), { ...original, id, ...(members ? { members } : {}) }]);
  return id;
};

export type ZOrder = "BringToFront" | "BringForward" | "SendToBack" | "SendBackward";

/** Later in the list lies above. */
export const reorderShape = (draft: Draft, sheet: string, id: string, order: ZOrder): void => {
  const all = shapesOf(draft, sheet);
  const at = all.findIndex((one) => one.id === id);
  const shape = shapeIn(draft, sheet, id);
  const rest = all.filter((one) => one.id !== id);
  const to = {
    BringToFront: rest.length,
    SendToBack: 0,
    BringForward: Math.min(at + 1, rest.length),
    SendBackward: Math.max(at - 1, 0),
  }[order];
  put(draft, sheet, [...rest.slice(0, to), shape, ...rest.slice(to)]);
};

/** A group's members move and grow with it. */
export const placeShape = (
  draft: Draft,
  sheet: string,
  id: string,
  to: Partial<Pick<Shape, "left" | "top" | "width" | "height">>,
): void => {
  const old = shapeIn(draft, sheet, id);
  const next = { ...old, ...to };
  const across = old.width === 0 ? 1 : next.width / old.width;
  const down = old.height === 0 ? 1 : next.height / old.height;
  changeShape(draft, sheet, id, to);
  for (const member of old.members ?? []) {
    const one = shapeIn(draft, sheet, member);
    placeShape(draft, sheet, member, {
      left: next.left + (one.left - old.left) * across,
      top: next.top + (one.top - old.top) * down,
      width: one.width * across,
      height: one.height * down,
    });
  }
};
