/** The host's own list of members, against the classes of the real office.js. */
import { implementedMembers, membersTable, officeMembers } from "../../../src/workbench/host/members";
import { isRefusedProperty } from "../../../src/workbench/host/wire/refused-properties";
import { objectTypes } from "../../../src/workbench/host/wire/object-type";
import { loadOffice } from "../../../src/workbench/host/office-in-node";

const { Excel: library } = loadOffice();
const offered = officeMembers(library);
const className = (object: string) => object.replace(/ \(.*\)$/, "");

test("ホストの部材はすべて office.js にある名前である", () => {
  const strangers = implementedMembers()
    .filter(({ object, name, implied }) => !implied && !offered[className(object)]?.includes(name))
    .map(({ object, name }) => `${object}.${name}`);
  expect(strangers).toEqual([]);
});

test("部材の表は実装と拒否を数え分ける", () => {
  const rows = membersTable(offered);
  const implemented = rows.filter(({ state }) => state === "implemented");
  expect(implemented.length).toBeGreaterThan(400);
  expect(rows.find(({ object, name }) => object === "Range" && name === "values")?.state).toBe("implemented");
  expect(rows.find(({ object, name }) => object === "Worksheet" && name === "namedSheetViews")?.state).toBe(
    "refused",
  );
});

test("断る性質は、読み込もうとしたときに名を挙げられるよう、すべて一覧にある", () => {
  const here = new Set([...objectTypes().keys()].map(className));
  const properties = membersTable(offered).filter(({ object, name, state }) => {
    const { prototype } =
      (library as unknown as Record<string, { readonly prototype: object }>)[object] ?? {};
    return state === "refused" && here.has(object) && Object.getOwnPropertyDescriptor(prototype, name)?.get;
  });
  expect(properties.length).toBeGreaterThan(0);
  expect(properties.filter(({ object, name }) => !isRefusedProperty(object, name))).toEqual([]);
});
