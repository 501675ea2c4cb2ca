import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { main } from "../../seeds/intake";
import { smallBook } from "../intake/plan-book-text";

let folder = "";
let printed: string[] = [];
let complained: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "intake-"));
  printed = [];
  complained = [];
  jest.spyOn(console, "log").mockImplementation((line: string) => void printed.push(line));
  jest.spyOn(console, "error").mockImplementation((line: string) => void complained.push(line));
});

afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

function file(name: string, content = smallBook): string {
  const at = path.join(folder, name);
  writeFileSync(at, content);
  return at;
}

test("読んだものの数と、問題を行番号つきで出す", () => {
  const book = file("book.txt", `${smallBook}\nおわりに`);
  expect(main([book])).toBe(0);
  expect(printed[0]).toContain("取組項目 5（うち再掲 1）");
  expect(printed[0]).toContain("指標 4、目標値 20");
  expect(printed.join("\n")).toMatch(/book\.txt:\d+: 注意: .*おわりに/);
});

test.each([
  ["list.csv", "取組項目,指標,目標値 令和3年度\n除草,回数,3", "見出し行のある表（CSV・TSV）"],
  ["book.txt", smallBook, "計画書（取組項目のブロック）"],
])("%s を何として読んだかを、人の言葉で言う", (name, content, said) => {
  const document = file(name, content);
  main([document]);
  expect(printed[0]?.split("\n")[0]).toBe(`${document}: ${said}`);
});

test("--json は計画だけを標準出力に出す", () => {
  expect(main([file("book.txt"), "--json"])).toBe(0);
  expect(JSON.parse(printed.join("\n"))).toMatchObject({ format: "plan/1", nodes: { length: 13 } });
  expect(complained.join("\n")).toContain("取組項目 5");
});

test("書き出したファイルと比べれば同じ、文書が変われば違う", () => {
  const book = file("book.txt");
  const seed = path.join(folder, "seed.json");
  expect(main([book, "--write", seed])).toBe(0);
  expect(readFileSync(seed, "utf8")).toContain('\n    { "id": "1-1", "node": "1", "name": "講座の回数"');
  expect(main([book, "--compare", seed])).toBe(0);
  writeFileSync(book, smallBook.replace("11 12 13 14 15", "11 12 13 14 16"));
  expect(main([book, "--compare", seed])).toBe(1);
});

test("注記ファイルが計画を補う", () => {
  const notes = file(
    "notes.json",
    '{ "format": "annotations/1", "plan": { "id": "kaku" }, "details": "omit" }',
  );
  expect(main([file("book.txt"), "--json", "--annotations", notes])).toBe(0);
  expect(printed.join("\n")).toContain('"id": "kaku"');
  expect(printed.join("\n")).not.toContain('"detail"');
});

test.each<[string, () => string[], number]>([
  ["文書がない", () => [], 2],
  ["知らない指定", () => ["--unknown"], 2],
  ["文書が2つで注記が1つ", () => [file("a.txt"), file("b.txt"), "--annotations", file("n.json", "{}")], 2],
  ["開けない文書", () => [path.join(folder, "none.txt")], 1],
  ["読めない文書", () => [file("letter.txt", "拝啓")], 1],
  ["JSON でない注記", () => [file("a.txt"), "--annotations", file("n.json", "{")], 1],
  ["比べる先がない", () => [file("a.txt"), "--compare", path.join(folder, "none.json")], 1],
])("%s: 例外ではなく終了コードと文で言う", (_, args, code) => {
  expect(main(args())).toBe(code);
  expect([...printed, ...complained].join("\n")).toMatch(/[ぁ-ん]/);
});
