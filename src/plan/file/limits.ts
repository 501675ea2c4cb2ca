/** What no plan file may be, whatever its fields say: too large, too deep, carrying keys that reach into the program. */

import { pathText, shortened } from "./json-path";
import type { Problem } from "../plan";
import { knownFields } from "./schema";
import { bytesOf } from "./utf8";

const largestBytes = 20_000_000;
/** The format itself goes five deep. */
const deepest = 20;
const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);

const tooLarge: Problem = {
  message: "ファイルが20MBより大きいので読みません。計画を分けるか、本文などの要らない項目を除いてください。",
  path: "",
  severity: "error",
};

export function sizeProblems(text: string): Problem[] {
  return bytesOf(text) > largestBytes ? [tooLarge] : [];
}

/** Walks everything once, without recursion: how deep a file goes is not ours to choose. */
export function limitProblems(json: unknown): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<object>();
  const waiting: Place[] = [{ value: json, depth: 0, step: "", pattern: "", above: null }];
  let bytesLeft = largestBytes;
  let deepReported = false;
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const { value, depth } = place;
    bytesLeft -= typeof value === "string" ? bytesOf(value) + 1 : 1;
    if (bytesLeft < 0) return [...problems, tooLarge];
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    if (depth > deepest) {
      if (!deepReported) problems.push(tooDeep(place));
      deepReported = true;
      continue;
    }
    problems.push(...keyProblems(value, place));
    const keys = Object.keys(value);
    const isList = Array.isArray(value);
    for (let at = keys.length - 1; at >= 0; at--) {
      const key = keys[at] ?? "";
      if (!isList) bytesLeft -= bytesOf(key);
      const pattern = isList ? `${place.pattern}[]` : place.pattern === "" ? key : `${place.pattern}.${key}`;
      const child: unknown = Reflect.get(value, key);
      waiting.push({ value: child, depth: depth + 1, step: isList ? at : key, pattern, above: place });
    }
  }
  return problems;
}

interface Place {
  value: unknown;
  depth: number;
  step: string | number;
  /** The path with `[]` for every place of a list, as `knownFields` names it. */
  pattern: string;
  above: Place | null;
}

function pathOf(place: Place): (string | number)[] {
  const steps: (string | number)[] = [];
  for (let at = place; at.above !== null; at = at.above) steps.unshift(at.step);
  return steps;
}

function tooDeep(place: Place): Problem {
  return {
    message: `入れ子が${deepest}段より深くなっています。計画のファイルは5段までです。`,
    path: pathText(pathOf(place)),
    severity: "error",
  };
}

function keyProblems(value: object, place: Place): Problem[] {
  if (Array.isArray(value)) return [];
  const known = knownFields.get(place.pattern);
  const problems: Problem[] = [];
  const prototype: unknown = Object.getPrototypeOf(value);
  if (typeof prototype === "object" && prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    problems.push({ message: forbidden("__proto__"), path: pathText(pathOf(place)), severity: "error" });
  }
  for (const key of Object.keys(value)) {
    if (forbiddenKeys.has(key)) {
      problems.push({ message: forbidden(key), path: pathText([...pathOf(place), key]), severity: "error" });
    } else if (known !== undefined && !known.includes(key)) {
      problems.push({
        message: `「${shortened(key)}」という項目は plan/1 にはないので読みません。綴りを確かめるか、除いてください。`,
        path: pathText([...pathOf(place), key]),
        severity: "warning",
      });
    }
  }
  return problems;
}

function forbidden(key: string): string {
  return `「${key}」という名前はプログラムの内部に触れるので使えません。この項目を除いてください。`;
}
