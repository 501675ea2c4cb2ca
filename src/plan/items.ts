/** What counts as an item: a node at the level somebody is responsible for, and anything outside it that is measured itself. */

import { type Branch, type Tree } from "./tree";

/**
 * Items in the order they are printed, 再掲 included. An indicator or a judgement on a heading that no item stands above
 * makes that heading an item of its own: nothing measured is ever left out of a total.
 */
export function itemsOf(tree: Tree): Branch[] {
  const { level } = tree.plan.expects;
  const insideItem = new Set<Branch>();
  return tree.inOrder.filter((branch) => {
    const inside = branch.parent !== null && insideItem.has(branch.parent);
    const atLevel = branch.node.level === level;
    const measured = branch.indicators.length > 0 || branch.assessments.length > 0;
    const isItem = atLevel || (measured && !inside);
    if (isItem || inside) insideItem.add(branch);
    return isItem;
  });
}

/** An item's own branch and whatever stands under it up to the next item. */
export function withinItem(item: Branch, isItem: ReadonlySet<Branch>): Branch[] {
  if (item.children.length === 0) return [item];
  const within: Branch[] = [];
  const waiting = [item];
  for (let branch = waiting.pop(); branch !== undefined; branch = waiting.pop()) {
    within.push(branch);
    for (const child of branch.children) if (!isItem.has(child)) waiting.push(child);
  }
  return within;
}
