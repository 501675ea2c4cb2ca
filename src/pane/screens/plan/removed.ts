/** 取り除く, in words: a plan with somebody's input in its sheet stays a plan of the workbook, and nobody is told otherwise. */
import { type RemovePreview } from "../../../sheets";

type Removal = Pick<RemovePreview, "title" | "sheets" | "touched">;

const quoted = (names: readonly string[]): string => names.map((name) => `「${name}」`).join("");

function sheetsWith({ sheets }: Removal, wanted: "削除" | "残す"): string[] {
  return sheets.flatMap(({ name, action }) => (action === wanted ? [name] : []));
}

/** Whether there is anything to take out at all. */
export function takesSomething(removal: Removal): boolean {
  return sheetsWith(removal, "削除").length > 0;
}

export function consequenceOf(removal: Removal): string {
  if (removal.touched.length === 0)
    return "この計画を使っている関数（=PLAN.…）はエラーになります。ただし、市町村や計画の名を文字で指定した関数は、公表された計画があればその値に変わります（入力した実績は使われません）。";
  const gone = sheetsWith(removal, "削除");
  return [
    "入力のあるシートを残すので、計画は読み込み済みのままで、関数もそのまま使えます。",
    gone.length === 0 ? "取り除けるものはありません。" : `取り除くのはシート${quoted(gone)}だけです。`,
    "計画ごとなくすには、ブックの写しを残したうえで、下のセルの入力を消してから、もう一度取り除いてください。",
  ].join("");
}

export function removedSentence(removal: Removal): string {
  if (removal.touched.length === 0) return `「${removal.title}」を取り除きました。`;
  const [gone, left] = [sheetsWith(removal, "削除"), sheetsWith(removal, "残す")];
  return `シート${quoted(gone)}を取り除きました。入力のあるシート${quoted(left)}は残し、計画は読み込み済みのままです。`;
}
