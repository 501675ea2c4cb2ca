/** The screen 財政. */
import { EmptyState } from "../../frame/EmptyState";

export default function FiscalScreen() {
  return (
    <EmptyState title="財政指標を持つ計画がありません">
      計画を読み込むと、経常収支比率などの目標値を予算のシートに挿入できます。
    </EmptyState>
  );
}
