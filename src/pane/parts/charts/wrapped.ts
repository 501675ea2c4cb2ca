/** Text broken into lines that fit a width, reckoned without a page: SVG does not wrap by itself. */

/** Kanji and kana are as wide as they are high; digits and Latin letters little more than half of it. */
const narrow = /[\u0020-\u007e｡-ﾟ]/;

export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += narrow.test(letter) ? size * 0.58 : size;
  return width;
}

/** What never begins a line in Japanese: it takes the letter before it along. */
const notFirst = /[、。，．・）)」』】］〕〉》ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ％%]/;

export function wrapped(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line: string[] = [];
  for (const letter of text) {
    if (line.length > 0 && widthOf(line.join("") + letter, size) > width) {
      let taken = notFirst.test(letter) && line.length > 1 ? [line.pop() ?? ""] : [];
      while (notFirst.test(taken[0] ?? "") && line.length > 1) taken = [line.pop() ?? "", ...taken];
      lines.push(line.join("").trimEnd());
      line = [...taken, ...(letter.trim() === "" ? [] : [letter])];
    } else {
      line.push(letter);
    }
  }
  return line.length === 0 ? lines : [...lines, line.join("")];
}

/** Where each of several labels in a row stands, going on to the next line where the width ends. */
export function flowed(
  widths: readonly number[],
  available: number,
  gap: number,
): { places: { x: number; line: number }[]; lines: number } {
  let x = 0;
  let line = 0;
  const places = widths.map((width) => {
    if (x > 0 && x + width > available) {
      x = 0;
      line += 1;
    }
    const place = { x, line };
    x += width + gap;
    return place;
  });
  return { places, lines: widths.length === 0 ? 0 : line + 1 };
}
