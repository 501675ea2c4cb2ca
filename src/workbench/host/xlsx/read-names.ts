/** The names of a file's workbook: those people gave, and Excel's own for what is printed. */
import { faultOfDefinedName } from "../formula";
import { sameName, type DefinedName } from "../model/book";
import type { Sheet } from "../model/sheets/sheet";
import type { Table } from "../model/tables/table";
import { fromFile } from "./formula-in-file";
import type { ProblemList } from "./problems";
import { titlesOf } from "./read-page";
import { parseArea } from "./references";
import { childOf, childrenOf, flagIn, numberIn, textOf, type Branch } from "./xml";

interface Named {
  readonly names: readonly DefinedName[];
  readonly sheets: readonly Sheet[];
}

export const namesOf = (
  root: Branch,
  listed: readonly (Sheet | undefined)[],
  tables: readonly Table[],
  known: ReadonlySet<string>,
  problems: ProblemList,
): Named => {
  const names: DefinedName[] = [];
  const sheets = new Map(listed.flatMap((sheet) => (sheet ? [[sheet.id, sheet] as const] : [])));
  for (const branch of childrenOf(childOf(root, "definedNames"), "definedName")) {
    const name = branch.attributes.get("name") ?? "";
    const local = numberIn(branch, "localSheetId");
    const home = local === undefined ? undefined : listed[local];
    if (/^_xlnm\.Print_/i.test(name)) {
      if (home) sheets.set(home.id, printed(sheets.get(home.id) ?? home, name, textOf(branch)));
      continue;
    }
    // Marks Excel leaves for itself.
    if (/^_xl(?:nm|fn|ws|pm|udf)/i.test(name)) continue;
    const formula = fromFile(textOf(branch), { known });
    const taken =
      names.some((each) => each.scope === home?.id && sameName(each.name, name)) ||
      (home === undefined && tables.some((table) => sameName(table.name, name)));
    if (
      formula === undefined ||
      faultOfDefinedName(name) !== undefined ||
      taken ||
      (local !== undefined && !home)
    ) {
      problems.add(
        `名前「${name}」`,
        "",
        "ここでは使えない定義（ほかのブックへの参照など）なので外しました。",
      );
      continue;
    }
    names.push({
      name,
      ...(home ? { scope: home.id } : {}),
      formula,
      comment: branch.attributes.get("comment") ?? "",
      visible: !flagIn(branch, "hidden"),
    });
  }
  return { names, sheets: [...sheets.values()] };
};

/** `'表 1'!$A$1:$B$2,'表 1'!$1:$1`: the sheet is the name's own. */
const printed = (sheet: Sheet, name: string, text: string): Sheet => {
  const areas = text
    .split(/,(?=(?:[^']*'[^']*')*[^']*$)/)
    .flatMap((each) => parseArea(each.slice(each.lastIndexOf("!") + 1)) ?? []);
  if (areas.length === 0) return sheet;
  const more = /Print_Area$/i.test(name) ? { printArea: areas } : titlesOf(areas);
  return { ...sheet, pageLayout: { ...sheet.pageLayout, ...more } };
};
