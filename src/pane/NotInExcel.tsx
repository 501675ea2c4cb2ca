/** Shown when no Excel answers: the page was opened in a browser, or office.js could not be loaded. */

/** In one piece: a line break in JSX is a space, which Japanese does not have. */
const cause =
  "Excel の中でこの表示が出るときは、office.js を読み込めていません。作業ウィンドウを閉じて開き直し、それでも変わらなければ情報担当に伝えてください。";

export function NotInExcel() {
  return (
    <main role="alert" style={{ padding: 16, lineHeight: 1.8 }}>
      <h1 style={{ fontSize: "1.2rem" }}>Excel につながりません</h1>
      <p>
        この画面は Excel の作業ウィンドウの中で動きます。Excel
        の［ホーム］タブから「計画を開く」を選んでください。
      </p>
      <p>
        {cause}
        <a href="help/index.html">関数の説明</a>
        はこのまま読めます。
      </p>
    </main>
  );
}
