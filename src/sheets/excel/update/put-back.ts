/** What takes an update back where somebody else came between its last look and its writing: their words, not those of before. */

import { areaName, overlap, parseAddress } from "../../address";
import type { Area } from "../../address";
import type { Step } from "../step";
import type { Seen } from "./looks";

/** To be taken back from last to first, like `steps`: what was seen comes back when everything else is as it was. */
export function stepsBack(
  steps: readonly Step[],
  seen: readonly Seen[],
  places: readonly { table: string; area: Area }[],
): Step[] {
  const foreign = seen.filter(({ changed }) => changed.length > 0);
  if (foreign.length + places.length === 0) return [...steps];
  const kept = steps.flatMap((step): Step[] => {
    switch (step.kind) {
      case "restore":
        return meets(seen, step) ? [] : [step];
      case "clear":
      // Room that somebody has written in stays.
      case "deleteCells":
        return meets(foreign, step) ? [] : [step];
      case "resizeTable": {
        const now = places.find(({ table }) => table === step.table);
        return [now === undefined ? step : { ...step, address: areaName(now.area) }];
      }
      default:
        return [step];
    }
  });
  const back = ({ look: { sheet, area }, formulas, formats }: Seen): Step => ({
    kind: "restore",
    sheet,
    address: areaName(area),
    formulas,
    formats,
  });
  // Excel fills a computed column with what comes back in one cell of it: what was blank is emptied last of all.
  const blankAgain = seen.flatMap((each) =>
    each.formulas.some((cells) => cells.includes("")) ? [emptied(each)] : [],
  );
  return [...blankAgain, ...seen.map(back), ...kept];
}

function meets(seen: readonly Seen[], { sheet, address }: { sheet: string; address: string }): boolean {
  const area = parseAddress(address)?.area;
  return seen.some(({ look }) => look.sheet === sheet && area !== undefined && overlap(look.area, area));
}

function emptied({ look: { sheet, area }, formulas }: Seen): Step {
  // null leaves a cell alone.
  const blanks = formulas.map((cells) => cells.map((cell) => (cell === "" ? "" : null)));
  const formats = blanks.map((cells) => cells.map(() => null));
  return { kind: "restore", sheet, address: areaName(area), formulas: blanks, formats };
}
