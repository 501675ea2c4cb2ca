/** The sixteen bits by which a file remembers a password: enough for Excel to recognise it, no secret. */

export const passwordHash = (password: string): string => {
  const bytes = new TextEncoder().encode(password);
  let hash = 0;
  for (let at = bytes.length - 1; at >= 0; at--) {
    hash = ((hash >> 14) & 1) | ((hash << 1) & 0x7fff);
    hash ^= bytes[at] ?? 0;
  }
  hash = ((hash >> 14) & 1) | ((hash << 1) & 0x7fff);
  hash ^= bytes.length ^ 0xce4b;
  return hash.toString(16).toUpperCase().padStart(4, "0");
};
