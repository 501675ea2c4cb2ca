/** The host's own list of members, against the classes of the real office.js. */
import { implementedMembers, membersTable, officeMembers } from "../../../src/workbench/host/members";
import { loadOffice } from "../../../src/workbench/host/office-in-node";

const offered = officeMembers(loadOffice().Excel);
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
  expect(rows.find(({ object, name }) => object === "Filter" && name === "applyIconFilter")?.state).toBe(
    "refused",
  );
});
