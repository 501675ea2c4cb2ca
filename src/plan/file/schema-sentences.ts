/** What the schema found wrong, said in Japanese: what stands there, what should, what to do. */

import type * as z from "zod/mini";
import { pathText, shortened, type JsonPath } from "./json-path";
import type { Problem } from "../plan";

type Issue = z.core.$ZodIssue;

/** One problem for each place: a list where a name should be is no name, and whether it is empty does not matter. */
export function schemaProblems(issues: readonly Issue[], json: unknown): Problem[] {
  const problems = new Map<string, Problem>();
  for (const issue of issues) {
    const path = pathText(issue.path);
    if (problems.has(path)) continue;
    problems.set(path, { message: sentence(issue, valueAt(json, issue.path)), path, severity: "error" });
  }
  return [...problems.values()];
}

const kinds: Readonly<Record<string, string>> = {
  string: "文字列",
  number: "数",
  int: "整数",
  boolean: "true か false",
  array: "配列 […]",
  tuple: "配列 […]",
  object: "オブジェクト {…}",
  record: "オブジェクト {…}",
};

function sentence(issue: Issue, value: unknown): string {
  const name = String(issue.path.at(-1) ?? "");
  if (issue.path.length === 0 && value === undefined)
    return "計画がありません。計画のファイル（JSON）を選んでください。";
  if (value === undefined) return `「${name}」がありません。plan/1 では欠かせない項目です。`;
  switch (issue.code) {
    case "invalid_type":
      return wrongType(kinds[issue.expected] ?? issue.expected, value);
    case "invalid_value":
      return name === "format"
        ? formatSentence(value)
        : `ここに書けるのは ${issue.values.map((each) => `"${String(each)}"`).join("、")} だけですが、${described(value)}が入っています。`;
    case "too_small":
    case "too_big":
      if (name === "period") return "計画期間は [最初の年度, 最後の年度] の二つで書いてください。";
      if (typeof value === "number") return `${value} は年度の範囲（1869〜2100）の外です。`;
      return Array.isArray(value) ? `「${name}」が空です。少なくとも一つ書いてください。` : emptyText(name);
    case "invalid_key":
      return name === ""
        ? "名前のない項目があります。名前を付けるか、除いてください。"
        : `「${shortened(name)}」は年度ではありません。4けたの西暦（例 "2021"）で書いてください。`;
    case "invalid_union":
      return wrongType("空でない文字列か、その配列", value);
    default:
      // Nothing in the schema gives these today.
      return `${described(value)}はここには書けません。`;
  }
}

function emptyText(name: string): string {
  return `「${name}」が空です。値を書くか、ないことを表すなら null にしてください。`;
}

function wrongType(expected: string, value: unknown): string {
  const hint =
    expected === "文字列" && typeof value === "number" ? `"${value}" のように引用符で囲んでください。` : "";
  return `ここには${expected}を書きますが、${described(value)}が入っています。${hint}`;
}

function formatSentence(value: unknown): string {
  return isNewerFormat(value)
    ? `形式「${value}」はこのアドインより新しいものです。アドインを更新してください。`
    : `形式が "plan/1" ではなく、${described(value)}です。計画のファイルかどうかを確かめてください。`;
}

/** plan/2 and on. */
export function isNewerFormat(format: unknown): boolean {
  return typeof format === "string" && format !== "plan/1" && /^plan\/\d+$/.test(format);
}

function described(value: unknown): string {
  if (value === null) return "null ";
  if (typeof value === "string") return value === "" ? "空の文字列" : `文字列「${shortened(value)}」`;
  if (typeof value === "number") return `数 ${value} `;
  if (typeof value === "boolean") return `${value} `;
  return Array.isArray(value) ? "配列" : "オブジェクト";
}

function valueAt(json: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined),
    json,
  );
}
