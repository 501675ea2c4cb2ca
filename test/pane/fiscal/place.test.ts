/** Where a block goes: the place shown, what stands in its way, and the nearest free place instead. */
import { placeOf } from "../../../src/pane/intentions/insert-fiscal";
import { cellName, fullAddress, parseAddress } from "../../../src/sheets/address";
import { type Answer, type InsertPreview } from "../../../src/sheets";

/** A sheet as a list of filled cells, asked for a block of 2 rows by 5 columns. */
function sheet(
  filled: readonly string[],
  table: { name: string; lastColumn: number; lastRow: number } | null = null,
  merged: readonly string[] = [],
) {
  return async (at = "予算!B2"): Promise<Answer<{ preview: InsertPreview }>> => {
    const area = parseAddress(at)?.area;
    if (area === undefined) return { ok: false, reason: "noSelection", message: "範囲がありません。" };
    const cells = [0, 1].flatMap((row) =>
      [0, 1, 2, 3, 4].map((column) => cellName(area.row + row, area.column + column)),
    );
    const last = cells.at(-1) ?? "";
    return {
      ok: true,
      preview: {
        sheet: "予算",
        address: fullAddress("予算", `${cells[0]}:${last}`),
        rows: 2,
        columns: 5,
        hidden: false,
        merged: merged.filter((each) => cells.some((cell) => each.split(":").includes(cell))),
        occupied: cells.filter((cell) => filled.includes(cell)).map((cell) => fullAddress("予算", cell)),
        table:
          table !== null && area.column <= table.lastColumn && area.row <= table.lastRow ? table.name : null,
      },
    };
  };
}

test("空いていれば、選んだセルから", async () => {
  expect(await placeOf(sheet([]), true)).toMatchObject({
    kind: "free",
    start: { sheet: "予算", row: 1, column: 1 },
  });
});

test("何か入っていれば、上書きせず、1列あけた右の空きを示す", async () => {
  expect(await placeOf(sheet(["D3"]), true)).toMatchObject({
    kind: "blocked",
    obstacle: { kind: "occupied", cells: ["予算!D3"] },
    instead: { address: "予算!F2:J3" },
  });
});

test("右にまた何かあれば、さらに右", async () => {
  expect(await placeOf(sheet(["D3", "H2", "N2"]), true)).toMatchObject({
    instead: { address: "予算!P2:T3" },
  });
});

test("結合されたセルには入れず、その先の空きを示す", async () => {
  expect(await placeOf(sheet([], null, ["C2:D2"]), true)).toMatchObject({
    kind: "blocked",
    obstacle: { kind: "merged", cells: ["C2:D2"] },
    instead: { address: "予算!F2:J3" },
  });
});

test("表の中に数式は入れない。表の外の空きを示す", async () => {
  const table = { name: "予算表", lastColumn: 7, lastRow: 40 };
  const place = await placeOf(sheet([], table), true);
  expect(place).toMatchObject({ kind: "blocked", obstacle: { kind: "table", table: "予算表" } });
  expect(place.kind === "blocked" ? place.instead?.table : "").toBeNull();
});

test("表の中でも、空いていれば値は入れられる", async () => {
  expect(await placeOf(sheet([], { name: "予算表", lastColumn: 7, lastRow: 40 }), false)).toMatchObject({
    kind: "free",
  });
});

test("空きが見つからなければ、そう言う", async () => {
  const all = Array.from({ length: 200 }, (_, row) =>
    Array.from({ length: 200 }, (__, column) => cellName(row, column)),
  ).flat();
  expect(await placeOf(sheet(all), true)).toMatchObject({ kind: "blocked", instead: null });
});

test("シートが答えなければ、その言葉のまま", async () => {
  const refusal = { ok: false, reason: "protectedSheet", message: "保護されています。" } as const;
  expect(await placeOf(() => Promise.resolve(refusal), true)).toEqual({ kind: "refused", refusal });
});
