/** The screen 設定・ヘルプ. */
import { EmptyState } from "../../frame/EmptyState";

export default function SettingsScreen() {
  return (
    <EmptyState title="設定する計画がありません">
      計画を読み込むと、評価年度と評価の区切りをここで変えられます。
    </EmptyState>
  );
}
