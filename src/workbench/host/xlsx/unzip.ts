/**
 * The parts of a zip file nobody has vouched for. Its own directory says what there is; each part is unpacked piece by piece
 * and counted on the way, so that a bomb is noticed before it has gone off, and its checksum must agree.
 */
import { Inflate } from "fflate";
import type { Limits } from "./limits";
import { FAULTS, FileFault } from "./problems";

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly offset: number;
}

export interface Package {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The unpacked part; undefined where there is none. */
  read(name: string): Uint8Array | undefined;
}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const ENCRYPTED = 1;

const broken = (part = "zip"): never => {
  throw new FileFault(FAULTS.broken(part));
};

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});
const checksumOf = (bytes: Uint8Array): number => {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (TABLE[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
};

const directory = (bytes: Uint8Array, view: DataView, limits: Limits): readonly Entry[] => {
  let end = bytes.length - 22;
  const last = Math.max(0, end - 0xffff);
  while (end >= last && view.getUint32(end, true) !== END) end--;
  if (end < last || end < 0) return broken();
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) throw new FileFault(FAULTS.tooManyParts);
  const utf8 = new TextDecoder();
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY) return broken();
    if (view.getUint16(at + 8, true) & ENCRYPTED) throw new FileFault(FAULTS.encrypted);
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    entries.push({
      name: utf8.decode(bytes.subarray(at + 46, at + 46 + name)).replace(/^\//, ""),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
};

const packedBytes = (bytes: Uint8Array, view: DataView, { name, offset, packed }: Entry): Uint8Array => {
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) return broken(name);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return start + packed > bytes.length ? broken(name) : bytes.subarray(start, start + packed);
};

/** How much is fed at a time: what comes out of one piece is at most a thousand times as much. */
const PIECE = 16_384;

export const openPackage = (bytes: Uint8Array, limits: Limits): Package => {
  if (bytes.length < 22) return broken();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, Entry>();
  for (const entry of directory(bytes, view, limits)) {
    // Two parts of one name: programs disagree which counts.
    if (entries.has(entry.name.toLowerCase())) return broken(entry.name);
    entries.set(entry.name.toLowerCase(), entry);
  }
  let total = 0;
  const unpacked = (entry: Entry): Uint8Array => {
    const packed = packedBytes(bytes, view, entry);
    const pieces: Uint8Array[] = [];
    let size = 0;
    const take = (piece: Uint8Array): void => {
      size += piece.length;
      total += piece.length;
      const swollen = size > limits.ratioFrom && size > packed.length * limits.ratio;
      if (size > limits.partBytes || total > limits.totalBytes || swollen) throw new FileFault(FAULTS.bomb);
      pieces.push(piece);
    };
    if (entry.method === 0) take(packed);
    else if (entry.method === 8) inflate(packed, entry.name, take);
    else return broken(entry.name);
    const whole = new Uint8Array(size);
    let at = 0;
    for (const piece of pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return checksumOf(whole) === entry.checksum ? whole : broken(entry.name);
  };
  return {
    names: [...entries.values()].map(({ name }) => name),
    has: (name) => entries.has(name.toLowerCase()),
    read: (name) => {
      const entry = entries.get(name.toLowerCase());
      return entry && unpacked(entry);
    },
  };
};

const inflate = (packed: Uint8Array, name: string, take: (piece: Uint8Array) => void): void => {
  const stream = new Inflate(take);
  try {
    for (let at = 0; at < packed.length || at === 0; at += PIECE) {
      stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    }
  } catch (error) {
    if (error instanceof FileFault) throw error;
    broken(name);
  }
};
