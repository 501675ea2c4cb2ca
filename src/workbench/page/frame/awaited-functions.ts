/** Functions between two panes: the former pane's would answer for a workbook that is gone, the new one's are not there yet. */
import type { Association, FunctionDefinitions } from "../../host/calc/calc";

/** Every call waits; what waits is called anew when functions are registered. */
export const awaitedFunctions = ({ functions }: FunctionDefinitions): ReadonlyMap<string, Association> =>
  new Map(functions.map(({ id }) => [id, () => new Promise(() => undefined)] as const));
