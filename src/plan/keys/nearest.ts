/** Which of many texts are nearest to one: those that contain it, then by the pairs of letters they share, as names have no spaces. */

export interface Nearest {
  /** Places of the nearest texts in the list given, best first; always as many as asked for, if there are so many. */
  to(text: string, howMany: number): number[];
}

export function nearestAmong(texts: readonly string[]): Nearest {
  const holders = new Map<number, number[]>();
  const sizes = new Uint16Array(texts.length);
  texts.forEach((text, place) => {
    const pieces = piecesOf(text);
    sizes[place] = pieces.size;
    for (const piece of pieces) {
      const places = holders.get(piece);
      if (places === undefined) holders.set(piece, [place]);
      else places.push(place);
    }
  });
  return {
    to(text, howMany) {
      const pieces = piecesOf(text);
      const shared = new Uint16Array(texts.length);
      for (const piece of pieces) {
        const places = holders.get(piece);
        if (places !== undefined) for (const place of places) shared[place] = (shared[place] ?? 0) + 1;
      }
      const contained = (place: number) => (texts[place] ?? "").includes(text);
      const likeness = (place: number) =>
        (2 * (shared[place] ?? 0)) / (pieces.size + (sizes[place] ?? 0) || 1) + (contained(place) ? 1 : 0);
      // Where nothing is shared, the text of the most similar length is at least not absurd.
      const lengthApart = (place: number) => Math.abs((texts[place] ?? "").length - text.length);
      const nearer = (a: number, b: number) => likeness(b) - likeness(a) || lengthApart(a) - lengthApart(b);
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

/** Longer texts are sentences, and a sentence is known by how it begins. */
const lettersCompared = 200;

/** Single letters, pairs, and the first and last letter marked as such; each once, as a number. */
function piecesOf(text: string): Set<number> {
  const pieces = new Set<number>();
  let before = 2;
  const length = Math.min(text.length, lettersCompared);
  for (let at = 0; at < length; at++) {
    const letter = text.charCodeAt(at);
    pieces.add(letter);
    pieces.add(before * 65_536 + letter);
    before = letter;
  }
  pieces.add(before * 65_536 + 3);
  return pieces;
}
