/** Properties of a drawing, kept by their paths, and an account of those a file was not given. */

export type Properties = Readonly<Record<string, unknown>>;

export interface Kept {
  text(path: string): string | undefined;
  number(path: string): number | undefined;
  flag(path: string): boolean | undefined;
  /** Those nobody asked for. */
  rest(): readonly string[];
}

export const keptOf = (properties: Properties): Kept => {
  const asked = new Set<string>();
  const value = (path: string): unknown => {
    asked.add(path);
    return properties[path];
  };
  return {
    text: (path) => {
      const found = value(path);
      return typeof found === "string" ? found : undefined;
    },
    number: (path) => {
      const found = value(path);
      return typeof found === "number" && Number.isFinite(found) ? found : undefined;
    },
    flag: (path) => {
      const found = value(path);
      return typeof found === "boolean" ? found : undefined;
    },
    rest: () =>
      Object.keys(properties).filter(
        (path) => !asked.has(path) && properties[path] !== undefined && properties[path] !== "",
      ),
  };
};

/** Only what differs from what is taken where nothing is said. */
export const unlike = (path: string, value: unknown, usual: unknown): Properties =>
  value === undefined || value === usual ? {} : { [path]: value };

export const wordFor = (
  words: Readonly<Record<string, string>>,
  given: string | undefined,
): string | undefined => Object.keys(words).find((word) => words[word] === given);
