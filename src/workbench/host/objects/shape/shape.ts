/** Shapes: geometric ones, text boxes, lines, pictures and groups, and the collection of a sheet. */
import type { Shape } from "../../model/attached/shape";
import {
  addShape,
  copyShape,
  changeShape,
  deleteShape,
  groupOf,
  groupShapes,
  placeShape,
  reorderShape,
  shapesOf,
} from "../../model/attached/shapes";
import { sheetById, sheetByName } from "../../model/book";
import { refuse } from "../../refusal";
import {
  handle,
  isHandle,
  objectType,
  type Arguments,
  type Handle,
  type ObjectType,
  type Scalar,
  type Turn,
} from "../../wire/object-type";
import { anyNumber, oneOf, optionalText, text } from "../arguments";
import { GEOMETRIC_SHAPES } from "./geometric-shapes";
import { pictureFrom } from "./picture";
import { geometricShape, image, line, parentOf, shapeFill, shapeGroup, shapeLine } from "./parts";
import { kept, of, word, yes, type ShapeRef } from "./ref";
import { textFrame } from "./text";

const length = (value: unknown): number => {
  const points = anyNumber(value);
  return points >= 0 ? points : refuse("InvalidArgument");
};

/** Pictures keep their proportions unless told otherwise. */
const isLocked = ({ type, properties }: Shape): boolean =>
  properties.lockAspectRatio === true || (properties.lockAspectRatio === undefined && type === "Image");

const placed = (
  key: "left" | "top" | "width" | "height",
  read: (value: unknown) => number,
): Scalar<ShapeRef> => ({
  get: (ref, turn) => of(ref, turn)[key],
  set: (ref, value, turn) => {
    const old = of(ref, turn);
    const next = read(value);
    const other = key === "width" ? "height" : key === "height" ? "width" : undefined;
    const along =
      isLocked(old) && other && old[key] > 0 ? { [other]: (old[other] * next) / old[key] } : undefined;
    placeShape(turn.draft, ref.sheet, ref.id, { [key]: next, ...along });
  },
});

/** Only the part of the shape's own type is there. */
const only =
  (type: Shape["type"], part: ObjectType<ShapeRef>) =>
  (ref: ShapeRef, turn: Turn): Handle =>
    of(ref, turn).type === type ? handle(part, ref) : refuse("InvalidOperation");

const FROM = ["ScaleFromTopLeft", "ScaleFromMiddle", "ScaleFromBottomRight"] as const;

const scaled =
  (size: "width" | "height", edge: "left" | "top") =>
  (ref: ShapeRef, args: Arguments, turn: Turn): void => {
    const factor = length(args[0]);
    const base = oneOf(args[1], ["CurrentSize", "OriginalSize"]);
    const from = oneOf(args[2], FROM, "ScaleFromTopLeft");
    const old = of(ref, turn);
    const original = old.properties[`original.${size}`];
    if (base === "OriginalSize" && (old.type !== "Image" || typeof original !== "number"))
      refuse("InvalidArgument");
    const next = (base === "OriginalSize" ? Number(original) : old[size]) * factor;
    const share = { ScaleFromTopLeft: 0, ScaleFromMiddle: 0.5, ScaleFromBottomRight: 1 }[from];
    const other = size === "width" ? "height" : "width";
    placeShape(turn.draft, ref.sheet, ref.id, {
      ...(isLocked(old) && old[size] > 0 ? { [other]: (old[other] * next) / old[size] } : {}),
      [size]: next,
      [edge]: old[edge] + (old[size] - next) * share,
    });
  };

const stepped =
  (key: "left" | "top") =>
  (ref: ShapeRef, args: Arguments, turn: Turn): void =>
    placeShape(turn.draft, ref.sheet, ref.id, { [key]: of(ref, turn)[key] + anyNumber(args[0]) });

const degrees = (value: number): number => ((value % 360) + 360) % 360;

export const shape: ObjectType<ShapeRef> = objectType<ShapeRef>("Shape", {
  identity: (ref) => ({ Id: ref.id }),
  scalars: {
    id: { get: (ref) => ref.id },
    name: {
      get: (ref, turn) => of(ref, turn).name,
      set: (ref, value, { draft }) => changeShape(draft, ref.sheet, ref.id, { name: text(value) }),
    },
    type: { get: (ref, turn) => of(ref, turn).type },
    left: placed("left", anyNumber),
    top: placed("top", anyNumber),
    width: placed("width", length),
    height: placed("height", length),
    rotation: {
      get: (ref, turn) => of(ref, turn).rotation,
      set: (ref, value, { draft }) =>
        changeShape(draft, ref.sheet, ref.id, { rotation: degrees(anyNumber(value)) }),
    },
    visible: kept("visible", true, yes),
    lockAspectRatio: {
      get: (ref, turn) => isLocked(of(ref, turn)),
      set: (ref, value, turn) => kept("lockAspectRatio", false, yes).set?.(ref, value, turn),
    },
    placement: kept("placement", "TwoCell", word("TwoCell", "OneCell", "Absolute")),
    altTextTitle: kept("altTextTitle", "", text),
    altTextDescription: kept("altTextDescription", "", text),
    geometricShapeType: {
      get: (ref, turn) => of(ref, turn).properties.geometricShapeType ?? null,
      set: (ref, value, turn) => {
        if (of(ref, turn).type !== "GeometricShape") refuse("InvalidOperation");
        kept("geometricShapeType", "", (given) => oneOf(given, GEOMETRIC_SHAPES)).set?.(ref, value, turn);
      },
    },
    level: { get: (ref, turn) => (parentOf(ref, turn) ? 1 : 0) },
    zOrderPosition: {
      get: (ref, { draft }) => shapesOf(draft, ref.sheet).findIndex(({ id }) => id === ref.id),
    },
  },
  objects: {
    fill: (ref: ShapeRef) => handle(shapeFill, ref),
    lineFormat: (ref: ShapeRef) => handle(shapeLine, ref),
    textFrame: (ref: ShapeRef) => handle(textFrame, ref),
    geometricShape: only("GeometricShape", geometricShape),
    image: only("Image", image),
    line: only("Line", line),
    group: only("Group", shapeGroup),
    parentGroup: (ref: ShapeRef, turn: Turn) => {
      const parent = parentOf(ref, turn);
      return parent ? handle(shape, { ...ref, id: parent.id }) : refuse("InvalidOperation");
    },
  },
  methods: {
    delete: (ref: ShapeRef, _: Arguments, { draft }: Turn) => deleteShape(draft, ref.sheet, ref.id),
    incrementLeft: stepped("left"),
    incrementTop: stepped("top"),
    incrementRotation: (ref: ShapeRef, args: Arguments, turn: Turn) =>
      changeShape(turn.draft, ref.sheet, ref.id, {
        rotation: degrees(of(ref, turn).rotation + anyNumber(args[0])),
      }),
    scaleWidth: scaled("width", "left"),
    scaleHeight: scaled("height", "top"),
    setZOrder: (ref: ShapeRef, args: Arguments, { draft }: Turn) =>
      reorderShape(
        draft,
        ref.sheet,
        ref.id,
        oneOf(args[0], ["BringToFront", "BringForward", "SendToBack", "SendBackward"]),
      ),
    copyTo: (ref: ShapeRef, args: Arguments, turn: Turn) => {
      const { draft } = turn;
      const original = of(ref, turn);
      const target = sheetFrom(args[0], ref.sheet, turn);
      return handle(shape, { sheet: target, id: copyShape(draft, ref.sheet, original, target) });
    },
    getAsImage: (ref: ShapeRef, args: Arguments, turn: Turn) => {
      const { draft, session } = turn;
      const drawn = of(ref, turn);
      const format = oneOf(args[0], ["PNG", "JPEG", "SVG", "BMP", "GIF"]);
      // A picture in the format it came in is given back as it came.
      if (drawn.picture?.format === format) return drawn.picture.base64;
      if (format === "BMP" || format === "GIF") {
        return refuse("NotImplemented", `Shape.getAsImage: the workbench draws no ${format}.`);
      }
      return (
        session.host.drawShape?.(drawn, shapesOf(draft, ref.sheet), format) ??
        refuse("NotImplemented", "Shape.getAsImage: only the workbench's page draws shapes.")
      );
    },
    _getShapeById: (_: ShapeRef, args: Arguments, { draft }: Turn) => anywhere(args[0], draft.book.sheets),
  },
});

const sheetFrom = (given: unknown, home: string, { draft }: Turn): string => {
  if (given === null || given === undefined) return home;
  if (isHandle(given) && given.type.name === "Worksheet") return (given.ref as { readonly id: string }).id;
  const name = text(given);
  return (sheetById(draft.book, name) ?? sheetByName(draft.book, name))?.id ?? refuse("InvalidArgument");
};

interface ShapesRef {
  readonly sheet: string;
}

/** As large as Excel makes it when a program says nothing. */
const STANDARD = { left: 0, top: 0, width: 72, height: 72 } as const;

const textBox = (given: string) => ({
  geometricShapeType: "Rectangle",
  text: given,
  "fill.color": "#FFFFFF",
  "line.color": "#BFBFBF",
  "line.weight": 0.75,
  "font.color": "#000000",
});

export const shapes: ObjectType<ShapesRef> = objectType<ShapesRef>("ShapeCollection", {
  // What is in a group is found there, and counts here as one with it.
  items: (ref, { draft }) =>
    shapesOf(draft, ref.sheet)
      .filter(({ id }) => !groupOf(draft, ref.sheet, id))
      .map(({ id }) => handle(shape, { ...ref, id })),
  item: (ref, key, { draft }) => {
    const found = shapesOf(draft, ref.sheet).find(({ id, name }) => id === key || name === key);
    return found ? handle(shape, { ...ref, id: found.id }) : null;
  },
  methods: {
    addGeometricShape: (ref: ShapesRef, args: Arguments, { draft }: Turn) => {
      const geometricShapeType = oneOf(args[0], GEOMETRIC_SHAPES);
      const properties = { geometricShapeType };
      return handle(shape, {
        ...ref,
        id: addShape(draft, ref.sheet, "図形", { type: "GeometricShape", ...STANDARD, properties }),
      });
    },
    addTextBox: (ref: ShapesRef, args: Arguments, { draft }: Turn) => {
      const properties = textBox(optionalText(args[0]) ?? "");
      return handle(shape, {
        ...ref,
        id: addShape(draft, ref.sheet, "テキスト ボックス", {
          type: "GeometricShape",
          ...STANDARD,
          properties,
        }),
      });
    },
    addLine: (ref: ShapesRef, args: Arguments, { draft }: Turn) => {
      const [fromLeft, fromTop, toLeft, toTop] = args.slice(0, 4).map(anyNumber) as [
        number,
        number,
        number,
        number,
      ];
      const connectorType = oneOf(args[4], ["Straight", "Elbow", "Curve"], "Straight");
      const id = addShape(draft, ref.sheet, "直線コネクタ", {
        type: "Line",
        left: Math.min(fromLeft, toLeft),
        top: Math.min(fromTop, toTop),
        width: Math.abs(toLeft - fromLeft),
        height: Math.abs(toTop - fromTop),
        properties: { connectorType, flippedAcross: toLeft < fromLeft, flippedDown: toTop < fromTop },
      });
      return handle(shape, { ...ref, id });
    },
    addImage: (ref: ShapesRef, args: Arguments, { draft }: Turn) => {
      const { width, height, ...picture } = pictureFrom(text(args[0]));
      const id = addShape(draft, ref.sheet, "図", {
        type: "Image",
        left: 0,
        top: 0,
        width,
        height,
        picture,
        properties: { "original.width": width, "original.height": height },
      });
      return handle(shape, { ...ref, id });
    },
    addGroup: (ref: ShapesRef, args: Arguments, { draft }: Turn) => {
      if (!Array.isArray(args[0])) return refuse("InvalidArgument");
      const ids = args[0].map((each: unknown) => {
        if (isHandle(each) && each.type.name === "Shape") return (each.ref as ShapeRef).id;
        const found = shapesOf(draft, ref.sheet).find(({ id, name }) => id === each || name === each);
        return found?.id ?? refuse("InvalidArgument");
      });
      return handle(shape, { ...ref, id: groupShapes(draft, ref.sheet, ids) });
    },
  },
});

const anywhere = (
  id: unknown,
  sheets: readonly { readonly id: string; readonly shapes: readonly Shape[] }[],
) => {
  const home = sheets.find((sheet) => sheet.shapes.some((one) => one.id === id));
  return home ? handle(shape, { sheet: home.id, id: text(id) }) : refuse("ItemNotFound");
};
