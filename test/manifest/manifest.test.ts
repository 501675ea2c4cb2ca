/** What the schema of the manifest cannot check: references, lengths, files, addresses. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(__dirname, "../..");
const file = path.join(root, "manifest.xml");
const manifest = readFileSync(file, "utf8");

const all = (pattern: RegExp): string[] => [...manifest.matchAll(pattern)].map((match) => match[1] ?? "");
const entries = (tag: string) =>
  [...manifest.matchAll(new RegExp(`<bt:${tag} id="([^"]+)" DefaultValue="([^"]*)"`, "g"))].map((match) => ({
    id: match[1] ?? "",
    value: match[2] ?? "",
  }));

/** Width and height stand at a fixed place in a PNG's header. */
function pngSize(name: string): [number, number] {
  const bytes = readFileSync(path.join(root, name));
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe("マニフェスト", () => {
  const defined = [...entries("Image"), ...entries("Url"), ...entries("String")];
  const used = all(/\bresid="([^"]+)"/g);

  test("マイクロソフトの道具で読める", () => {
    // As a command: the package is written in a module format that jest does not load.
    const tool = path.join(root, "node_modules/office-addin-manifest/cli.js");
    const info = execFileSync(process.execPath, [tool, "info", file], { encoding: "utf8" });
    expect(info).toContain("Name: 計画アドイン");
    expect(info).toContain("Default Locale: ja-JP");
    expect(info).toContain("Permissions: ReadWriteDocument");
  });

  test("resid はすべて定義されていて、定義はすべて使われている", () => {
    expect(used.filter((id) => !defined.some((entry) => entry.id === id))).toEqual([]);
    expect(defined.map((entry) => entry.id).filter((id) => !used.includes(id))).toEqual([]);
  });

  test("id は重複せず、resid は 32 文字以内", () => {
    const ids = [...all(/<(?:Group|Control)[^>]* id="([^"]+)"/g), ...defined.map((entry) => entry.id)];
    expect(ids).toHaveLength(new Set(ids).size);
    expect(used.filter((id) => id.length > 32)).toEqual([]);
  });

  test("文字数が Excel の限度に収まる（短い文字列 125、長い文字列 250）", () => {
    expect(
      entries("String").filter(({ id, value }) => value.length > (/Tip$|Description$/.test(id) ? 250 : 125)),
    ).toEqual([]);
    expect((/<DisplayName DefaultValue="([^"]*)"/.exec(manifest)?.[1] ?? "").length).toBeLessThanOrEqual(125);
    expect((/<Description DefaultValue="([^"]*)"/.exec(manifest)?.[1] ?? "").length).toBeLessThanOrEqual(250);
  });

  test("ランタイムは一つで、ページ・コマンド・作業ウィンドウが同じものを指す", () => {
    expect(all(/<Runtime resid="([^"]+)" lifetime="long"/g)).toEqual(["Pane.Url"]);
    expect(all(/<Page>\s*<SourceLocation resid="([^"]+)"/g)).toEqual(["Pane.Url"]);
    expect(all(/<FunctionFile resid="([^"]+)"/g)).toEqual(["Pane.Url"]);
    expect(new Set(all(/<Action xsi:type="ShowTaskpane">\s*<SourceLocation resid="([^"]+)"/g))).toEqual(
      new Set(["Pane.Url"]),
    );
    expect(manifest).not.toContain("<TaskpaneId>");
  });

  test("アドレスはすべて一つのオリジンにある", () => {
    const addresses = all(/DefaultValue="(https?:[^"]+)"/g);
    expect(addresses.length).toBeGreaterThan(10);
    expect(addresses.filter((address) => !address.startsWith("https://localhost:3000/"))).toEqual([]);
    expect(manifest).not.toContain("<AppDomain>");
  });

  test("アイコンのファイルがあり、宣言した大きさである", () => {
    const places = new Map(
      entries("Image").map(({ id, value }) => [id, value.replace("https://localhost:3000/", "")]),
    );
    const declared = [...manifest.matchAll(/<bt:Image size="(\d+)" resid="([^"]+)"/g)].map((match) => ({
      size: Number(match[1]),
      name: places.get(match[2] ?? "") ?? "",
    }));
    declared.push({ size: 32, name: "assets/icon-32.png" }, { size: 64, name: "assets/icon-64.png" });
    for (const { size, name } of declared) {
      expect({ name, exists: existsSync(path.join(root, name)) }).toEqual({ name, exists: true });
      expect({ name, size: pngSize(name) }).toEqual({ name, size: [size, size] });
    }
  });

  test("権限は文書の読み書きだけで、カスタム関数の要件セットは必須にしない", () => {
    expect(all(/<Permissions>([^<]+)</g)).toEqual(["ReadWriteDocument"]);
    expect(all(/<Set Name="([^"]+)"/g)).toEqual(["SharedRuntime"]);
  });

  test("関数の名前空間は PLAN", () => {
    expect(entries("String").find(({ id }) => id === "Functions.Namespace")?.value).toBe("PLAN");
  });
});
