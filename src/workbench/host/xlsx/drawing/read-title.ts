/** A title of a file's chart or axis. */
import type { Theme } from "../colors";
import { type Branch, childOf, childrenOf, flagIn, textOf } from "../xml";
import { fillOf, inkOf } from "./ink";
import { unlike, type Properties } from "./kept";
import { readChartText, readLetters, type UsualLetters } from "./lettering";
import { readChartLine } from "./stroke";

/** The ground and the edge of a part that has none of its own accord. */
export const readBox = (properties: Branch | undefined, path: string, theme: Theme): Properties => ({
  ...unlike(`${path}.fill.color`, inkOf(fillOf(properties), theme)?.colour, undefined),
  ...readChartLine(childOf(properties, "ln"), `${path}.border`, undefined, theme),
});

/** The words of a text body: a line a paragraph. */
export const wordsOf = (body: Branch | undefined): string =>
  childrenOf(body, "p")
    .map((paragraph) =>
      paragraph.children
        .map((each) =>
          each.name === "br"
            ? "\n"
            : each.name === "r" || each.name === "fld"
              ? textOf(childOf(each, "t"))
              : "",
        )
        .join(""),
    )
    .join("\n");

/** A title that shows a cell keeps the cell's words. */
const cachedWords = (tx: Branch | undefined): string | undefined => {
  const point = childOf(childOf(childOf(tx, "strRef"), "strCache"), "pt");
  return point && textOf(childOf(point, "v"));
};

export const readTitle = (
  title: Branch | undefined,
  path: string,
  usual: UsualLetters,
  theme: Theme,
): Properties => {
  if (!title) return {};
  const tx = childOf(title, "tx");
  const rich = childOf(tx, "rich");
  const text = rich ? wordsOf(rich) : cachedWords(tx);
  const [paragraph] = childrenOf(rich, "p");
  const run = childOf(childOf(paragraph, "r"), "rPr");
  const standard = childOf(childOf(paragraph, "pPr"), "defRPr");
  const font = `${path}.format.font`;
  const overlay = childOf(title, "overlay");
  return {
    ...(text === undefined || text === "" ? {} : { [`${path}.text`]: text, [`${path}.visible`]: true }),
    ...unlike(`${path}.overlay`, overlay !== undefined && flagIn(overlay, "val", true), false),
    ...(path === "title" ? readBox(childOf(title, "spPr"), `${path}.format`, theme) : {}),
    ...(rich
      ? { ...readLetters(standard, font, usual, theme), ...readLetters(run, font, usual, theme) }
      : readChartText(childOf(title, "txPr"), font, usual, theme)),
  };
};
