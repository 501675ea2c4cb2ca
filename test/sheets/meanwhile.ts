/** Somebody else edits the same workbook while an operation is on its way. */

import type { UserEdit } from "../../src/workbench/host/person/edit";
import type { OpenWorkbook } from "../helpers/workbook";

/** Right before its n-th request, counted from now. */
export function meanwhile({ host }: OpenWorkbook, request: number, edit: () => Promise<unknown>): void {
  const { executeAsync } = host;
  let count = 0;
  Object.assign(host, {
    executeAsync: async (...given: Parameters<typeof executeAsync>) => {
      if (++count === request) await edit();
      return executeAsync(...given);
    },
  });
}

/** What the other one does, in a sheet found by its name. */
export type ForeignEdit = (sheetId: (name: string) => string) => UserEdit;

export function typed(sheet: string, row: number, column: number, text: string): ForeignEdit {
  return (sheetId) => ({ kind: "type", sheet: sheetId(sheet), row, column, text });
}

export async function foreignEdit({ host }: OpenWorkbook, what: ForeignEdit): Promise<unknown> {
  return host.applyCoauthorEdit(
    what((name) => host.book().sheets.find((each) => each.name === name)?.id ?? ""),
  );
}
