/** Which encoding a file is written in — UTF-8, UTF-16 or Shift_JIS (Windows-31J) — told from its bytes alone. */

import type { Problem } from "../plan/plan";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "shift_jis";

export interface Decoded {
  text: string;
  encoding: Encoding;
  problems: Problem[];
}

const marks: readonly { encoding: Encoding; bytes: readonly number[] }[] = [
  { encoding: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16le", bytes: [0xff, 0xfe] },
  { encoding: "utf-16be", bytes: [0xfe, 0xff] },
];

/** UTF-8 is strict enough that Shift_JIS text is hardly ever valid in it, so what is valid UTF-8 is UTF-8. */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = marks.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte));
  if (marked) return decodedAs(bytes, marked.encoding);
  for (const encoding of ["utf-8", "shift_jis"] as const) {
    const text = strictly(bytes, encoding);
    if (text !== null) return { text, encoding, problems: [] };
  }
  const [utf8, shiftJis] = [decodedAs(bytes, "utf-8"), decodedAs(bytes, "shift_jis")];
  return unreadable(shiftJis.text) < unreadable(utf8.text) ? shiftJis : utf8;
}

function strictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodedAs(bytes: Uint8Array, encoding: Encoding): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  const lost = text
    .split(/\r\n|\n|\r/u)
    .flatMap((line, index) => (line.includes("\ufffd") ? [index + 1] : []));
  const [first] = lost;
  if (first === undefined) return { text, encoding, problems: [] };
  return {
    text,
    encoding,
    problems: [
      {
        severity: "warning",
        line: first,
        message: `${first}行${lost.length > 1 ? `など${lost.length}行` : ""}に読めない文字があります。UTF-8 か Shift_JIS で保存し直してください。`,
      },
    ],
  };
}

function unreadable(text: string): number {
  return text.split("\ufffd").length - 1;
}
