/** 全国地方公共団体コード: what is wrong with one, to the word. */

import { checkDigitOf, codeProblem } from "../../src/plan/file/municipality-code";

describe("全国地方公共団体コード", () => {
  test.each(["112101", "102041", "105244", "112259", "113018", "011002", "131016", "471003", "473821"])(
    "%s は正しい",
    (code) => {
      expect(codeProblem(code)).toBeNull();
    },
  );

  test.each<[string, string]>([
    ["11210", "「11210」は半角数字6けたではありません。検査数字まで6けたで書いてください。"],
    ["1121011", "「1121011」は半角数字6けたではありません。検査数字まで6けたで書いてください。"],
    ["1121O1", "「1121O1」は半角数字6けたではありません。検査数字まで6けたで書いてください。"],
    ["001007", "「001007」の都道府県番号（先頭2けた）は 01〜47 ではありません。"],
    ["481009", "「481009」の都道府県番号（先頭2けた）は 01〜47 ではありません。"],
    ["112102", "「112102」の検査数字（6けた目）が合いません。先頭5けたが正しければ「112101」です。"],
    ["011000", "「011000」の検査数字（6けた目）が合いません。先頭5けたが正しければ「011002」です。"],
  ])("%s の誤り", (code, sentence) => {
    expect(codeProblem(code)).toBe(`全国地方公共団体コード${sentence}`);
  });

  test("どの一けたを変えても、検査数字が気づく", () => {
    const code = "112101";
    for (let place = 0; place < 6; place++) {
      for (const digit of "0123456789") {
        const changed = code.slice(0, place) + digit + code.slice(place + 1);
        // 剰余が 0 と 1 の二つで検査数字が同じ 1 と 0 に重なるので、検査数字の前のけたは「気づく」か「同じ検査数字」。
        if (changed !== code && checkDigitOf(changed) !== Number(changed[5]))
          expect(codeProblem(changed)).not.toBeNull();
      }
    }
  });
});
