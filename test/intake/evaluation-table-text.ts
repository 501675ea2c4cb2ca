/** Made-up evaluation tables in every shape a scan leaves them in. */

export const legend = [
  "<進捗区分>",
  "",
  "A=達成",
  " B=順調",
  "<取組区分>",
  "あ=順調",
  "<今後の方向性>",
  "A=充実",
  " イ=継続",
].join("\n");

export const wideHeader = [
  "節\t項\t施策の方向性\t内容（取り組んでいく事業等）\t進捗区分\t取組評価\t\t今後の方向性\t\t所管課",
  "\t\t\t\t\t選択欄\t自由記述欄\t選択欄\t自由記述欄\t",
].join("\n");

export const narrowHeader = [
  "節 項\t施策の方向性\t内容（取り組んでいく事業等）\t進捗区分\t取組評価\t\t今後の方向性\t\t所管課",
  "\t\t\t\t選択欄\t自由記述欄\t選択欄\t自由記述欄\t",
].join("\n");

export const document = [
  legend,
  "",
  "第2次青葉市総合計画・前期基本計画の取組評価",
  "",
  "第1章 水と緑のまち（環境）",
  "",
  wideHeader,
  "第1節 水辺の整備\t\t\t\t\t\t\t\t\t",
  "第1項 川の手入れ\t\t\t\t\t\t\t\t\t",
  "\t\t堤防の点検\t堤を見て回ります。\tB\tい\t見て回った。\tイ\t続ける。\t河川課",
  "\t\t\t\tA\tあ\t直した。\tア イ\t続ける。\t河川課 公園緑地課",
  "\t\t魚道の設置\t魚の道をつくります。\tE\tお\t未着手。\tオ\t終える。\t河川課、水道・下水課",
  "第2項 池の手入れ\t\t\t\t\t\t\t\t\t",
  "\t\t池の清掃\t池を掃除します。\tC\tう\t\tウ\t\t公園緑地課・河川課",
  "",
  "第1章 水と縁のまち（環境）",
  "",
  narrowHeader,
  "第2節 緑を増やす\t\t\t\t\t\t\t\t",
  "第1項 植樹\t\t\t\t\t\t\t\t",
  "\t街路樹の更新\t木を植え替えます。\tＤ\tえ\t半分。\tｲ\t続ける。\t公園緑地課（一部）",
  "",
  "苗木の配布\t苗を配ります。\tB\tい\t配った。\tA\t増やす。\t農政課（関係各課）",
  "",
  "計画の実現に向けて（運営の指針）",
  "",
  wideHeader,
  "第1節 窓口\t\t\t\t\t\t\t\t\t",
  "第1項 案内\t\t\t\t\t\t\t\t\t",
  "\t\t案内の充実\t案内をよくします。\tB\tい\t直した。\tイ\t続ける。\t総合窓口",
  "",
].join("\n");
