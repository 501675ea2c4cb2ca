/** A table of words and numbers; one that is wider than the pane scrolls by itself, with the keyboard too. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { type TableData } from "./table-data";

const useStyles = makeStyles({
  frame: {
    overflowX: "auto",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: {
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    width: "100%",
    "& th, & td": {
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      textAlign: "start",
      verticalAlign: "top",
    },
    "& thead th": { backgroundColor: tokens.colorNeutralBackground2, whiteSpace: "nowrap" },
    "& tbody th": { minWidth: "7em", fontWeight: tokens.fontWeightRegular },
    // A word in a narrow column would make its row as high as the word is long.
    "& td": { whiteSpace: "nowrap" },
    "& [data-number=true]": { fontVariantNumeric: "tabular-nums", textAlign: "end" },
  },
});

export function DataTable({ caption, table }: { caption: string; table: TableData }) {
  const styles = useStyles();
  return (
    <div className={styles.frame} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {table.headers.map((header, at) => (
              <th key={at} scope="col" data-number={ofNumbers(table, at)}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, line) => (
            <tr key={line}>
              {row.map((cell, at) =>
                at === 0 ? (
                  <th key={at} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={at} data-number={isNumber(cell)}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A header stands over its numbers, at the end of the column. */
function ofNumbers({ rows }: TableData, column: number): boolean {
  return column > 0 && rows.some((row) => isNumber(row[column] ?? ""));
}

function isNumber(cell: string | number): boolean {
  return typeof cell === "number" || /^-?[\d,]+(?:\.\d+)?$/.test(cell);
}
