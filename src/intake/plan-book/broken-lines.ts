/** What a page broke into lines put together again. Japanese needs no space at the joint, two Latin words do. */

export function joinBroken(parts: readonly string[]): string {
  const trimmed = parts.map((part) => part.trim()).filter((part) => part !== "");
  return trimmed
    .map((part, index) => (isLatin(trimmed[index - 1]?.at(-1)) && isLatin(part.at(0)) ? ` ${part}` : part))
    .join("");
}

function isLatin(letter: string | undefined): boolean {
  return letter !== undefined && /[A-Za-z]/.test(letter);
}

/** Running text: a line that ends its sentence short of the margin ends its paragraph. */
export function joinParagraphs(parts: readonly string[]): string {
  const lines = parts.map((part) => part.trim()).filter((part) => part !== "");
  const margin = lines.reduce((widest, line) => Math.max(widest, line.length), 0);
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    paragraphs[paragraphs.length - 1]?.push(line);
    if (line.endsWith("。") && line.length < margin - 1) paragraphs.push([]);
  }
  return paragraphs
    .map(joinBroken)
    .filter((text) => text !== "")
    .join("\n");
}

/** True while a bracket that was opened is not closed: the rest must be on the next line. */
export function isBracketOpen(text: string): boolean {
  let depth = 0;
  for (const letter of text) {
    if ("(（「『【[".includes(letter)) depth += 1;
    if (")）」』】]".includes(letter)) depth -= 1;
  }
  return depth > 0;
}
