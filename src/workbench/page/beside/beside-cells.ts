/** What stands beside cells: the drop-down arrow, input messages, errors explained, filter buttons, outline buttons. */
import type { Injector } from "@univerjs/presets";
import { CellAlertManagerService, SheetsSelectionsService } from "@univerjs/presets/preset-sheets-core";
import { columnLetters } from "../../host/formula";
import type { Host } from "../../host/host";
import { sheetById } from "../../host/model/book";
import { cellAt } from "../../host/model/cells/grid";
import type { Axis } from "../../host/model/sheets/outline";
import { textOf } from "../../host/model/cells/text";
import { listOf, validationAt } from "../../host/model/entry/validate";
import type { UserEdit } from "../../host/person/edit";
import type { Places } from "../display/place";
import type { FirstKeys } from "../person/first-keys";
import { createCard, type Card } from "./card";
import { cardOfCell } from "./card-of-cell";
import { choiceList } from "./choices";
import { filterLabel, filterMenu } from "./filter-menu";
import { filteredColumns } from "./filtered-columns";
import { watchPointer } from "./hover";
import { createMenu } from "./menu";
import { foldLabel, groupBefore, groupsOf } from "./outline";
import { remarkAt } from "./remarks";

export interface Beside {
  /** A card at a cell, the selected one unless another is named, until the selection moves on. */
  say(card: Card, at?: CellPlace): void;
  /** What was said is over. */
  hush(): void;
}

interface CellPlace {
  readonly row: number;
  readonly column: number;
}

interface Options {
  host: Host;
  injector: Injector;
  places: Places;
  grid: HTMLElement;
  keys: FirstKeys;
  edit: (edit: UserEdit) => Promise<void>;
}

export function besideCells({ host, injector, places, grid, keys, edit }: Options): Beside {
  const { layer } = places;
  const selections = injector.get(SheetsSelectionsService);
  const card = createCard(layer);
  const backToCells = () =>
    grid.querySelector<HTMLElement>("[contenteditable]")?.focus({ preventScroll: true });
  const menu = createMenu(layer, backToCells);
  const hover = watchPointer(host, places, grid);
  const arrow = smallButton("cell-arrow", "▼", "一覧から選ぶ (Alt+↓)");
  const buttons = document.createElement("div");
  layer.append(arrow, buttons);
  let said: { card: Card; key: string; at: CellPlace } | undefined;

  const current = () => {
    const book = host.book();
    const primary = selections.getCurrentLastSelection()?.primary;
    const sheet = sheetById(book, book.activeSheet);
    if (!primary || !sheet) return undefined;
    const { actualRow: row, actualColumn: column } = primary;
    return { book, sheet, row, column, key: `${sheet.id}|${row}|${column}` };
  };

  const validationHere = () => {
    const now = current();
    if (!now) return undefined;
    const validation = validationAt(now.book, now.sheet.id, now.row, now.column);
    return validation && { ...now, validation };
  };

  const choicesHere = () => {
    const now = validationHere();
    const list = now?.validation.rule?.list as { source?: unknown; inCellDropDown?: unknown } | undefined;
    if (!now || !list || list.inCellDropDown === false) return undefined;
    const choices = listOf(now.book, now.sheet.id, list.source);
    return choices && { ...now, choices };
  };

  let cardFor = "";
  let cardNow: Card | undefined;
  const drawCard = () => {
    const now = current();
    const hovered = said ? undefined : hover.cell();
    const at = said?.at ?? hovered ?? now;
    const remark = hovered && now && remarkAt(now.book, now.sheet.id, hovered.row, hovered.column);
    const next = said?.card ?? remark ?? (now && cardOfCell(now.book, now.sheet.id, now.row, now.column));
    // The same words stay as they are, so that they are read out once.
    const name = JSON.stringify([at?.row, at?.column, next?.title, next?.text, next?.choices?.length]);
    if (name !== cardFor) {
      cardFor = name;
      cardNow = next;
    }
    card.show(menu.isOpen ? undefined : cardNow, at && places.boxOf(at.row, at.column));
  };

  const openChoices = () => {
    const now = choicesHere();
    const at = now && places.boxOf(now.row, now.column);
    if (!now || !at) return;
    const value = cellAt(now.sheet.grid, now.row, now.column)?.value ?? null;
    const { list, first } = choiceList(now.choices, textOf(value, "General"), (text) => {
      menu.close();
      void edit({ kind: "type", sheet: now.sheet.id, row: now.row, column: now.column, text });
    });
    list.style.minWidth = `${Math.round(at.width)}px`;
    menu.open(list, at, first);
    drawCard();
  };
  arrow.addEventListener("click", () => (menu.isOpen ? menu.close() : openChoices()));

  const drawArrow = () => {
    const now = choicesHere();
    const at = now && places.boxOf(now.row, now.column);
    arrow.hidden = !at;
    if (!at) return;
    arrow.style.transform = `translate(${Math.round(at.left + at.width + 1)}px, ${Math.round(at.top + at.height - 20)}px)`;
  };

  const filterButtons = (): HTMLElement[] => {
    const book = host.book();
    const onScreen = places.onScreen("columns").map(({ index }) => index);
    return filteredColumns(book, book.activeSheet, onScreen).flatMap((column) => {
      const at = places.boxOf(column.row, column.column);
      if (!at || at.width < 24) return [];
      const { filter, sorted } = column;
      const face = filter ? "▼" : sorted ? (sorted === "down" ? "↓" : "↑") : "▾";
      const button = smallButton("filter-button", face, filterLabel(column));
      if (filter) button.dataset["filtered"] = "";
      button.style.transform = `translate(${Math.round(at.left + at.width - 19)}px, ${Math.round(at.top + at.height - 19)}px)`;
      button.addEventListener("click", () => {
        // The button may be older than what the cells hold now.
        const now = filteredColumns(host.book(), book.activeSheet, [column.column]).find(
          ({ row }) => row === column.row,
        );
        const shown = filterMenu(now ?? column, (wanted) => {
          menu.close();
          if (wanted) void edit(wanted);
        });
        menu.open(shown.menu, at, shown.first);
        drawCard();
      });
      return [button];
    });
  };

  const outlineMarks = (axis: Axis): HTMLElement[] => {
    const book = host.book();
    const sheet = sheetById(book, book.activeSheet);
    const groups = sheet ? groupsOf(sheet[axis]) : [];
    if (!sheet || groups.length === 0) return [];
    const rows = axis === "rows";
    const name = (index: number) => (rows ? String(index + 1) : columnLetters(index));
    return places.onScreen(axis).flatMap((span) => {
      const marks: HTMLElement[] = [];
      const place = (mark: HTMLElement, across: number, along: number) => {
        const [x, y] = rows ? [across, along] : [along, across];
        mark.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
        marks.push(mark);
      };
      const level = sheet[axis].get(span.index)?.outline ?? 0;
      if (level > 0 && span.size > 0) {
        const line = document.createElement("div");
        line.className = `outline-line outline-${axis}`;
        line.style[rows ? "height" : "width"] = `${span.size}px`;
        place(line, 0, span.start);
      }
      const group = groupBefore(groups, span.index);
      if (group) {
        const button = smallButton("outline-button", group.folded ? "＋" : "−", foldLabel(axis, group, name));
        button.addEventListener("click", () => {
          const { first: at, last, folded } = group;
          const fold = { at, count: last - at + 1, hidden: !folded };
          void edit({ kind: "fold", sheet: sheet.id, axis, ...fold });
        });
        place(button, 1, span.start + 1);
      }
      return marks;
    });
  };

  let drawnButtons = "";
  const drawButtons = () => {
    const made = [...filterButtons(), ...outlineMarks("columns"), ...outlineMarks("rows")];
    // The same buttons stay: one that is being pressed must not be taken away under the pointer.
    const name = made.map((each) => each.outerHTML).join();
    if (name === drawnButtons) return;
    drawnButtons = name;
    buttons.replaceChildren(...made);
  };

  const draw = () => {
    if (said && said.key !== current()?.key) said = undefined;
    drawArrow();
    drawButtons();
    drawCard();
  };
  // Univer explains an error in general words, on top of the card that holds the function's own sentence.
  const alerts = injector.get(CellAlertManagerService);
  alerts.currentAlert$.subscribe(() => {
    if (alerts.currentAlert.has(univerExplanation)) alerts.removeAlert(univerExplanation);
  });
  places.onMove(draw);
  selections.selectionMoveEnd$.subscribe(() => places.moved());
  keys.add((event) => {
    if (!event.altKey || event.key !== "ArrowDown" || menu.isOpen || !choicesHere()) return false;
    openChoices();
    return true;
  });

  return {
    say(next, at) {
      const now = current();
      if (now) said = { card: next, key: now.key, at: at ?? now };
      places.moved();
    },
    hush() {
      said = undefined;
      places.moved();
    },
  };
}

const univerExplanation = "SHEET_FORMULA_ALERT";

function smallButton(className: string, face: string, label: string): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = className;
  button.textContent = face;
  button.title = label;
  button.setAttribute("aria-label", label);
  button.tabIndex = -1;
  return button;
}
