/** Stands between a person and Univer: every change is taken to the host instead, and comes back drawn. Nothing is changed by Univer itself. */
import {
  CanceledError,
  CommandType,
  ICommandService,
  IUniverInstanceService,
  type ICommandInfo,
  type Injector,
  type Workbook,
} from "@univerjs/presets";
import {
  DeviceInputEventType,
  IEditorBridgeService,
  SheetsSelectionsService,
} from "@univerjs/presets/preset-sheets-core";
import type { Host } from "../../host/host";
import { sheetById } from "../../host/model/book";
import type { UserEdit } from "../../host/person/edit";
import type { Drawing } from "../display/show";
import { unitId } from "../display/unit";
import type { Beside } from "../beside/beside-cells";
import { alertTitle, brokenRule } from "./broken-rule";
import { copied, rowsOfText, type Pasted } from "./clipboard";
import type { FirstKeys } from "./first-keys";
import { goneTo } from "./gone-to";
import { intents, rectangleOf, type Params, type Situation, type UniverRange } from "./intents";
import { reasonOfTyped } from "./reason";
import { typedText } from "./typed-text";

export interface PersonOptions {
  host: Host;
  injector: Injector;
  drawing: Drawing;
  /** Says what has no place beside a cell. */
  tell: (sentence: string) => void;
  beside: () => Beside;
  keys: FirstKeys;
}

export interface Person {
  /** Takes a person's edit to the host and says, beside the cell, what came of it when that needs saying. */
  edit(edit: UserEdit): Promise<void>;
}

const escapeKey = 27;

/** Looks of the page that are Univer's own business: heights it works out for wrapped text. */
const harmless = new Set([
  "sheet.mutation.set-worksheet-row-auto-height",
  "sheet.mutation.set-worksheet-row-is-auto-height",
]);

/** What Univer does first when whole rows or columns are dragged by their headers. */
const dragsLines = /^sheet\.mutation\.move-(rows|columns)$/;

interface Typed {
  sheet: string;
  row: number;
  column: number;
  text: string;
}

interface Copied {
  sheet: string;
  area: Situation["selected"][number];
  cut: boolean;
}

export function listenToPerson({ host, injector, drawing, tell, beside, keys }: PersonOptions): Person {
  const commands = injector.get(ICommandService);
  const selections = injector.get(SheetsSelectionsService);
  let typed: Typed | null = null;
  let copiedCells: Copied | null = null;

  const situation = (): Situation => ({
    book: host.book(),
    sheet: host.book().activeSheet,
    selected: selections.getCurrentSelections().map(({ range }) => rectangleOf(range as UniverRange)),
  });

  /** What a validation has to say about a value that it lets pass. */
  const remark = (edit: UserEdit): void => {
    if (edit.kind !== "type") return;
    const broken = brokenRule(host.book(), edit);
    if (!broken) return;
    const cell = host.book();
    const keep = { label: "このままにする", choose: () => beside().hush() };
    const takeBack = {
      label: "入力を取り消す",
      choose: () => {
        beside().hush();
        // Only what was typed: if something else has happened since, the cell is the person's own business again.
        if (host.book() === cell || brokenRule(host.book(), edit)) void host.undo();
      },
    };
    beside().say({ ...broken, tone: "warning", choices: broken.warning ? [keep, takeBack] : [keep] }, edit);
  };

  const carryOut = async (edits: readonly UserEdit[]): Promise<void> => {
    for (const edit of edits) {
      const outcome = await host.applyUserEdit(edit);
      if (outcome.kind === "refused") {
        const at = edit.kind === "type" ? edit : undefined;
        const title = (at && alertTitle(host.book(), at)) ?? "変更できませんでした";
        const typed = at?.text ?? "";
        const copyTyped = {
          label: "入力した数式を写す",
          choose: () => void navigator.clipboard.writeText(typed).then(() => beside().hush()),
        };
        beside().say(
          {
            tone: "error",
            title,
            text: reasonOfTyped(typed, outcome),
            ...(typed.startsWith("=") ? { choices: [copyTyped] } : {}),
          },
          at,
        );
        return;
      }
      remark(edit);
    }
  };

  const paste = async (given?: string): Promise<void> => {
    const now = situation();
    const place = now.selected.at(-1);
    if (!place) return;
    const at = { row: place.top, column: place.left };
    const text = given ?? (await navigator.clipboard.readText().catch(() => ""));
    const from = copiedCells;
    if (from?.cut) {
      copiedCells = null;
      await carryOut([{ kind: "move", sheet: from.sheet, area: from.area, toSheet: now.sheet, ...at }]);
      return;
    }
    const values: Pasted = from ? copied(host.book(), from.sheet, from.area, at) : rowsOfText(text);
    await carryOut([{ kind: "paste", sheet: now.sheet, ...at, values }]);
  };

  /** The selected cells as text, for other programs, and remembered, for pasting with formulas. */
  const copy = async (cut: boolean): Promise<void> => {
    const now = situation();
    const area = now.selected.at(-1);
    if (!area) return;
    copiedCells = { sheet: now.sheet, area, cut };
    const text = copied(host.book(), now.sheet, area, { row: area.top, column: area.left })
      .map((line) => line.map((cell) => String(cell ?? "").replace(/^'/, "")).join("\t"))
      .join("\n");
    await navigator.clipboard.writeText(text).catch(() => undefined);
  };

  /** What was typed, once Univer is about to write its own reading of it. */
  const noteTyping = (params: { visible?: boolean; keycode?: number }): void => {
    if (params.visible) {
      typed = null;
      return;
    }
    const { sheet, selected } = situation();
    const cell = selected.at(-1);
    typed =
      params.keycode === escapeKey || !cell
        ? null
        : { sheet, row: cell.top, column: cell.left, text: typedText(injector) };
  };

  const instead = (id: string, params: Params): (() => Promise<void>) | null => {
    switch (id) {
      case "univer.command.undo":
        return async () => {
          if (!(await host.undo())) tell("元に戻せる操作がありません。");
        };
      case "univer.command.redo":
        return async () => {
          if (!(await host.redo())) tell("やり直せる操作がありません。");
        };
      case "univer.command.copy":
        return () => copy(false);
      case "univer.command.cut":
        return () => copy(true);
      case "univer.command.paste":
        return () => paste();
      case "sheet.command.paste-by-short-key":
        return () => paste((params as { textContent?: string }).textContent);
      case "sheet.command.set-worksheet-activate":
        return params.subUnitId === undefined
          ? null
          : () => carryOut([{ kind: "activate", sheet: params.subUnitId ?? "" }]);
    }
    if (id === "sheet.command.set-range-values" && typed) {
      const edit: UserEdit = { kind: "type", ...typed };
      typed = null;
      return () => carryOut([edit]);
    }
    const intent = intents[id];
    return intent ? () => carryOut(intent(params, situation())) : null;
  };

  commands.beforeCommandExecuted(({ id, params, type }: Readonly<ICommandInfo>) => {
    if (drawing.underWay()) return;
    const given = (params ?? {}) as Params & { visible?: boolean; keycode?: number; unitId?: string };
    if (id === "sheet.operation.set-cell-edit-visible") return noteTyping(given);
    const action = instead(id, given);
    if (action) {
      void action();
      throw new CanceledError();
    }
    // The net below the table: a change no intent speaks of must not make the picture differ from the workbook.
    const changes = type === CommandType.MUTATION && /^(sheet|data-validation)\.mutation\./.test(id);
    if (changes && given.unitId === unitId && !harmless.has(id)) {
      beside().say({
        tone: "warning",
        title: "ワークベンチではできない操作です",
        text: dragsLines.test(id)
          ? "行や列を見出しから引いて動かすことはできません。何も変えていません。行や列を挿入してから、切り取りと貼り付けで移してください。"
          : "この操作は Excel では使えます。ブックは変更していません。",
      });
      throw new CanceledError();
    }
  });

  // Univer's tabs change its sheet by more than one way: whichever it was, the host's sheet goes along.
  injector
    .get(IUniverInstanceService)
    .getUnit<Workbook>(unitId)
    ?.activeSheet$.subscribe((shown) => {
      const sheet = shown?.getSheetId();
      if (!sheet || drawing.underWay() || sheet === host.book().activeSheet) return;
      if (sheetById(host.book(), sheet)) void carryOut([{ kind: "activate", sheet }]);
    });

  const select = (range: object | undefined): void => {
    if (!range || drawing.underWay()) return;
    const { activeSheet } = host.book();
    void host.applyUserEdit({ kind: "select", sheet: activeSheet, area: rectangleOf(range as UniverRange) });
  };
  selections.selectionMoveEnd$.subscribe((moved) => select(moved.at(-1)?.range));
  // Univer tells of no move when somebody goes to a cell by its address.
  commands.onCommandExecuted(({ id }) => {
    if (goneTo.has(id)) select(selections.getCurrentLastSelection()?.range);
  });

  // Ctrl+Enter: what is being typed goes into every selected cell. Univer has no such command.
  keys.add((event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return false;
    if (!injector.get(IEditorBridgeService).isVisible().visible) return false;
    const { sheet, selected } = situation();
    const text = typedText(injector);
    void commands
      .executeCommand("sheet.operation.set-cell-edit-visible", {
        visible: false,
        eventType: DeviceInputEventType.Keyboard,
        keycode: escapeKey,
        unitId,
      })
      .then(() => carryOut([{ kind: "typeInto", sheet, areas: selected, text }]));
    return true;
  });

  // Excel's key for what waits where calculation is manual.
  keys.add((event) => {
    if (event.key !== "F9" || injector.get(IEditorBridgeService).isVisible().visible) return false;
    void host.calculate(event.ctrlKey && event.altKey);
    return true;
  });

  return { edit: (edit) => carryOut([edit]) };
}
