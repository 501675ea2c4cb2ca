/** Shapes, lines, pictures and groups as a file writes them. */
import type { Shape } from "../../model/attached/shape";
import { element, escapeText } from "../markup";
import { toUnits, type Box } from "./anchor";
import { NO_FILL, solid } from "./ink";
import { keptOf, type Kept } from "./kept";
import { letters } from "./lettering";
import {
  ALIGNMENTS,
  ANCHORS,
  ARROW_LENGTHS,
  ARROW_WIDTHS,
  ARROWS,
  COMPOUNDS,
  CONNECTORS,
  DASHES,
  DIRECTIONS,
  FITS,
  MARGINS,
  OVERFLOWS,
  presetOf,
  ROUND_DOT,
  USUAL,
} from "./shape-words";

export const CREATION = "{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}";

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** `<xdr:cNvPr>`: number, name, what is told to those who cannot see it, and the id it keeps. */
export const identity = (number: number, { id, name }: Named, kept?: Kept): string =>
  element(
    "xdr:cNvPr",
    {
      id: number,
      name,
      descr: kept?.text("altTextDescription") || undefined,
      title: kept?.text("altTextTitle") || undefined,
      hidden: kept?.flag("visible") === false ? true : undefined,
    },
    element(
      "a:extLst",
      {},
      element(
        "a:ext",
        { uri: CREATION },
        element("a16:creationId", {
          "xmlns:a16": "http://schemas.microsoft.com/office/drawing/2014/main",
          id,
        }),
      ),
    ),
  );

const frame = ({ left, top, width, height }: Box): string =>
  element("a:off", { x: toUnits(left), y: toUnits(top) }) +
  element("a:ext", { cx: toUnits(width), cy: toUnits(height) });

const turned = (shape: Shape, kept: Kept): string =>
  element(
    "a:xfrm",
    {
      rot: shape.rotation === 0 ? undefined : Math.round(shape.rotation * 60_000),
      flipH: kept.flag("flippedAcross") || undefined,
      flipV: kept.flag("flippedDown") || undefined,
    },
    frame(shape),
  );

const geometry = (preset: string): string => element("a:prstGeom", { prst: preset }, "<a:avLst/>");

const lineEnd = (name: string, kept: Kept, end: "begin" | "end"): string => {
  const type = ARROWS[kept.text(`${end}.style`) ?? "None"] ?? "none";
  const w = ARROW_WIDTHS[kept.text(`${end}.width`) ?? "Medium"];
  const len = ARROW_LENGTHS[kept.text(`${end}.length`) ?? "Medium"];
  return element(`a:${name}`, { type, w, len });
};

const outline = (kept: Kept, usual: string | undefined, ends: string): string => {
  const colour = kept.text("line.color") || usual;
  const weight = kept.number("line.weight");
  const transparency = kept.number("line.transparency");
  const style = kept.text("line.style") ?? "Single";
  const dash = kept.text("line.dashStyle") ?? "Solid";
  const hidden = kept.flag("line.visible") === false;
  if (hidden || (colour === undefined && weight === undefined)) return element("a:ln", {}, NO_FILL);
  const round = dash === ROUND_DOT.word;
  return element(
    "a:ln",
    {
      w: toUnits(weight ?? USUAL.weight),
      cap: round ? ROUND_DOT.cap : undefined,
      cmpd: style === "Single" ? undefined : COMPOUNDS[style],
    },
    [
      solid(colour ?? USUAL.line, transparency),
      element("a:prstDash", { val: round ? ROUND_DOT.dash : (DASHES[dash] ?? "solid") }),
      ends,
    ],
  );
};

const ground = (kept: Kept, usual: string | undefined): string => {
  const colour = kept.text("fill.color") || usual;
  const transparency = kept.number("fill.transparency");
  return kept.flag("fill.none") === true || colour === undefined ? NO_FILL : solid(colour, transparency);
};

const textBody = (kept: Kept): string => {
  const text = kept.text("text") ?? "";
  const margins = MARGINS.map(([key, name, usual]) => [name, toUnits(kept.number(`frame.${key}`) ?? usual)]);
  const orientation = DIRECTIONS[kept.text("frame.orientation") ?? "Horizontal"];
  const fit = FITS[kept.text("frame.autoSizeSetting") ?? "AutoSizeNone"] ?? "noAutofit";
  const rightToLeft = kept.text("frame.readingOrder") === "RightToLeft";
  const algn = ALIGNMENTS[kept.text("frame.horizontalAlignment") ?? "Left"];
  const usual = { size: USUAL.size, fill: solid(USUAL.letters), colour: USUAL.letters };
  const run = letters("a:rPr", kept, "font", usual);
  return element("xdr:txBody", {}, [
    element(
      "a:bodyPr",
      {
        vertOverflow: OVERFLOWS[kept.text("frame.verticalOverflow") ?? "Overflow"],
        horzOverflow: OVERFLOWS[kept.text("frame.horizontalOverflow") ?? "Overflow"],
        vert: orientation === "horz" ? undefined : orientation,
        wrap: "square",
        ...Object.fromEntries(margins),
        rtlCol: rightToLeft,
        anchor: ANCHORS[kept.text("frame.verticalAlignment") ?? "Top"],
      },
      element(`a:${fit}`),
    ),
    "<a:lstStyle/>",
    ...text
      .split("\n")
      .map((line) =>
        element("a:p", {}, [
          element("a:pPr", { algn, rtl: rightToLeft || undefined }),
          line === ""
            ? run.replace(/^<a:rPr/, "<a:endParaRPr").replace(/<\/a:rPr>$/, "</a:endParaRPr>")
            : element("a:r", {}, [run, element("a:t", {}, escapeText(line))]),
        ]),
      ),
  ]);
};

export interface ShapeWriting {
  /** The number a shape has in its drawing. */
  readonly numberOf: (id: string) => number | undefined;
  readonly shapeById: (id: string) => Shape | undefined;
  /** Adds the picture's bytes; gives the relationship to them, and to the picture newer programs take. */
  readonly picture: (shape: Shape) => { readonly embed: string; readonly svg?: string } | undefined;
  /** Told of properties that were not written. */
  readonly lose: (shape: Shape, paths: readonly string[]) => void;
}

const joint = (name: string, kept: Kept, end: "begin" | "end", { numberOf }: ShapeWriting): string => {
  const other = kept.text(`${end}.shape`);
  const idx = kept.number(`${end}.site`) ?? 0;
  const id = other === undefined ? undefined : numberOf(other);
  return id === undefined ? "" : element(`a:${name}`, { id, idx });
};

const pictureElement = (shape: Shape, number: number, kept: Kept, writing: ShapeWriting): string => {
  const found = writing.picture(shape);
  for (const path of ["original.width", "original.height"]) kept.number(path);
  if (!found) return "";
  const locked = kept.flag("lockAspectRatio") ?? true;
  const svg =
    found.svg === undefined
      ? ""
      : element(
          "a:extLst",
          {},
          element(
            "a:ext",
            { uri: "{96DAC541-7B7A-43D3-8B79-37D633B846F1}" },
            element("asvg:svgBlip", {
              "xmlns:asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
              "r:embed": found.svg,
            }),
          ),
        );
  const edge = kept.text("line.color") === undefined ? "" : outline(kept, undefined, "");
  return element("xdr:pic", {}, [
    element("xdr:nvPicPr", {}, [
      identity(number, shape, kept),
      element("xdr:cNvPicPr", {}, element("a:picLocks", { noChangeAspect: locked })),
    ]),
    element("xdr:blipFill", {}, [
      element("a:blip", { "r:embed": found.embed }, svg),
      "<a:stretch><a:fillRect/></a:stretch>",
    ]),
    element("xdr:spPr", {}, [turned(shape, kept), geometry("rect"), edge]),
  ]);
};

/** "" for what cannot be written. */
export const shapeElement = (shape: Shape, writing: ShapeWriting): string => {
  const kept = keptOf(shape.properties);
  const number = writing.numberOf(shape.id) ?? 0;
  kept.text("placement");
  const locks = (name: string): string =>
    kept.flag("lockAspectRatio") ? element(name, { noChangeAspect: true }) : "";
  const written = ((): string => {
    switch (shape.type) {
      case "Image":
        return pictureElement(shape, number, kept, writing);
      case "Group":
        return element("xdr:grpSp", {}, [
          element("xdr:nvGrpSpPr", {}, [
            identity(number, shape, kept),
            element("xdr:cNvGrpSpPr", {}, locks("a:grpSpLocks")),
          ]),
          element(
            "xdr:grpSpPr",
            {},
            turned(shape, kept).replace(
              "</a:xfrm>",
              `${element("a:chOff", { x: toUnits(shape.left), y: toUnits(shape.top) })}${element("a:chExt", { cx: toUnits(shape.width), cy: toUnits(shape.height) })}</a:xfrm>`,
            ),
          ),
          ...(shape.members ?? []).map((id) => {
            const member = writing.shapeById(id);
            return member ? shapeElement(member, writing) : "";
          }),
        ]);
      case "Line":
        return element("xdr:cxnSp", { macro: "" }, [
          element("xdr:nvCxnSpPr", {}, [
            identity(number, shape, kept),
            element("xdr:cNvCxnSpPr", {}, [
              locks("a:cxnSpLocks"),
              joint("stCxn", kept, "begin", writing),
              joint("endCxn", kept, "end", writing),
            ]),
          ]),
          element("xdr:spPr", {}, [
            turned(shape, kept),
            geometry(CONNECTORS[kept.text("connectorType") ?? "Straight"] ?? "line"),
            outline(kept, USUAL.line, lineEnd("headEnd", kept, "begin") + lineEnd("tailEnd", kept, "end")),
          ]),
        ]);
      case "GeometricShape":
        return element("xdr:sp", { macro: "", textlink: "" }, [
          element("xdr:nvSpPr", {}, [
            identity(number, shape, kept),
            element("xdr:cNvSpPr", {}, locks("a:spLocks")),
          ]),
          element("xdr:spPr", {}, [
            turned(shape, kept),
            geometry(presetOf(kept.text("geometricShapeType") ?? "Rectangle")),
            ground(kept, USUAL.fill),
            outline(kept, USUAL.line, ""),
          ]),
          textBody(kept),
        ]);
    }
  })();
  const rest = kept.rest();
  if (rest.length > 0) writing.lose(shape, rest);
  return written;
};
