/** Which of many texts are nearest to one, by the pairs of letters they share: right for names without spaces. */

export interface Nearest {
  /** Places of the nearest texts in the list given, best first; always as many as asked for, if there are so many. */
  to(text: string, howMany: number): number[];
}

export function nearestAmong(texts: readonly string[]): Nearest {
  const holders = new Map<string, number[]>();
  const sizes = texts.map((text, place) => {
    const pieces = piecesOf(text);
    for (const piece of pieces) {
      const places = holders.get(piece);
      if (places === undefined) holders.set(piece, [place]);
      else places.push(place);
    }
    return pieces.length;
  });
  return {
    to(text, howMany) {
      const pieces = piecesOf(text);
      const shared = new Float64Array(texts.length);
      for (const piece of pieces)
        for (const place of holders.get(piece) ?? []) shared[place] = (shared[place] ?? 0) + 1;
      const likeness = (place: number) =>
        (2 * (shared[place] ?? 0)) / (pieces.length + (sizes[place] ?? 0) || 1);
      // Where nothing is shared, the text of the most similar length is at least not absurd.
      const lengthApart = (place: number) => Math.abs((texts[place] ?? "").length - text.length);
      const nearer = (a: number, b: number) =>
        likeness(b) - likeness(a) || lengthApart(a) - lengthApart(b) || a - b;
      const best: number[] = [];
      for (let place = 0; place < texts.length; place++) {
        if (best.length === howMany && nearer(place, best[howMany - 1] ?? 0) > 0) continue;
        best.push(place);
        best.sort(nearer).splice(howMany);
      }
      return best;
    },
  };
}

/** Single letters, pairs, and the first and last letter marked as such; each once. */
function piecesOf(text: string): string[] {
  const letters = [...text];
  const pieces = new Set<string>(letters);
  const framed = ["\u0002", ...letters, "\u0003"];
  for (let at = 1; at < framed.length; at++) pieces.add(`${framed[at - 1]}${framed[at]}`);
  return [...pieces];
}
