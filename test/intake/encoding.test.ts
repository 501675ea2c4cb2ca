import fc from "fast-check";
import { decodeText } from "../../src/intake/encoding";

/** 表「能力」㈱, ①, ～ in Windows-31J: the second bytes of 表 and 能 are a backslash. */
const shiftJis = [
  0x95, 0x5c, 0x81, 0x75, 0x94, 0x5c, 0x97, 0xcd, 0x81, 0x76, 0x87, 0x8a, 0x2c, 0x87, 0x40, 0x81, 0x60,
];
const utf8 = (text: string) => new TextEncoder().encode(text);

describe("文字コードの見分け", () => {
  test.each([
    ["UTF-8", utf8("番号,取組項目\n1,表"), "utf-8", "番号,取組項目\n1,表"],
    ["BOM 付き UTF-8", new Uint8Array([0xef, 0xbb, 0xbf, ...utf8("番号")]), "utf-8", "番号"],
    ["Shift_JIS（機種依存文字も）", new Uint8Array(shiftJis), "shift_jis", "表「能力」㈱,①～"],
    ["Shift_JIS の半角カナ", new Uint8Array([0xb6, 0xc5, 0x2c, 0x31]), "shift_jis", "ｶﾅ,1"],
    ["英数字だけ", utf8("id,name"), "utf-8", "id,name"],
    ["UTF-16LE", new Uint8Array([0xff, 0xfe, 0x6a, 0x75]), "utf-16le", "番"],
    ["UTF-16BE", new Uint8Array([0xfe, 0xff, 0x75, 0x6a]), "utf-16be", "番"],
    ["空", new Uint8Array(), "utf-8", ""],
  ])("%s", (_, bytes, encoding, text) => {
    expect(decodeText(bytes)).toEqual({ text, encoding, problems: [] });
  });

  test("壊れた UTF-8 は、読めない行を言う", () => {
    const bytes = new Uint8Array([...utf8("計画の表です\n取組項目の"), 0xff, 0xfd, ...utf8("一覧です")]);
    const { encoding, problems } = decodeText(bytes);
    expect(encoding).toBe("utf-8");
    expect(problems).toEqual([expect.objectContaining({ line: 2, severity: "warning" })]);
  });

  test("どんなバイト列でも例外はなく、読めない文字があれば言う", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const { text, problems } = decodeText(bytes);
        expect(problems).toHaveLength(text.includes("\ufffd") ? 1 : 0);
      }),
    );
  });

  test("UTF-8 で書いたものは UTF-8 で読む", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 100 }), (text) => {
        const written = text.replace(/^\ufeff/u, "").replace(/[\ud800-\udfff]/gu, "");
        expect(decodeText(utf8(written)).text).toBe(written);
      }),
    );
  });
});
