/** The same few words stand in thousands of formulas: kept once, they are compared at a glance, not letter by letter. */

const known = new Map<string, string>();
/** A bound, so that a day of typing does not fill the memory. */
const mostKnown = 20_000;

export function sharedText(text: string): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  known.set(text, text);
  return text;
}
