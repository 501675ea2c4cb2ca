/** 画像をコピー is never silent: a chart that is not drawn yet is told so. */
import { copyPicture } from "../../../src/pane/intentions/copy-picture";
import { pane } from "../../../src/pane/state/pane-state";

test("図を描いている途中なら、そう言う", async () => {
  expect(await copyPicture(null, "目標別の評価")).toMatchObject({ ok: false, reason: "busy" });
  expect(pane.get().notice).toMatchObject({ tone: "info", title: expect.stringContaining("描いている途中") });
});
