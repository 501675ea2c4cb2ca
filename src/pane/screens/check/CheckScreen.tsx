/** The screen 点検. */
import { EmptyState } from "../../frame/EmptyState";

export default function CheckScreen() {
  return (
    <EmptyState title="点検する計画がありません">
      計画を読み込むと、担当課や年度ごとの目標値の漏れをここで確かめられます。
    </EmptyState>
  );
}
