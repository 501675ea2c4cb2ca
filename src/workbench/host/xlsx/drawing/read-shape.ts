/** A file's shapes, lines, pictures and groups as the model has them. */
import type { Shape } from "../../model/attached/shape";
import { GEOMETRIC_SHAPES } from "../../objects/shape/geometric-shapes";
import type { Theme } from "../colors";
import { childOf, childrenOf, flagIn, numberIn, type Branch } from "../xml";
import type { Box } from "./anchor";
import { fillOf } from "./ink";
import { unlike, type Properties } from "./kept";
import { pictureOf } from "./read-picture";
import { readEnd, readGround, readOutline, readText, styled } from "./read-shape-look";
import { boxIn, into, unturned, type Place } from "./shape-place";
import { connectorOf, shapeOfPreset, USUAL } from "./shape-words";

export interface ShapeReading {
  readonly theme: Theme;
  readonly takeId: (wanted: string | undefined) => string;
  /** The bytes behind a relationship, in base64. */
  readonly picture: (relation: string | undefined) => string | undefined;
  readonly lose: (word: string, name: string) => void;
  /** One more; false when there are too many. */
  readonly count: () => boolean;
}

export interface NamedPart {
  readonly id: string | undefined;
  readonly number: number;
  readonly name: string;
  readonly properties: Properties;
}

const aboutOf = (branch: Branch): Branch | undefined =>
  childOf(
    branch.children.find(({ name }) => /^nv\w+Pr$/.test(name)),
    "cNvPr",
  );

export const namedPart = (branch: Branch): NamedPart => {
  const about = aboutOf(branch);
  const id = childrenOf(childOf(about, "extLst"), "ext")
    .map((ext) => childOf(ext, "creationId")?.attributes.get("id"))
    .find((each) => each !== undefined);
  return {
    id,
    number: numberIn(about, "id") ?? 0,
    name: about?.attributes.get("name") ?? "",
    properties: {
      ...unlike("visible", !flagIn(about, "hidden"), true),
      ...unlike("altTextDescription", about?.attributes.get("descr") || undefined, undefined),
      ...unlike("altTextTitle", about?.attributes.get("title") || undefined, undefined),
    },
  };
};

const KNOWN_SHAPES: ReadonlySet<string> = new Set(GEOMETRIC_SHAPES);

export interface ReadShapes {
  /** In their order: what lies above comes later; members of a group before it. */
  readonly shapes: readonly Shape[];
  /** Of this element itself. */
  readonly id: string;
}

/** `box`: where the anchor says it is; members of a group say it themselves. undefined for what is not taken over. */
export const readShape = (
  branch: Branch,
  box: Box | undefined,
  place: Place,
  placement: Properties,
  numbers: Map<number, string>,
  reading: ShapeReading,
): ReadShapes | undefined => {
  const { theme, lose } = reading;
  const named = namedPart(branch);
  const properties = childOf(branch, branch.name === "grpSp" ? "grpSpPr" : "spPr");
  const xfrm = childOf(properties, "xfrm");
  const rotation = ((((numberIn(xfrm, "rot") ?? 0) / 60_000) % 360) + 360) % 360;
  const spot = box ? unturned(box, rotation) : place(boxIn(xfrm));
  const drawn = styled(branch, properties, theme);
  const preset = childOf(properties, "prstGeom")?.attributes.get("prst");
  const flips: Properties = {
    ...unlike("flippedAcross", flagIn(xfrm, "flipH"), false),
    ...unlike("flippedDown", flagIn(xfrm, "flipV"), false),
  };
  if (!reading.count()) return undefined;
  const make = (
    type: Shape["type"],
    own: Properties,
    more: Partial<Pick<Shape, "members" | "picture">> = {},
    inside: readonly Shape[] = [],
  ): ReadShapes => {
    const id = reading.takeId(named.id);
    numbers.set(named.number, id);
    const shape: Shape = {
      id,
      name: named.name,
      type,
      ...spot,
      rotation,
      ...more,
      properties: { ...own, ...named.properties, ...placement },
    };
    return { id, shapes: [...inside, shape] };
  };
  const locked = (about: string, locks: string, usual: boolean): Properties =>
    unlike(
      "lockAspectRatio",
      flagIn(childOf(childOf(branch.children[0], about), locks), "noChangeAspect"),
      usual,
    );
  switch (branch.name) {
    case "pic": {
      const found = pictureOf(childOf(childOf(branch, "blipFill"), "blip"), reading.picture);
      if (!found) {
        lose("画像", named.name);
        return undefined;
      }
      const { width, height, ...picture } = found;
      return make(
        "Image",
        {
          "original.width": width,
          "original.height": height,
          ...flips,
          ...locked("cNvPicPr", "picLocks", true),
          ...readOutline(childOf(drawn, "ln"), undefined, theme),
        },
        { picture },
      );
    }
    case "cxnSp":
    case "sp": {
      const connector = preset === undefined ? undefined : connectorOf(preset);
      if (connector !== undefined) {
        const ln = childOf(drawn, "ln");
        const joints = childOf(childOf(branch, "nvCxnSpPr"), "cNvCxnSpPr");
        return make("Line", {
          connectorType: connector,
          flippedAcross: flagIn(xfrm, "flipH"),
          flippedDown: flagIn(xfrm, "flipV"),
          ...locked("cNvCxnSpPr", "cxnSpLocks", false),
          ...readOutline(ln, USUAL.line, theme),
          ...readEnd(childOf(ln, "headEnd"), "begin"),
          ...readEnd(childOf(ln, "tailEnd"), "end"),
          ...readJoint(childOf(joints, "stCxn"), "begin"),
          ...readJoint(childOf(joints, "endCxn"), "end"),
        });
      }
      const kind = preset === undefined ? undefined : shapeOfPreset(preset);
      if (kind === undefined || !KNOWN_SHAPES.has(kind)) {
        lose("自由な形の図形", named.name);
        return undefined;
      }
      for (const fill of [fillOf(drawn), fillOf(childOf(drawn, "ln"))])
        if (fill && /^(?:grad|patt|blip)Fill$/.test(fill.name))
          lose("図形のグラデーションや模様", named.name);
      return make("GeometricShape", {
        geometricShapeType: kind,
        ...flips,
        ...locked("cNvSpPr", "spLocks", false),
        ...readGround(drawn, theme),
        ...readOutline(childOf(drawn, "ln"), USUAL.line, theme),
        ...readText(childOf(branch, "txBody"), theme),
      });
    }
    case "grpSp": {
      const inner = into(boxIn(xfrm, "chOff", "chExt"), spot);
      const inside = branch.children.flatMap((child) => {
        if (!/^(?:sp|cxnSp|pic|grpSp)$/.test(child.name)) {
          if (/^(?:graphicFrame|AlternateContent|contentPart)$/.test(child.name))
            lose("グループの中のグラフなど", named.name);
          return [];
        }
        return readShape(child, undefined, inner, {}, numbers, reading) ?? [];
      });
      return make(
        "Group",
        { ...locked("cNvGrpSpPr", "grpSpLocks", false) },
        { members: inside.map(({ id }) => id) },
        inside.flatMap(({ shapes }) => shapes),
      );
    }
    default:
      return undefined;
  }
};

/** The other shape by its number; put in when all are read. */
const readJoint = (joint: Branch | undefined, end: "begin" | "end"): Properties =>
  joint
    ? { [`${end}.number`]: numberIn(joint, "id") ?? -1, [`${end}.site`]: numberIn(joint, "idx") ?? 0 }
    : {};

/** Lines know the shapes they join once all of them are read. */
export const joined = (shapes: readonly Shape[], numbers: ReadonlyMap<number, string>): readonly Shape[] =>
  shapes.map((shape) => {
    if (shape.type !== "Line") return shape;
    const { "begin.number": begin, "end.number": end, ...properties } = shape.properties;
    const other = (name: string, number: unknown): Properties => {
      const id = typeof number === "number" ? numbers.get(number) : undefined;
      return id === undefined ? {} : { [`${name}.shape`]: id };
    };
    return { ...shape, properties: { ...properties, ...other("begin", begin), ...other("end", end) } };
  });
