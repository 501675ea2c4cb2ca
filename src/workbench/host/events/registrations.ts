/** Which events a program may ask for: those that this host sends. Others are refused, for who waits for an event that never comes waits in silence. */
import { refuse } from "../refusal";

const OF_SHEETS = [
  "ActivatedEvent",
  "CalculatedEvent",
  "ColumnSortedEvent",
  "DataChangedEvent",
  "DeactivatedEvent",
  "EventNameChanged",
  "EventVisibilityChanged",
  "FilteredEvent",
  "FormatChangedEvent",
  "FormulaChangedEvent",
  "ProtectionChangedEvent",
  "RowHiddenChangedEvent",
  "RowSortedEvent",
  "SelectionChangedEvent",
  "SingleClickedEvent",
] as const;

/** By type of object, the names of Microsoft's library after `_Register`. */
const SENT: Readonly<Record<string, readonly string[]>> = {
  Workbook: ["ActivatedEvent"],
  Worksheet: OF_SHEETS,
  WorksheetCollection: [...OF_SHEETS, "AddedEvent", "DeletedEvent", "EventMoved"],
  Table: ["DataChangedEvent", "FilteredEvent", "SelectionChangedEvent"],
  TableCollection: ["AddedEvent", "DataChangedEvent", "DeletedEvent", "FilteredEvent"],
  Chart: ["ActivatedEvent", "DeactivatedEvent"],
  ChartCollection: ["ActivatedEvent", "AddedEvent", "DeactivatedEvent", "DeletedEvent"],
  CommentCollection: ["AddedEvent", "ChangedEvent", "DeletedEvent"],
};

/** `on…`, as programs write it. */
const written = (registration: string): string =>
  `on${registration.replace(/^Event|Event$/g, "").replace(/^Data(?=Changed)/, "")}`;

/** `registration` is the member a program's `add` or `remove` calls: `_RegisterFormatChangedEvent`. */
export const assertSent = (type: string, registration: string): void => {
  const name = registration.replace(/^_(?:Unr|R)egister/, "");
  if (!SENT[type]?.includes(name)) {
    refuse("NotImplemented", `${type}.${written(name)} is not implemented in the workbench.`);
  }
};
