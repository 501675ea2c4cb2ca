/**
 * `npm run members [-- object]`: Excel's members as office.js offers them, which of them the workbench answers, which it
 * refuses, and which the add-in uses. Everything is read off the code: the host's own tables, office.js's classes, and the
 * add-in's source as TypeScript understands it.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { membersTable, officeMembers, type MemberRow } from "../src/workbench/host/members";
import { loadOffice } from "../src/workbench/host/office-in-node";

const ROOT = join(__dirname, "..");
const ADD_IN = ["sheets", "functions", "pane"];

const sources = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

/** The member of Excel's that a symbol is: `Range.values`, where its declaration stands in office.js's types. */
const excelMember = (symbol: ts.Symbol | undefined): string | undefined => {
  const declaration = symbol?.declarations?.[0];
  const owner = declaration?.parent;
  if (!owner || !ts.isClassDeclaration(owner) || !owner.name) return undefined;
  const space = owner.parent.parent as ts.Node | undefined;
  const inside = space && ts.isModuleDeclaration(space) && space.name.text === "Excel";
  return symbol && inside ? `${owner.name.text}.${symbol.name}` : undefined;
};

/** Every access to a member of an Excel object in these files, as TypeScript understands them: member → files. */
export const membersIn = (files: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const config = ts.getParsedCommandLineOfConfigFile(join(ROOT, "tsconfig.json"), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, "\n"));
    },
  });
  const program = ts.createProgram(files, config?.options ?? {});
  const checker = program.getTypeChecker();
  const used = new Map<string, Set<string>>();
  for (const name of files) {
    const file = program.getSourceFile(name);
    if (!file) continue;
    const note = (symbol: ts.Symbol | undefined): void => {
      const member = excelMember(symbol);
      if (member) used.set(member, (used.get(member) ?? new Set()).add(name));
    };
    /** `object.set({ member: … })` touches the members it names. */
    const noteSet = (node: ts.CallExpression): void => {
      const [given] = node.arguments;
      if (!given || !ts.isPropertyAccessExpression(node.expression) || node.expression.name.text !== "set")
        return;
      const object = checker.getTypeAtLocation(node.expression.expression);
      for (const { name: key } of checker.getTypeAtLocation(given).getProperties())
        note(object.getProperty(key));
    };
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node)) noteSet(node);
      if (ts.isPropertyAccessExpression(node)) note(checker.getSymbolAtLocation(node.name));
      else if (ts.isBindingElement(node)) {
        const property = node.propertyName ?? node.name;
        if (ts.isIdentifier(property) && ts.isObjectBindingPattern(node.parent))
          note(checker.getTypeAtLocation(node.parent).getProperty(property.text));
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return used;
};

/** What the add-in's source uses. */
const usedMembers = (): ReadonlySet<string> =>
  new Set(membersIn(ADD_IN.flatMap((folder) => sources(join(ROOT, "src", folder)))).keys());

export interface UsedRow extends MemberRow {
  readonly used: boolean;
}

export const memberRows = (): readonly UsedRow[] => {
  const used = usedMembers();
  return membersTable(officeMembers(loadOffice().Excel)).map((row) => ({
    ...row,
    used: used.has(`${row.object}.${row.name}`),
  }));
};

const print = (rows: readonly UsedRow[], only: string | undefined): void => {
  const words = { implemented: "答える", refused: "断る" } as const;
  for (const { object, name, kind, state, used } of rows) {
    if (only !== undefined && object !== only) continue;
    const about = state === "implemented" ? `（${kind}）` : "";
    console.log(`${words[state]}\t${used ? "使う" : "　　"}\t${object}.${name}${about}`);
  }
  const count = (keep: (row: UsedRow) => boolean): number => rows.filter(keep).length;
  console.log(
    `office.js の部材 ${rows.length}：答える ${count(({ state }) => state === "implemented")}、` +
      `名を挙げて断る ${count(({ state }) => state === "refused")}。` +
      `アドインが使う ${count(({ used }) => used)}、そのうち断るもの ${count(({ used, state }) => used && state === "refused")}`,
  );
};

if (require.main === module) print(memberRows(), process.argv[2]);
