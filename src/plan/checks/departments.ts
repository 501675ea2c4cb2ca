/** 点検 of 担当課: names that look like a misspelling of another one. */

import type { CellChange, Rule, Slip } from "./rule";
import type { Survey } from "./survey";

export const departments: Rule[] = [
  {
    id: "department-misspelt",
    title: "担当課の名称の揺れ",
    severity: "warning",
    sentence: "同じ課は、いつも同じ名称で書きます。",
    remedy: "正しい名称にそろえてください。別の課なら、理由を付けて了承してください。",
    mendable: true,
    about: "plan",
    find(survey) {
      const uses = usesOf(survey);
      const names = [...uses.keys()];
      const close = closeNames(names);
      return names.flatMap((name): Slip[] => {
        const own = uses.get(name) ?? [];
        const [likely] = (close.get(name) ?? [])
          .filter((other) => meansOther(name, own.length, other, uses.get(other)?.length ?? 0))
          .sort((one, other) => (uses.get(other)?.length ?? 0) - (uses.get(one)?.length ?? 0));
        if (likely === undefined) return [];
        const [first] = own;
        return [
          {
            node: first ?? null,
            indicator: null,
            year: null,
            detail: name,
            message: `担当課「${name}」（${own.length}件）は「${likely}」（${uses.get(likely)?.length ?? 0}件）の書き誤りではありませんか。`,
            remedy: `「${likely}」にそろえてください。別の課なら、理由を付けて了承してください。`,
            under: [name, likely, own],
            changes: own.flatMap((id) => renamed(survey, id, name, likely)),
          },
        ];
      });
    },
  },
];

/** Department → ids of the nodes that print it. */
function usesOf({ tree }: Survey): Map<string, string[]> {
  const uses = new Map<string, string[]>();
  const count = (name: string, id: string) => {
    const there = uses.get(name);
    if (there === undefined) uses.set(name, [id]);
    else if (there.at(-1) !== id) there.push(id);
  };
  for (const { node, assessments } of tree.inOrder) {
    for (const name of node.departments) count(name, node.id);
    for (const assessment of assessments) for (const name of assessment.departments) count(name, node.id);
  }
  return uses;
}

function renamed({ tree }: Survey, id: string, from: string, to: string): CellChange[] {
  const before = tree.byId.get(id)?.node.departments ?? [];
  if (!before.includes(from)) return [];
  const after = [...new Set(before.map((name) => (name === from ? to : name)))];
  return [{ kind: "department", node: id, before, after }];
}

/**
 * 市民課 and 市税課 are one character apart and both real. So a name is only suspected where it is rare beside the other one and
 * long enough, where it lacks its 課 or has 科 for it, or where the two differ in nothing but width, spaces, or ケ and ヶ.
 */
function meansOther(name: string, count: number, other: string, otherCount: number): boolean {
  const onlyWriting = skeleton(name) === skeleton(other);
  if (onlyWriting) return count < otherCount || (count === otherCount && name > other);
  if (lacksItsEnding(name, other)) return true;
  const length = Math.min(name.length, other.length);
  const isRare = count <= 2 && (otherCount >= count * 3 || (length >= 8 && otherCount > count));
  return isRare && length >= (name.length === other.length ? 6 : 5) && !differsInCounting(name, other);
}

/** 財政 and 財政科 beside 財政課. */
function lacksItsEnding(name: string, other: string): boolean {
  const [mine, theirs] = [skeleton(name), skeleton(other)];
  return theirs.endsWith("課") && (mine === theirs.slice(0, -1) || mine === `${theirs.slice(0, -1)}科`);
}

/** 第一係 and 第二係, 東支所 and 西支所: one different character that is meant. */
function differsInCounting(one: string, other: string): boolean {
  const counted = /[0-9一二三四五六七八九十東西南北中上下大小新旧本支]/u;
  const [mine = "", theirs = ""] = differentCharacters(one.normalize("NFKC"), other.normalize("NFKC"));
  return counted.test(mine) || counted.test(theirs);
}

/** What is left of two names without their common beginning and end. */
function differentCharacters(one: string, other: string): [string, string] {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start++;
  let end = 0;
  while (end < shorter - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  return [one.slice(start, one.length - end), other.slice(start, other.length - end)];
}

/** Names at most one character apart, found through what is left after leaving one character out: linear in the names. */
function closeNames(names: readonly string[]): Map<string, string[]> {
  const byRest = new Map<string, string[]>();
  for (const name of names) {
    const plain = skeleton(name);
    const rests = new Set([plain]);
    for (let at = 0; at < plain.length && at < 40; at++) rests.add(plain.slice(0, at) + plain.slice(at + 1));
    for (const rest of rests) {
      const there = byRest.get(rest);
      if (there === undefined) byRest.set(rest, [name]);
      else there.push(name);
    }
  }
  const close = new Map<string, Set<string>>();
  for (const group of byRest.values()) {
    // Hundreds of names with one rest (課1, 課2, …) are numbered, not misspelt.
    if (group.length < 2 || group.length > 20) continue;
    for (const name of group) {
      const others = close.get(name) ?? new Set<string>();
      for (const other of group) if (other !== name && oneApart(name, other)) others.add(other);
      close.set(name, others);
    }
  }
  return new Map([...close].map(([name, others]) => [name, [...others]]));
}

/** 課税課 and 納税課 share a rest by leaving out different places; only one place may differ. */
function oneApart(one: string, other: string): boolean {
  const [mine, theirs] = differentCharacters(skeleton(one), skeleton(other));
  return mine.length <= 1 && theirs.length <= 1;
}

function skeleton(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/[\s・･]/g, "")
    .replace(/[ヶヵ]/g, (small) => (small === "ヶ" ? "ケ" : "カ"));
}
