/** Hyperlinks of a sheet, between the model and a file; what leads where no workbook should is left out. */
import type { Link } from "../model/attached/link";
import { element } from "./markup";
import type { PackageWriter } from "./package-writer";
import type { Relation } from "./package-reader";
import type { ProblemList } from "./problems";
import { parseArea, printArea } from "./references";
import { childOf, childrenOf, type Branch } from "./xml";

export const linksPart = (file: PackageWriter, part: string, links: readonly Link[]): string =>
  links.length === 0
    ? ""
    : element(
        "hyperlinks",
        {},
        links.map(({ area, address, documentReference, screenTip }) =>
          element("hyperlink", {
            ref: printArea(area),
            "r:id": address === undefined ? undefined : file.leadTo(part, "hyperlink", address),
            location: documentReference,
            tooltip: screenTip,
          }),
        ),
      );

/** A page, a letter, or a file beside this one: no program, no script, no server's share. */
const isHarmless = (address: string): boolean =>
  /^(?:https?|mailto|ftp):/i.test(address) || !/^(?:[a-z][a-z0-9+.-]*:|\\\\|\/\/)/i.test(address.trim());

export const readLinks = (
  root: Branch,
  relations: readonly Relation[],
  sheet: string,
  problems: ProblemList,
): readonly Link[] =>
  childrenOf(childOf(root, "hyperlinks"), "hyperlink").flatMap((branch): readonly Link[] => {
    const area = parseArea(branch.attributes.get("ref"));
    const relation = relations.find(({ id }) => id === branch.attributes.get("id"));
    // Some programs write a place in the workbook as an address: `#Sheet2!A1`.
    const inside = relation?.address.startsWith("#") ? relation.address.slice(1) : undefined;
    const address = inside === undefined ? relation?.address : undefined;
    const documentReference = branch.attributes.get("location") ?? inside;
    const screenTip = branch.attributes.get("tooltip");
    if (!area) return [];
    if (address !== undefined && !isHarmless(address)) {
      problems.add(
        "プログラムや共有フォルダーなどへのリンク",
        `${sheet}!${printArea(area)}`,
        "文字だけを入れ、リンク先は安全のため外しました。",
      );
      return [];
    }
    if (address === undefined && documentReference === undefined) return [];
    return [
      {
        area,
        ...(address === undefined ? {} : { address }),
        ...(documentReference === undefined ? {} : { documentReference }),
        ...(screenTip === undefined ? {} : { screenTip }),
      },
    ];
  });
