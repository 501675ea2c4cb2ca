/** How a file's shape looks: its ground, its outline and the ends of a line, its text. */
import type { Theme } from "../colors";
import { type Branch, childOf, childrenOf, flagIn, numberIn } from "../xml";
import { toPoints } from "./anchor";
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
  DASHES,
  DIRECTIONS,
  FITS,
  MARGINS,
  OVERFLOWS,
  ROUND_DOT,
  USUAL,
} from "./shape-words";

export const readOutline = (ln: Branch | undefined, usual: string | undefined, theme: Theme): Properties => {
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

export const readGround = (properties: Branch | undefined, theme: Theme): Properties => {
  const fill = fillOf(properties);
  const ink = inkOf(fill, theme);
  if (!ink) return { "fill.none": true };
  return {
    ...unlike("fill.color", ink.colour, USUAL.fill),
    ...unlike("fill.transparency", ink.transparency, 0),
  };
};

export const readText = (body: Branch | undefined, theme: Theme): Properties => {
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
export const styled = (shape: Branch, properties: Branch | undefined, theme: Theme): Branch | undefined => {
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

export const readEnd = (end: Branch | undefined, name: "begin" | "end"): Properties => ({
  ...unlike(`${name}.style`, wordFor(ARROWS, end?.attributes.get("type")), "None"),
  ...unlike(`${name}.width`, wordFor(ARROW_WIDTHS, end?.attributes.get("w")), "Medium"),
  ...unlike(`${name}.length`, wordFor(ARROW_LENGTHS, end?.attributes.get("len")), "Medium"),
});
