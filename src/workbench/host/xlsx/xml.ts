/** Reading XML nobody has vouched for: no DTD, no entities, no endless nesting; elements by their local names. */
import { SaxesParser } from "saxes";
import { unescapeOffice } from "./markup";
import { FAULTS, FileFault } from "./problems";

export interface Branch {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Branch[];
  text: string;
}

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

const decode = (bytes: Uint8Array, part: string): string => {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new FileFault(FAULTS.broken(part));
  }
};

/**
 * The part as a tree. Elements named in `each` are handed over when they end and not kept: a sheet's rows, a thousand
 * texts.
 */
export const readXml = (
  bytes: Uint8Array,
  part: string,
  depth: number,
  each: Readonly<Record<string, (branch: Branch) => void>> = {},
): Branch => {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const root: Branch = { name: "", attributes: new Map(), children: [], text: "" };
  const open: Branch[] = [root];
  const taken = new Map(Object.entries(each));
  parser.on("error", () => {
    throw new FileFault(FAULTS.broken(part));
  });
  parser.on("doctype", () => {
    throw new FileFault(FAULTS.dtd(part));
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (open.length > depth) throw new FileFault(FAULTS.tooDeep(part));
    const branch: Branch = {
      name: local(name),
      attributes: new Map(
        Object.entries(attributes).map(([key, value]) => [local(key), unescapeOffice(value)]),
      ),
      children: [],
      text: "",
    };
    if (!taken.has(branch.name)) open.at(-1)?.children.push(branch);
    open.push(branch);
  });
  parser.on("closetag", () => {
    const branch = open.pop();
    if (branch) branch.text = unescapeOffice(branch.text);
    const take = branch && taken.get(branch.name);
    if (branch && take) take(branch);
  });
  const add = (text: string): void => {
    const branch = open.at(-1);
    if (branch) branch.text += text;
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.write(decode(bytes, part)).close();
  return root.children[0] ?? root;
};

export const childrenOf = (branch: Branch | undefined, name: string): readonly Branch[] =>
  branch?.children.filter((each) => each.name === name) ?? [];
export const childOf = (branch: Branch | undefined, name: string): Branch | undefined =>
  branch?.children.find((each) => each.name === name);
export const textOf = (branch: Branch | undefined): string => branch?.text ?? "";

export const numberIn = (branch: Branch | undefined, name: string): number | undefined => {
  const text = branch?.attributes.get(name);
  const value = text === undefined || text.trim() === "" ? NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
};
export const flagIn = (branch: Branch | undefined, name: string, fallback = false): boolean => {
  const text = branch?.attributes.get(name);
  return text === undefined ? fallback : text === "1" || text === "true";
};
