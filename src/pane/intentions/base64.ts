/** Bytes as the text Excel takes a file in. */
export function base64Of(bytes: Uint8Array): string {
  const pieces: string[] = [];
  // Character by character is slow, all at once is more than a call takes.
  for (let at = 0; at < bytes.length; at += 0x8000)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return btoa(pieces.join(""));
}
