/** A file's shapes, lines, pictures and groups as the model has them. */
import type { Shape } from "../../model/shape";
import { GEOMETRIC_SHAPES } from "../../objects/geometric-shapes";
import { pictureFrom, type Picture } from "../../objects/picture";
import type { Theme } from "../colors";
import { type Branch, childOf, childrenOf, flagIn, numberIn } from "../xml";
import { toPoints, type Box } from "./anchor";
import { fillOf, inkOf } from "./ink";
import { unlike, wordFor, type Properties } from "./kept";
import { readLetters } from "./lettering";
import { wordsOf } from "./read-title";
import {
  ALIGNMENTS,
  ANCHORS,
  ARROW_LENGTHS,
  ARROW_WIDTHS,
  ARROWS,
  COMPOUNDS,
  connectorOf,
  DASHES,
  DIRECTIONS,
  FITS,
  MARGINS,
  OVERFLOWS,
  ROUND_DOT,
  shapeOfPreset,
  USUAL,
} from "./shape-words";

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

const readOutline = (ln: Branch | undefined, usual: string | undefined, theme: Theme): Properties => {
  if (!ln) return usual === undefined ? {} : { "line.visible": false };
  if (childOf(ln, "noFill")) return usual === undefined ? {} : { "line.visible": false };
  const ink = inkOf(childOf(ln, "solidFill"), theme);
  const units = numberIn(ln, "w");
  const dash = childOf(ln, "prstDash")?.attributes.get("val");
  const round = ln.attributes.get("cap") === ROUND_DOT.cap && dash === ROUND_DOT.dash;
  return {
    ...unlike("line.color", ink?.colour, usual),
    ...unlike("line.transparency", ink?.transparency, 0),
    ...unlike("line.weight", units === undefined ? undefined : toPoints(units), USUAL.weight),
    ...unlike("line.dashStyle", round ? ROUND_DOT.word : wordFor(DASHES, dash), "Solid"),
    ...unlike("line.style", wordFor(COMPOUNDS, ln.attributes.get("cmpd")), "Single"),
  };
};

const readGround = (properties: Branch | undefined, theme: Theme): Properties => {
  const fill = fillOf(properties);
  const ink = inkOf(fill, theme);
  if (!ink) return { "fill.none": true };
  return {
    ...unlike("fill.color", ink.colour, USUAL.fill),
    ...unlike("fill.transparency", ink.transparency, 0),
  };
};

const readText = (body: Branch | undefined, theme: Theme): Properties => {
  if (!body) return {};
  const frame = childOf(body, "bodyPr");
  const [paragraph] = childrenOf(body, "p");
  const about = childOf(paragraph, "pPr");
  const run = childOf(childOf(paragraph, "r"), "rPr") ?? childOf(paragraph, "endParaRPr");
  const text = wordsOf(body);
  const word = (name: string, words: Readonly<Record<string, string>>) =>
    wordFor(words, frame?.attributes.get(name));
  const fit = FITS_READ.find((each) => childOf(frame, each));
  return {
    ...unlike("text", text, ""),
    ...Object.fromEntries(
      MARGINS.flatMap(([key, name, usual]) => {
        const units = numberIn(frame, name);
        const points = units === undefined ? undefined : toPoints(units);
        return points === undefined || points === usual ? [] : [[`frame.${key}`, points]];
      }),
    ),
    ...unlike("frame.verticalAlignment", word("anchor", ANCHORS), "Top"),
    ...unlike("frame.verticalOverflow", word("vertOverflow", OVERFLOWS), "Overflow"),
    ...unlike("frame.horizontalOverflow", word("horzOverflow", OVERFLOWS), "Overflow"),
    ...unlike("frame.orientation", word("vert", DIRECTIONS), "Horizontal"),
    ...unlike("frame.autoSizeSetting", wordFor(FITS, fit), "AutoSizeNone"),
    ...unlike("frame.horizontalAlignment", wordFor(ALIGNMENTS, about?.attributes.get("algn")), "Left"),
    ...unlike("frame.readingOrder", flagIn(about, "rtl") ? "RightToLeft" : "LeftToRight", "LeftToRight"),
    ...readLetters(run, "font", { size: USUAL.size, fill: "", colour: USUAL.letters }, theme),
  };
};
const FITS_READ = Object.values(FITS);

/** What only a style says, a file's shape that has one leaves out. */
const styled = (shape: Branch, properties: Branch | undefined, theme: Theme): Branch | undefined => {
  const style = childOf(shape, "style");
  if (!style || !properties) return properties;
  const colour = (name: string): Branch[] => {
    const reference = childOf(style, name);
    return reference && reference.attributes.get("idx") !== "0" ? [...reference.children] : [];
  };
  const solid = (children: Branch[]): Branch => ({
    name: "solidFill",
    attributes: new Map(),
    children,
    text: "",
  });
  const [fill, line] = [colour("fillRef"), colour("lnRef")];
  const more: Branch[] = [];
  if (!fillOf(properties) && fill.length > 0 && inkOf(solid(fill), theme)) more.push(solid(fill));
  const ln = childOf(properties, "ln");
  if (line.length > 0 && (!ln || !fillOf(ln))) {
    const drawn: Branch = {
      name: "ln",
      attributes: ln?.attributes ?? new Map(),
      children: [...(ln?.children ?? []), solid(line)],
      text: "",
    };
    return {
      ...properties,
      children: [...properties.children.filter((each) => each !== ln), ...more, drawn],
    };
  }
  return { ...properties, children: [...properties.children, ...more] };
};

/** A script or an address in a drawing from outside is none of a picture's business. */
const isHarmlessSvg = (base64: string): boolean => {
  const text = new TextDecoder().decode(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
  return !/<script|<foreignObject|\son\w+\s*=|href\s*=\s*["'](?!#)|<!DOCTYPE|<!ENTITY|url\s*\(\s*["']?(?!#)/i.test(
    text,
  );
};

const pictureOf = (blip: Branch | undefined, { picture }: ShapeReading): Picture | undefined => {
  const svg = childrenOf(childOf(blip, "extLst"), "ext")
    .map((ext) => childOf(ext, "svgBlip")?.attributes.get("embed"))
    .find((id) => id !== undefined);
  for (const relation of [svg, blip?.attributes.get("embed")]) {
    const base64 = picture(relation);
    if (base64 === undefined) continue;
    try {
      const found = pictureFrom(base64);
      if (found.format !== "SVG" || isHarmlessSvg(base64)) return found;
    } catch {
      // Not a picture this host knows: told by whoever asked.
    }
  }
  return undefined;
};

const KNOWN_SHAPES: ReadonlySet<string> = new Set(GEOMETRIC_SHAPES);

/** From the space of a group to that of the sheet. */
type Place = (box: Box) => Box;

const boxIn = (xfrm: Branch | undefined, off = "off", ext = "ext"): Box => {
  const [corner, size] = [childOf(xfrm, off), childOf(xfrm, ext)];
  return {
    left: toPoints(numberIn(corner, "x") ?? 0),
    top: toPoints(numberIn(corner, "y") ?? 0),
    width: toPoints(numberIn(size, "cx") ?? 0),
    height: toPoints(numberIn(size, "cy") ?? 0),
  };
};

const round = (points: number): number => Math.round(points * 10_000) / 10_000;

const into =
  (inside: Box, outside: Box): Place =>
  ({ left, top, width, height }) => {
    const across = inside.width === 0 ? 1 : outside.width / inside.width;
    const down = inside.height === 0 ? 1 : outside.height / inside.height;
    return {
      left: round(outside.left + (left - inside.left) * across),
      top: round(outside.top + (top - inside.top) * down),
      width: round(width * across),
      height: round(height * down),
    };
  };

/** The box of an anchor is that of the turned shape; its own is the one before it was turned. */
const unturned = (box: Box, rotation: number): Box => {
  const turn = ((rotation % 180) + 180) % 180;
  if (turn < 45 || turn >= 135) return box;
  const { left, top, width, height } = box;
  return {
    left: round(left + (width - height) / 2),
    top: round(top + (height - width) / 2),
    width: height,
    height: width,
  };
};

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
      const found = pictureOf(childOf(childOf(branch, "blipFill"), "blip"), reading);
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

const readEnd = (end: Branch | undefined, name: "begin" | "end"): Properties => ({
  ...unlike(`${name}.style`, wordFor(ARROWS, end?.attributes.get("type")), "None"),
  ...unlike(`${name}.width`, wordFor(ARROW_WIDTHS, end?.attributes.get("w")), "Medium"),
  ...unlike(`${name}.length`, wordFor(ARROW_LENGTHS, end?.attributes.get("len")), "Medium"),
});

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
