/** The five screens of the pane, in the order of their tabs. */

export const screens = [
  { id: "plan", name: "計画" },
  { id: "progress", name: "進捗" },
  { id: "check", name: "点検" },
  { id: "fiscal", name: "財政" },
  { id: "settings", name: "設定" },
] as const;

export type ScreenId = (typeof screens)[number]["id"];
