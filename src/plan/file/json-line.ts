/** In which line a text stops being JSON, by what the engine says of it. */

/** From 1. Engines tell the place in their own words, some not at all: null. */
export function lineOfJsonError(words: string, text: string): number | null {
  const line = /line (\d+)/.exec(words)?.[1];
  if (line !== undefined) return Number(line);
  const position = /position (\d+)/.exec(words)?.[1];
  if (position !== undefined) return lines(text.slice(0, Number(position)));
  return /end of (?:JSON )?input/i.test(words) ? lines(text) : null;
}

function lines(text: string): number {
  return text.split("\n").length;
}
