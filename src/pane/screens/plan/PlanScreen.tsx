/** The screen 計画. */
import { EmptyState } from "../../frame/EmptyState";

export default function PlanScreen() {
  return (
    <EmptyState title="計画がまだ読み込まれていません">
      計画を読み込むと、取組項目ごとに目標値と実績値を入力できるシートができます。
    </EmptyState>
  );
}
