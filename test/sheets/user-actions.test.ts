/** 人が何をしても: 並べ替え・行や列の挿入・削除・名前の変更・入力・貼り付け・元に戻すのあと、打ち込んだ値は一つも失われず、別の指標に付かない. */

import fc from "fast-check";
import { actions, expectNothingTypedIsLost, loadedBook } from "./random-edits";

test("でたらめな操作のあとの読み戻しと更新", async () => {
  const start = await loadedBook();
  await fc.assert(
    fc.asyncProperty(actions, (list) => expectNothingTypedIsLost(start, list)),
    { numRuns: 25 },
  );
});
