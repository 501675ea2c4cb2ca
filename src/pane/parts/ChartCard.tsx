/** A chart with its title, the table behind it, and both to copy. */
import { Button, makeStyles, Spinner, Subtitle2, tokens } from "@fluentui/react-components";
import {
  ClipboardTaskListLtrRegular,
  DataBarHorizontalRegular,
  ImageCopyRegular,
  TableRegular,
} from "@fluentui/react-icons";
import { type ReactNode, Suspense, useRef, useState } from "react";
import { copyPicture } from "../intentions/copy-picture";
import { copyTable } from "../intentions/copy-table";
import { DataTable } from "./DataTable";
import { type TableData } from "./table-data";
import { useWidth } from "./use-width";

const useStyles = makeStyles({
  root: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalS, minWidth: 0 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  drawing: { minWidth: 0 },
});

export function ChartCard({
  title,
  table,
  children,
}: {
  title: string;
  table: TableData;
  /** The chart for a width; null where there is nothing to draw, then only the table shows. */
  children: ((width: number) => ReactNode) | null;
}) {
  const styles = useStyles();
  const [asTable, setAsTable] = useState(false);
  const drawing = useRef<HTMLDivElement>(null);
  const width = useWidth(drawing);
  const showsTable = asTable || children === null;
  const copyDrawing = () => {
    // Not any SVG: what turns while the chart is fetched may be one, too.
    void copyPicture(drawing.current?.querySelector<SVGSVGElement>("svg[role=img]") ?? null, title);
  };
  return (
    <div className={styles.root}>
      <Subtitle2 as="h2">{title}</Subtitle2>
      <div className={styles.drawing} ref={drawing}>
        {showsTable ? (
          <DataTable caption={title} table={table} />
        ) : (
          width > 0 && (
            <Suspense fallback={<Spinner size="tiny" label="図を描いています" />}>{children(width)}</Suspense>
          )
        )}
      </div>
      <div className={styles.actions}>
        {children !== null && (
          <Button
            size="small"
            icon={asTable ? <DataBarHorizontalRegular /> : <TableRegular />}
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? "グラフで見る" : "表で見る"}
          </Button>
        )}
        {!showsTable && (
          <Button size="small" icon={<ImageCopyRegular />} onClick={copyDrawing}>
            画像をコピー
          </Button>
        )}
        <Button size="small" icon={<ClipboardTaskListLtrRegular />} onClick={() => void copyTable(table)}>
          表をコピー
        </Button>
      </div>
    </div>
  );
}
