/** The yellow boxes of notes: Excel shows no note without one, in the old language for drawings. */
import { element } from "../markup";

interface Place {
  readonly row: number;
  readonly column: number;
  readonly shown: boolean;
}

const NOTE_SHAPE = "_x0000_t202";

const boxOf = ({ row, column, shown }: Place, id: string, at: number): string => {
  const top = Math.max(0, row - 1);
  // Left column, its offset, top row, its offset, right column, …
  const anchor = [column + 1, 15, top, 10, column + 3, 15, top + 5, 4].join(", ");
  return element(
    "v:shape",
    {
      id,
      type: `#${NOTE_SHAPE}`,
      style: `position:absolute;margin-left:59pt;margin-top:2pt;width:144pt;height:79pt;z-index:${at + 1};visibility:${shown ? "visible" : "hidden"}`,
      fillcolor: "#ffffe1",
      "o:insetmode": "auto",
    },
    [
      element("v:fill", { color2: "#ffffe1" }),
      element("v:shadow", { color: "black", obscured: "t" }),
      element("v:path", { "o:connecttype": "none" }),
      element("v:textbox", { style: "mso-direction-alt:auto" }, element("div", { style: "text-align:left" })),
      element("x:ClientData", { ObjectType: "Note" }, [
        "<x:MoveWithCells/><x:SizeWithCells/>",
        element("x:Anchor", {}, anchor),
        element("x:AutoFill", {}, "False"),
        element("x:Row", {}, String(row)),
        element("x:Column", {}, String(column)),
        shown ? "<x:Visible/>" : "",
      ]),
    ],
  );
};

/** `drawing`: the number of the sheet's part, from which shapes count their ids. */
export const noteShapes = (notes: readonly Place[], drawing: number): string =>
  element(
    "xml",
    {
      "xmlns:v": "urn:schemas-microsoft-com:vml",
      "xmlns:o": "urn:schemas-microsoft-com:office:office",
      "xmlns:x": "urn:schemas-microsoft-com:office:excel",
    },
    [
      element("o:shapelayout", { "v:ext": "edit" }, element("o:idmap", { "v:ext": "edit", data: drawing })),
      element(
        "v:shapetype",
        { id: NOTE_SHAPE, coordsize: "21600,21600", "o:spt": 202, path: "m,l,21600r21600,l21600,xe" },
        [
          element("v:stroke", { joinstyle: "miter" }),
          element("v:path", { gradientshapeok: "t", "o:connecttype": "rect" }),
        ],
      ),
      ...notes.map((note, at) => boxOf(note, `_x0000_s${drawing * 1024 + at + 1}`, at)),
    ],
  );
