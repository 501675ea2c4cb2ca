/** Where something stands in a JSON file, as people write it: nodes[3].parent. */

export type JsonPath = readonly PropertyKey[];

export function pathText(path: JsonPath): string {
  return path
    .map((step, place) => {
      if (typeof step === "number") return `[${step}]`;
      const name = String(step);
      if (!/^[\p{L}\p{N}_]{1,60}$/u.test(name)) return `[${JSON.stringify(shortened(name))}]`;
      return place === 0 ? name : `.${name}`;
    })
    .join("");
}

/** Long texts of a file are named by their beginning: a message is for reading. */
export function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
