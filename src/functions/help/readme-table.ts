/** The table of functions in the README, between its markers: made from the catalogue, compared by a test. */
import { type Definition } from "../definition";
import { signature } from "./signature";

export const README_MARKERS = { begin: "<!-- functions -->", end: "<!-- /functions -->" } as const;

export function readmeTable(catalogue: readonly Definition[]): string {
  const rows = catalogue.map(
    (definition) => `| \`${signature(definition)}\` | ${definition.description.replaceAll("|", "\\|")} |`,
  );
  return ["| 関数 | できること |", "| --- | --- |", ...rows].join("\n");
}

/** The README with its table renewed; null where it has no markers. */
export function withReadmeTable(readme: string, catalogue: readonly Definition[]): string | null {
  const begin = readme.indexOf(README_MARKERS.begin);
  const end = readme.indexOf(README_MARKERS.end);
  if (begin < 0 || end < begin) return null;
  const before = readme.slice(0, begin + README_MARKERS.begin.length);
  return `${before}\n\n${readmeTable(catalogue)}\n\n${readme.slice(end)}`;
}
