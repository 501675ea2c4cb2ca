/** A short text that stands for a piece of data: equal data, equal text. */

/** Sixteen hexadecimal digits (two 32-bit FNV-1a hashes); a hundred thousand findings will not meet in one. */
export function fingerprintOf(data: unknown): string {
  const text = JSON.stringify(data);
  let one = 0x811c9dc5;
  let other = 0x01000193;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ (code + at), 0x85ebca6b);
    other ^= other >>> 13;
  }
  return hex(one) + hex(other);
}

function hex(hash: number): string {
  return (hash >>> 0).toString(16).padStart(8, "0");
}
