/** 一部だけの表で更新しようとしているときは、更新する前にそう言う. */
import { mostlyGone } from "../../../src/pane/screens/plan/mostly-gone";

const gone = (count: number) => ({
  gone: Array.from({ length: count }, (_, at) => ({ id: `${at}`, name: "", address: null })),
});

test.each([
  [0, 10, false],
  [5, 10, false],
  [6, 10, true],
  [0, 0, false],
])("%s行がなくなる %s行の計画", (count, rows, warned) => {
  expect(mostlyGone(gone(count), rows) !== null).toBe(warned);
});
