/** Whether the bytes are a workbook at all, and which part of the package is its first. */
import type { Limits } from "./limits";
import { partsOf, type Parts } from "./package-reader";
import { FAULTS, FileFault } from "./problems";
import { openPackage } from "./unzip";

const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];
const begins = (bytes: Uint8Array, with_: readonly number[]): boolean =>
  with_.every((byte, at) => bytes[at] === byte);

/** An encrypted workbook is an old container with this word in UTF-16. */
const isEncrypted = (bytes: Uint8Array): boolean =>
  new TextDecoder("utf-16le").decode(bytes.subarray(0, bytes.length & ~1)).includes("EncryptedPackage");

const mainPart = (parts: Parts, names: readonly string[]): string => {
  if (!parts.has("[Content_Types].xml")) throw new FileFault(FAULTS.notWorkbook);
  const main = parts.relations("").find(({ kind }) => kind === "officeDocument")?.target;
  if (names.some((name) => /workbook\.bin$/i.test(name))) throw new FileFault(FAULTS.binary);
  if (main === undefined || !parts.has(main)) throw new FileFault(FAULTS.notWorkbook);
  return main;
};

export interface Opened {
  readonly parts: Parts;
  /** The name of the part the workbook begins with. */
  readonly main: string;
  readonly names: readonly string[];
}

export const openWorkbookFile = (bytes: Uint8Array, limits: Limits): Opened => {
  if (bytes.length > limits.fileBytes) throw new FileFault(FAULTS.tooLarge(limits.fileBytes));
  if (begins(bytes, OLE)) throw new FileFault(isEncrypted(bytes) ? FAULTS.encrypted : FAULTS.oldFormat);
  if (!begins(bytes, ZIP)) throw new FileFault(FAULTS.notWorkbook);
  const file = openPackage(bytes, limits);
  const parts = partsOf(file, limits);
  return { parts, main: mainPart(parts, file.names), names: file.names };
};
