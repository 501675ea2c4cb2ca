/** A title of a chart or of an axis as a file writes it. */
import { element, escapeText } from "../markup";
import { NO_FILL, solid } from "./ink";
import type { Kept } from "./kept";
import { chartText, letters, type UsualLetters } from "./lettering";
import { chartLine } from "./stroke";

/** Lines of the text are paragraphs. */
const words = (text: string, kept: Kept, path: string, usual: UsualLetters, upright: boolean): string =>
  element(
    "c:tx",
    {},
    element("c:rich", {}, [
      element("a:bodyPr", upright ? { rot: -5_400_000, vert: "horz" } : { rot: 0, vert: "horz" }),
      "<a:lstStyle/>",
      ...text
        .split("\n")
        .map((line) =>
          element("a:p", {}, [
            element("a:pPr", {}, letters("a:defRPr", kept, path, usual)),
            element("a:r", {}, [letters("a:rPr", kept, path, usual), element("a:t", {}, escapeText(line))]),
          ]),
        ),
    ]),
  );

/** The ground and the edge of a part that has none of its own accord. */
export const boxPart = (kept: Kept, path: string): string => {
  const ground = kept.text(`${path}.fill.color`) || undefined;
  return element("c:spPr", {}, [
    ground === undefined ? NO_FILL : solid(ground),
    chartLine(kept, `${path}.border`, undefined),
  ]);
};

/** An axis has a title only where it has words; a chart's may be left to Excel. */
export const titlePart = (kept: Kept, path: string, usual: UsualLetters, upright: boolean): string => {
  const text = kept.text(`${path}.text`);
  const visible = kept.flag(`${path}.visible`);
  const font = `${path}.format.font`;
  const whole = path === "title";
  if (!whole && (text === undefined || text === "" || visible === false)) return "";
  return element("c:title", {}, [
    text === undefined || text === "" ? "" : words(text, kept, font, usual, upright),
    element("c:overlay", { val: kept.flag(`${path}.overlay`) === true }),
    whole ? boxPart(kept, `${path}.format`) : "",
    text === undefined || text === "" ? chartText(kept, font, usual) : "",
  ]);
};
