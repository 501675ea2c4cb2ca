/** What has to be calculated: formulas that are dirty, and areas in which something changed, whose readers are. */
import type { Dependents, Watched } from "./dependents";
import type { Node } from "./node";
import type { Place } from "./values";

export interface Marks {
  readonly dirty: Set<Node>;
  readonly areas: Set<Watched<Node>>;
  /** Something in this place changed. */
  markAreas(place: Place): void;
  /** To be worked out with every call in it made anew. */
  markFresh(node: Node): void;
}

export function createMarks(dependents: Dependents<Node>): Marks {
  const dirty = new Set<Node>();
  const areas = new Set<Watched<Node>>();
  function markAreas(place: Place): void {
    const changed =
      place.top === place.bottom && place.left === place.right
        ? dependents.over(place.sheet, place.top, place.left)
        : dependents.across(place);
    for (const watched of changed) areas.add(watched);
  }

  function markFresh(node: Node): void {
    node.late = false;
    dirty.add(node);
  }

  return { dirty, areas, markAreas, markFresh };
}
