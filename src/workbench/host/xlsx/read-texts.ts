/** The texts the cells of a file share. */
import type { Limits } from "./limits";
import type { Parts, Relation } from "./package-reader";
import type { ProblemList } from "./problems";
import { plainText } from "./read-cells";
import { childOf, childrenOf, readXml } from "./xml";

export const textsOf = (
  parts: Parts,
  relations: readonly Relation[],
  limits: Limits,
  problems: ProblemList,
): readonly string[] => {
  const relation = relations.find(({ kind }) => kind === "sharedStrings");
  const texts: string[] = [];
  if (!relation) return texts;
  let mixed = 0;
  readXml(parts.bytes(relation.target), relation.target, limits.depth, {
    si: (branch) => {
      texts.push(plainText(branch));
      if (childrenOf(branch, "r").some((run) => childOf(run, "rPr"))) mixed++;
    },
  });
  if (mixed > 0)
    problems.add(
      "セルの中の一部の文字だけの書式",
      "",
      `${mixed} 個の文字列で、文字はそのままに、一部だけの書式を外しました。`,
    );
  return texts;
};
