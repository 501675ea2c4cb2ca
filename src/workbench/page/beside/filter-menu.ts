/** A table column's menu: put in order, or show only some of its values. */
import type { Book } from "../../host/model/book";
import { sheetById } from "../../host/model/book";
import { isError } from "../../host/model/cells/cell";
import { styleOf } from "../../host/model/looks/effective";
import { cellAt } from "../../host/model/cells/grid";
import { styleValue } from "../../host/model/looks/style";
import { bodyOf, type Table } from "../../host/model/tables/table";
import { textOf } from "../../host/model/cells/text";
import type { UserEdit } from "../../host/person/edit";

/** The texts a column shows, each once, in Japanese order; numbers by size. Blank is "". */
export function textsIn(book: Book, table: Table, column: number): string[] {
  const sheet = sheetById(book, table.sheet);
  if (!sheet) return [];
  const body = bodyOf(table);
  const texts = new Map<string, number | undefined>();
  for (let row = body.top; row <= body.bottom; row += 1) {
    const at = body.left + column;
    const cell = cellAt(sheet.grid, row, at);
    const value = cell?.value ?? null;
    const format = styleValue(styleOf(sheet, cell, row, at), "numberFormat");
    const text = isError(value) ? value.code : textOf(value, format);
    if (!texts.has(text)) texts.set(text, typeof value === "number" ? value : undefined);
  }
  const collator = new Intl.Collator("ja", { numeric: true });
  return [...texts]
    .sort(([a, x], [b, y]) => {
      if (a === "" || b === "") return Number(a === "") - Number(b === "");
      if (x !== undefined && y !== undefined) return x - y;
      if (x !== undefined || y !== undefined) return x !== undefined ? -1 : 1;
      return collator.compare(a, b);
    })
    .map(([text]) => text);
}

/** More than a person looks through. */
const most = 2000;

const button = (label: string, press: () => void, className = ""): HTMLButtonElement => {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.className = className;
  made.addEventListener("click", press);
  return made;
};

function checkbox(label: string, checked: boolean): { line: HTMLLabelElement; box: HTMLInputElement } {
  const line = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = checked;
  line.append(box, label);
  return { line, box };
}

export function filterMenu(
  book: Book,
  table: Table,
  column: number,
  done: (edit: UserEdit | undefined) => void,
): { menu: HTMLElement; first: HTMLElement } {
  const filter = table.columns[column]?.filter;
  const wanted =
    filter?.filterOn === "Values" && Array.isArray(filter.values)
      ? new Set(filter.values.map((value) => String(value).toLowerCase()))
      : undefined;
  const texts = textsIn(book, table, column).slice(0, most);
  const menu = document.createElement("div");
  menu.className = "filter-menu";
  menu.setAttribute("role", "dialog");
  menu.setAttribute("aria-label", `${table.columns[column]?.name ?? ""} の並べ替えとフィルター`);
  const sort = (ascending: boolean) => () => done({ kind: "sortTable", table: table.id, column, ascending });
  const first = button("昇順に並べ替え", sort(true), "menu-line");
  const clear = button(
    "フィルターを解除",
    () => done({ kind: "filter", table: table.id, column }),
    "menu-line",
  );
  clear.disabled = filter === undefined;

  const all = checkbox("（すべて選択）", !wanted);
  const boxes = texts.map((text) => ({
    text,
    ...checkbox(text === "" ? "（空白セル）" : text, !wanted || wanted.has(text.toLowerCase())),
  }));
  const search = document.createElement("input");
  search.type = "search";
  search.placeholder = "検索";
  search.setAttribute("aria-label", "値を検索");
  const values = document.createElement("div");
  values.className = "filter-values";
  values.append(all.line, ...boxes.map(({ line }) => line));
  const ok = button(
    "OK",
    () => {
      const chosen = boxes.filter(({ box, line }) => box.checked && !line.hidden).map(({ text }) => text);
      if (chosen.length === boxes.length) return done({ kind: "filter", table: table.id, column });
      done({
        kind: "filter",
        table: table.id,
        column,
        criteria: { filterOn: "Values", values: chosen },
      });
    },
    "primary",
  );
  const look = () => {
    const open = boxes.filter(({ line }) => !line.hidden);
    const checked = open.filter(({ box }) => box.checked).length;
    all.box.checked = checked === open.length;
    all.box.indeterminate = checked > 0 && checked < open.length;
    // Excel lets nobody hide every row this way.
    ok.disabled = checked === 0;
  };
  all.box.addEventListener("change", () => {
    for (const { box, line } of boxes) if (!line.hidden) box.checked = all.box.checked;
    look();
  });
  for (const { box } of boxes) box.addEventListener("change", look);
  search.addEventListener("input", () => {
    const part = search.value.normalize("NFKC").toLowerCase();
    for (const { line, text } of boxes) line.hidden = !text.normalize("NFKC").toLowerCase().includes(part);
    look();
  });
  look();
  const end = document.createElement("div");
  end.className = "filter-end";
  end.append(
    ok,
    button("キャンセル", () => done(undefined)),
  );
  menu.append(first, button("降順に並べ替え", sort(false), "menu-line"), clear, search, values, end);
  return { menu, first };
}
