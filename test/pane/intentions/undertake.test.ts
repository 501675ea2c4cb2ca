/** Whatever an intention does, it ends, and what came of it is told: done, refused, stopped or failed. */
import { undertake } from "../../../src/pane/intentions/undertake";
import type { Answer } from "../../../src/sheets";
import { pane } from "../../../src/pane/state/pane-state";

const notice = () => pane.get().notice;

test("できたことは知らせる", async () => {
  await undertake(
    "読み込み",
    async () => ({ ok: true, rows: 3 }),
    ({ rows }) => `${rows}行を読み込みました。`,
  );
  expect(notice()).toEqual({ tone: "success", title: "3行を読み込みました。" });
  expect(pane.get().task).toBeNull();
});

test("元に戻せることは、知らせと一緒に言う", async () => {
  const told = () => "書き込みました。";
  await undertake("書き込み", () => Promise.resolve({ ok: true }), told, { undoable: true });
  expect(notice()).toMatchObject({ tone: "success", undoable: true });
});

test("断られたら、理由と場所を言う", async () => {
  await undertake("挿入", async () => ({
    ok: false,
    reason: "occupied",
    message: "値があります。",
    detail: ["A1", "A2", "A3", "A4", "A5", "A6"],
  }));
  expect(notice()?.tone).toBe("warning");
  expect(notice()?.text).toBe("値があります。（A1、A2、A3、A4、A5　ほか1件）");
});

test("場所の代わりに文で言われたことは、読点を重ねない", async () => {
  await undertake("取り込み", async () => ({
    ok: false,
    reason: "unfinished",
    message: "読めません。",
  }));
  expect(notice()?.text).toBe("読めません。");
  await undertake("取り込み", async () => ({
    ok: false,
    reason: "occupied",
    message: "読めません。",
    detail: ["Excel で保存し直してください。", "表1"],
  }));
  expect(notice()?.text).toBe("読めません。（Excel で保存し直してください。表1）");
});

test("思いがけない失敗でも黙らず、次の操作ができる", async () => {
  const outcome = await undertake("更新", () => Promise.reject(new Error("boom")));
  expect(outcome).toMatchObject({ ok: false, reason: "failed" });
  expect(notice()?.text).toMatch(/入力済みの値はそのまま.*boom/);
  expect(await undertake("次", async () => ({ ok: true }))).toEqual({ ok: true });
});

test("二度押しでは二度始めない", async () => {
  let finish: () => void = () => undefined;
  const first = undertake(
    "一つ目",
    () => new Promise<Answer>((resolve) => (finish = () => resolve({ ok: true }))),
  );
  expect(await undertake("二つ目", async () => ({ ok: true }))).toMatchObject({ ok: false, reason: "busy" });
  finish();
  expect(await first).toEqual({ ok: true });
});

test("中止は、止められる仕事にだけ出て、合図が届く", async () => {
  await undertake("止められない", async () => {
    expect(pane.get().task?.cancel).toBeUndefined();
    return { ok: true };
  });
  const outcome = await undertake(
    "止められる",
    async (report, signal): Promise<Answer> => {
      report({ label: "シートを作っています", done: 1, total: 4 });
      expect(pane.get().task).toMatchObject({ done: 1, total: 4 });
      pane.get().task?.cancel?.();
      expect(pane.get().task?.label).toBe("中止しています");
      return signal.aborted
        ? { ok: false, reason: "cancelled", message: "中止しました。ブックは元のままです。" }
        : { ok: true };
    },
    undefined,
    { cancellable: true },
  );
  expect(outcome).toMatchObject({ reason: "cancelled" });
  expect(notice()).toEqual({ tone: "info", title: "止められる：中止しました。ブックは元のままです。" });
});
