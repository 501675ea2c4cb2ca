/** What leads out of the workbook: other workbooks, queries, connections. There are none, ever: a formula that points outside gives an error. */
import { objectType, type ObjectType } from "../../wire/object-type";

export const linkedWorkbooks: ObjectType<null> = objectType<null>("LinkedWorkbookCollection", {
  items: () => [],
  item: () => null,
  methods: { breakAllLinks: () => undefined, refreshAll: () => undefined },
});

export const queries: ObjectType<null> = objectType<null>("QueryCollection", {
  items: () => [],
  item: () => null,
});

export const dataConnections: ObjectType<null> = objectType<null>("DataConnectionCollection", {
  methods: { refreshAll: () => undefined },
});
