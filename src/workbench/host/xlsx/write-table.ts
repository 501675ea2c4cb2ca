/** A table as a file writes it. */
import { isFiltered, totalsOf, type Table } from "../model/tables/table";
import { filterColumn } from "./filter-in-file";
import { toFile } from "./formula-in-file";
import { documentOf, element, escapeText, IDENTITY, MAIN } from "./markup";
import { printArea } from "./references";
import type { StyleTable } from "./style-table";

export const tableDocument = (
  table: Table,
  id: number,
  valuesOnly: boolean,
  styles: Pick<StyleTable, "rule">,
): string => {
  const ref = printArea(table.area);
  const filtered = printArea(totalsOf(table) ? { ...table.area, bottom: table.area.bottom - 1 } : table.area);
  const filter =
    table.showHeaders && (table.showFilterButton || isFiltered(table))
      ? element(
          "autoFilter",
          { ref: filtered },
          table.columns.map((column, at) =>
            column.filter ? filterColumn(at, column.filter, (style) => styles.rule(style)) : "",
          ),
        )
      : "";
  const columns = table.columns.map((column) =>
    element(
      "tableColumn",
      { id: column.id, name: column.name },
      column.formula === undefined || valuesOnly
        ? ""
        : element("calculatedColumnFormula", {}, escapeText(toFile(column.formula, table.name))),
    ),
  );
  return documentOf(
    element(
      "table",
      {
        xmlns: MAIN,
        "xmlns:xr": IDENTITY,
        "xr:uid": table.id,
        id,
        name: table.name,
        displayName: table.name,
        ref,
        headerRowCount: table.showHeaders ? undefined : 0,
        totalsRowCount: table.showTotals ? 1 : undefined,
        totalsRowShown: table.showTotals ? undefined : false,
      },
      [
        filter,
        element("tableColumns", { count: columns.length }, columns),
        element("tableStyleInfo", {
          name: table.style,
          showFirstColumn: table.highlightFirstColumn,
          showLastColumn: table.highlightLastColumn,
          showRowStripes: table.showBandedRows,
          showColumnStripes: table.showBandedColumns,
        }),
      ],
    ),
  );
};
