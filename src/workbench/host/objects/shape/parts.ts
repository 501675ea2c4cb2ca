/** The parts of a shape: its fill, its outline, its text, what it is as a line, a picture or a geometric shape. */
import type { Shape } from "../../model/attached/shape";
import { groupOf, shapesOf, ungroup } from "../../model/attached/shapes";
import { refuse } from "../../refusal";
import {
  handle,
  isHandle,
  objectType,
  type Arguments,
  type ObjectType,
  type Scalar,
  type Turn,
} from "../../wire/object-type";
import { wholeNumber } from "../arguments";
import { colorFrom } from "../color";
import { shape } from "./shape";
import { of, keep, kept, share, positive, yes, word, type ShapeRef } from "./ref";

const isFilled = ({ type, properties }: Shape): boolean =>
  properties["fill.none"] !== true && (type === "GeometricShape" || properties["fill.color"] !== undefined);

export const shapeFill: ObjectType<ShapeRef> = objectType<ShapeRef>("ShapeFill", {
  scalars: {
    foregroundColor: {
      get: (ref, turn) =>
        isFilled(of(ref, turn)) ? (of(ref, turn).properties["fill.color"] ?? "#4472C4") : "",
      set: (ref, value, { draft }) =>
        keep(draft, ref, { "fill.color": colorFrom(value), "fill.none": false }),
    },
    transparency: kept("fill.transparency", 0, share),
    type: { get: (ref, turn) => (isFilled(of(ref, turn)) ? "Solid" : "NoFill") },
  },
  methods: {
    setSolidColor: (ref: ShapeRef, args: Arguments, { draft }: Turn) =>
      keep(draft, ref, { "fill.color": colorFrom(args[0]), "fill.none": false }),
    clear: (ref: ShapeRef, _: Arguments, { draft }: Turn) => keep(draft, ref, { "fill.none": true }),
  },
});

export const shapeLine: ObjectType<ShapeRef> = objectType<ShapeRef>("ShapeLineFormat", {
  scalars: {
    color: kept("line.color", "#2F528F", colorFrom, { "line.visible": true }),
    weight: kept("line.weight", 1, positive, { "line.visible": true }),
    transparency: kept("line.transparency", 0, share),
    visible: kept("line.visible", true, yes),
    dashStyle: kept(
      "line.dashStyle",
      "Solid",
      word(
        "Dash", "DashDot", "DashDotDot", "LongDash", "LongDashDot", "RoundDot", "Solid", "SquareDot",
        "LongDashDotDot", "SystemDash", "SystemDot", "SystemDashDot",
      ), // prettier-ignore
    ),
    style: kept(
      "line.style",
      "Single",
      word("Single", "ThickBetweenThin", "ThickThin", "ThinThick", "ThinThin"),
    ),
  },
});

const itself = { shape: (ref: ShapeRef) => handle(shape, ref) };
const id: Scalar<ShapeRef> = { get: (ref) => ref.id };

export const geometricShape: ObjectType<ShapeRef> = objectType<ShapeRef>("GeometricShape", {
  identity: (ref) => ({ Id: ref.id }),
  scalars: { id },
  objects: itself,
});

export const image: ObjectType<ShapeRef> = objectType<ShapeRef>("Image", {
  identity: (ref) => ({ Id: ref.id }),
  scalars: { id, format: { get: (ref, turn) => of(ref, turn).picture?.format ?? "UNKNOWN", as: "format" } },
  objects: itself,
});

const arrow = (end: "begin" | "end"): Readonly<Record<string, Scalar<ShapeRef>>> => ({
  [`${end}ArrowheadLength`]: kept(`${end}.length`, "Medium", word("Short", "Medium", "Long")),
  [`${end}ArrowheadStyle`]: kept(
    `${end}.style`,
    "None",
    word("None", "Triangle", "Stealth", "Diamond", "Oval", "Open"),
  ),
  [`${end}ArrowheadWidth`]: kept(`${end}.width`, "Medium", word("Narrow", "Medium", "Wide")),
});

type End = "begin" | "end";
const joinedTo = (ref: ShapeRef, end: End, turn: Turn): string | undefined => {
  const found = of(ref, turn).properties[`${end}.shape`];
  return typeof found === "string" && shapesOf(turn.draft, ref.sheet).some((one) => one.id === found)
    ? found
    : undefined;
};
const join =
  (end: End) =>
  (ref: ShapeRef, args: Arguments, { draft }: Turn): void => {
    const [given, site] = args;
    if (!isHandle(given) || given.type.name !== "Shape") return refuse("InvalidArgument");
    const other = given.ref as ShapeRef;
    if (other.sheet !== ref.sheet || other.id === ref.id) refuse("InvalidArgument");
    keep(draft, ref, { [`${end}.shape`]: other.id, [`${end}.site`]: wholeNumber(site) });
  };
const part =
  (end: End) =>
  (ref: ShapeRef, _: Arguments, { draft }: Turn): void =>
    keep(draft, ref, { [`${end}.shape`]: undefined, [`${end}.site`]: undefined });
const joined = (end: End) => (ref: ShapeRef, turn: Turn) => {
  const other = joinedTo(ref, end, turn);
  return other === undefined ? refuse("InvalidOperation") : handle(shape, { sheet: ref.sheet, id: other });
};
const site = (end: End): Scalar<ShapeRef> => ({
  get: (ref, turn) => of(ref, turn).properties[`${end}.site`] ?? null,
});

export const line: ObjectType<ShapeRef> = objectType<ShapeRef>("Line", {
  identity: (ref) => ({ Id: ref.id }),
  scalars: {
    id,
    ...arrow("begin"),
    ...arrow("end"),
    connectorType: {
      ...kept("connectorType", "Straight", word("Straight", "Elbow", "Curve")),
      as: "connectorType",
    },
    isBeginConnected: { get: (ref, turn) => joinedTo(ref, "begin", turn) !== undefined },
    isEndConnected: { get: (ref, turn) => joinedTo(ref, "end", turn) !== undefined },
    beginConnectedSite: site("begin"),
    endConnectedSite: site("end"),
  },
  objects: { ...itself, beginConnectedShape: joined("begin"), endConnectedShape: joined("end") },
  methods: {
    connectBeginShape: join("begin"),
    connectEndShape: join("end"),
    disconnectBeginShape: part("begin"),
    disconnectEndShape: part("end"),
  },
});

const groupMembers: ObjectType<ShapeRef> = objectType<ShapeRef>("GroupShapeCollection", {
  items: (ref, turn) => (of(ref, turn).members ?? []).map((member) => handle(shape, { ...ref, id: member })),
  item: (ref, key, turn) => {
    const members = of(ref, turn).members ?? [];
    const found = shapesOf(turn.draft, ref.sheet).find(
      (one) => members.includes(one.id) && (one.id === key || one.name === key),
    );
    return found ? handle(shape, { ...ref, id: found.id }) : null;
  },
});

export const shapeGroup: ObjectType<ShapeRef> = objectType<ShapeRef>("ShapeGroup", {
  identity: (ref) => ({ Id: ref.id }),
  scalars: { id },
  objects: { ...itself, shapes: (ref: ShapeRef) => handle(groupMembers, ref) },
  methods: {
    ungroup: (ref: ShapeRef, _: Arguments, { draft }: Turn) => ungroup(draft, ref.sheet, ref.id),
  },
});

export const parentOf = (ref: ShapeRef, { draft }: Turn): Shape | undefined =>
  groupOf(draft, ref.sheet, ref.id);
