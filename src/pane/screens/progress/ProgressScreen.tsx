/** The screen 進捗. */
import { EmptyState } from "../../frame/EmptyState";

export default function ProgressScreen() {
  return (
    <EmptyState title="進捗を表示する計画がありません">
      計画を読み込むと、達成率と評価をここで見られます。
    </EmptyState>
  );
}
