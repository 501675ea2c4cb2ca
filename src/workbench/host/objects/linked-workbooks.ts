/** Other workbooks that this one reads from: none ever. A formula that points outside gives an error and links nothing. */
import { objectType, type ObjectType } from "../wire/object-type";

export const linkedWorkbooks: ObjectType<null> = objectType<null>("LinkedWorkbookCollection", {
  items: () => [],
  item: () => null,
  methods: { breakAllLinks: () => undefined, refreshAll: () => undefined },
});
