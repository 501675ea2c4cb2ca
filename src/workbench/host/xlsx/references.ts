/** Areas as a file writes them: `A1:B2 D4`, never with a sheet in front. */
import { parseAddress, printAddress } from "../formula";
import type { Rectangle } from "../model/cells/rectangle";

export const printArea = (area: Rectangle, absolute = false): string =>
  printAddress({ sheet: "", ...area }, { absolute });

export const printAreas = (areas: readonly Rectangle[]): string =>
  areas.map((area) => printArea(area)).join(" ");

export const parseArea = (text: string | undefined): Rectangle | undefined => {
  const area = text === undefined ? undefined : parseAddress(text, "");
  if (!area) return undefined;
  const { top, left, bottom, right } = area;
  return { top, left, bottom, right };
};

export const parseAreas = (text: string | undefined): readonly Rectangle[] =>
  (text ?? "").split(/\s+/).flatMap((each) => parseArea(each) ?? []);
