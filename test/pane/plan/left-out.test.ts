/** 更新で入らないもの: said once each, with the way in. */
import { leftOut } from "../../../src/pane/screens/plan/left-out";

const actuals =
  "この版には、シートにない実績値が 3個あります。更新では入りません。計画の一覧の「実績値を取り込む」で入れられます。";
const judgements =
  "この版には、シートと違う評価の記録が 2個あります。更新では入りません。シートに手で入れてください。";

test.each([
  [{ actuals: 0, judgements: 0 }, []],
  [{ actuals: 3, judgements: 0 }, [actuals]],
  [{ actuals: 0, judgements: 2 }, [judgements]],
  [{ actuals: 3, judgements: 2 }, [actuals, judgements]],
])("%j", (left, sentences) => {
  expect(leftOut(left)).toEqual(sentences);
});
