/** `Office.context.document.getFileAsync`: the workbook as an .xlsx file, handed over in slices. */
import { answer, optionsIn } from "./answer";
import type { CommonHost } from "./common-host";
import { fail } from "./problem";

const LARGEST_SLICE = 4 * 1024 * 1024;
/** Excel keeps no more than two files in memory. */
const MOST_FILES = 2;

export const fileGiver = (host: CommonHost) => {
  let open = 0;
  return (type: unknown, ...given: unknown[]): void =>
    answer(given, async () => {
      if (type !== "compressed") fail(1009, String(type));
      const { sliceSize = LARGEST_SLICE } = optionsIn(given);
      const fits = typeof sliceSize === "number" && sliceSize >= 1 && sliceSize <= LARGEST_SLICE;
      const length = fits ? Math.floor(sliceSize) : fail(11002);
      if (open >= MOST_FILES) fail(11000);
      open += 1;
      const { bytes } = await host.saveXlsx();
      let closed = false;
      const sliceCount = Math.ceil(bytes.length / length);
      return {
        size: bytes.length,
        sliceCount,
        getSliceAsync: (index: unknown, ...rest: unknown[]) =>
          answer(rest, () => {
            if (closed || typeof index !== "number" || !(index >= 0 && index < sliceCount)) fail(5010);
            const from = Number(index) * length;
            const data = Array.from(bytes.subarray(from, from + length));
            return { index, size: data.length, data };
          }),
        closeAsync: (...rest: unknown[]) =>
          answer(rest, () => {
            if (!closed) open -= 1;
            closed = true;
          }),
      };
    });
};
