/** A long list of rows of any height inside the screen that scrolls: only the rows in sight are in the page. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { type HTMLAttributes, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";

export interface VirtualRowsProps<Row> {
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** Height of a usual row in pixels, until it has been measured. */
  estimate: number;
  /** Index of the row to keep in sight. */
  inSight?: number | null;
  list: HTMLAttributes<HTMLDivElement>;
  rowProps: (row: Row, at: number) => HTMLAttributes<HTMLDivElement>;
  children: (row: Row, at: number) => ReactNode;
}

/** The pane's one scrolling area (Pane.tsx). */
const scroller = (): HTMLElement | null => document.getElementById("screen");

export function VirtualRows<Row>({
  rows,
  keyOf,
  estimate,
  inSight = null,
  list,
  rowProps,
  children,
}: VirtualRowsProps<Row>) {
  const frame = useRef<HTMLDivElement>(null);
  const margin = useOffset(frame);
  // eslint-disable-next-line react-hooks/incompatible-library -- the component is not memoized, every render reads the list anew
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: scroller,
    estimateSize: () => estimate,
    overscan: 8,
    scrollMargin: margin,
    getItemKey: (at) => {
      const row = rows[at];
      return row === undefined ? at : keyOf(row);
    },
  });
  useEffect(() => {
    if (inSight !== null && inSight >= 0) virtual.scrollToIndex(inSight, { align: "auto" });
  }, [inSight, virtual]);
  return (
    <div {...list} ref={frame} style={{ position: "relative", height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map((item) => {
        const row = rows[item.index];
        return row === undefined ? null : (
          <div
            key={item.key}
            data-index={item.index}
            ref={virtual.measureElement}
            {...rowProps(row, item.index)}
            style={{
              position: "absolute",
              top: 0,
              insetInline: 0,
              transform: `translateY(${item.start - margin}px)`,
            }}
          >
            {children(row, item.index)}
          </div>
        );
      })}
    </div>
  );
}

/** How far down the scrolled content the list begins; what stands above it may grow and shrink. */
function useOffset(frame: React.RefObject<HTMLElement | null>): number {
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    const area = scroller();
    const { current } = frame;
    if (area === null || current === null) return;
    const measure = () => {
      const from = current.getBoundingClientRect().top - area.getBoundingClientRect().top + area.scrollTop;
      setOffset(Math.round(from));
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const each of area.children) observer.observe(each);
    for (let at = current.parentElement; at !== null && at !== area; at = at.parentElement) {
      for (const each of at.children) if (each !== current) observer.observe(each);
    }
    return () => observer.disconnect();
  }, [frame]);
  return offset;
}
