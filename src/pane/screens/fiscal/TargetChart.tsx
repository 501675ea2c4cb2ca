/** The actuals of a 財政指標 against its targets and statutory lines; the table behind it stands above it in the card. */
import { useRef } from "react";
import SeriesLine from "../../parts/charts/SeriesLine";
import { useWidth } from "../../parts/use-width";
import { type FiscalRow } from "./fiscal-rows";
import { limitsToDraw, pointsOf, sentenceOf } from "./target-points";

export default function TargetChart({ row }: { row: FiscalRow }) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const { points, baseline } = pointsOf(row);
  return (
    <div ref={place}>
      {width > 0 && (
        <SeriesLine
          points={points}
          baseline={baseline}
          limits={limitsToDraw(row)}
          width={width}
          sentence={sentenceOf(row)}
        />
      )}
    </div>
  );
}
