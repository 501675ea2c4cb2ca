/** Where in the sheet a change that 点検 proposes belongs: one answer for mending it and for showing it. */
import type { CellChange } from "../plan/checks/rule";
import type { Place } from "./contract";

export function placeOfChange(change: CellChange): Omit<Place, "plan"> {
  switch (change.kind) {
    case "department":
      return { node: change.node, column: "departments" };
    case "nodeName":
      return { node: change.node, column: "name" };
    case "unit":
      return { indicator: change.indicator, column: "unit" };
    case "baseline":
      return { indicator: change.indicator, column: "baseline" };
    case "target":
    case "actual":
      return { indicator: change.indicator, column: change.kind, year: change.year };
  }
}
