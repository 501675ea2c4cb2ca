/** 測定の表: what is derived from the rows, and where the README keeps them. */
import { withMeasuredTable } from "./readme-speed";
import { type BenchRow, collected, collectedTable } from "./table";

const row = (what: string, size: number, cpuMs: number, naiveMs: number | null = null): BenchRow => ({
  what,
  size,
  ms: cpuMs,
  bestMs: cpuMs,
  cpuMs,
  naiveMs,
});

test("相手との比は相手÷こちら、伸びは同じ仕事のいちばん小さい規模から", () => {
  const [small, large, other] = collected([
    row("点検", 1_000, 10, 20),
    row("点検", 100_000, 900),
    { ...row("大きさ", 1, 50, 60), unit: "KB", peer: "上限" },
  ]);
  expect(small).toMatchObject({ ratio: 2, growth: null, peer: { name: "素朴な書き方", value: 20 } });
  expect(large).toMatchObject({ ratio: null, peer: null, growth: { size: 100, ours: 90 } });
  expect(other).toMatchObject({ unit: "KB", ratio: 1.2, peer: { name: "上限" } });
});

test("表は一行に一つの仕事", () => {
  expect(collectedTable(collected([row("点検", 1_000, 12.345, 20), row("点検", 10_000, 0.1234)]))).toBe(
    [
      "| 仕事 | 規模 | 計画アドイン | 比べる相手 | 相手 | 相手÷こちら | 規模と時間の伸び |",
      "| --- | --- | --- | --- | --- | --- | --- |",
      "| 点検 | 1,000 | 12.3 ms | 素朴な書き方 | 20 ms | 1.62 倍 | — |",
      "| 点検 | 10,000 | 0.12 ms | — | — | — | 規模 ×10 で ×0.01 |",
    ].join("\n"),
  );
});

test("README では目印の間だけを書き直し、測った日と機械を書く", () => {
  const machine = { cores: 2, node: "v20.19.0", date: "2026-11-26", load: 1.25 };
  const renewed = withMeasuredTable("前<!-- speed -->古い表<!-- /speed -->後", [], machine);
  expect(renewed).toMatch(
    /^前<!-- speed -->\n\n測った日：2026-11-26、2 コアの機械（そのときの負荷 1\.3）、Node v20\.19\.0。/,
  );
  expect(renewed).toMatch(/<!-- \/speed -->後$/);
  expect(withMeasuredTable("目印なし", [], machine)).toBeNull();
});
