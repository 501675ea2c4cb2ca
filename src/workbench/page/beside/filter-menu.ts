/** The menu of a column with a filter button: put in order, or show only some of its values. */
import type { UserEdit } from "../../host/person/edit";
import type { FilteredColumn } from "./filtered-columns";

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
  { name, filter, texts: all, set, sort }: FilteredColumn,
  done: (edit: UserEdit | undefined) => void,
): { menu: HTMLElement; first: HTMLElement } {
  const wanted =
    filter?.filterOn === "Values" && Array.isArray(filter.values)
      ? new Set(filter.values.map((value) => String(value).toLowerCase()))
      : undefined;
  const texts = all().slice(0, most);
  const menu = document.createElement("div");
  menu.className = "filter-menu";
  menu.setAttribute("role", "dialog");
  menu.setAttribute("aria-label", filterLabel({ name, sort }));
  const orders = sort
    ? [
        button("昇順に並べ替え", () => done(sort(true)), "menu-line"),
        button("降順に並べ替え", () => done(sort(false)), "menu-line"),
      ]
    : [];
  const clear = button("フィルターを解除", () => done(set()), "menu-line");
  clear.disabled = filter === undefined;

  const whole = checkbox("（すべて選択）", !wanted);
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
  values.append(whole.line, ...boxes.map(({ line }) => line));
  const ok = button(
    "OK",
    () => {
      const chosen = boxes.filter(({ box, line }) => box.checked && !line.hidden).map(({ text }) => text);
      done(chosen.length === boxes.length ? set() : set({ filterOn: "Values", values: chosen }));
    },
    "primary",
  );
  const look = () => {
    const open = boxes.filter(({ line }) => !line.hidden);
    const checked = open.filter(({ box }) => box.checked).length;
    whole.box.checked = checked === open.length;
    whole.box.indeterminate = checked > 0 && checked < open.length;
    // Excel lets nobody hide every row this way.
    ok.disabled = checked === 0;
  };
  whole.box.addEventListener("change", () => {
    for (const { box, line } of boxes) if (!line.hidden) box.checked = whole.box.checked;
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
  menu.append(...orders, clear, search, values, end);
  return { menu, first: orders[0] ?? search };
}

export function filterLabel({ name, sort }: Pick<FilteredColumn, "name" | "sort">): string {
  return sort ? `${name} の並べ替えとフィルター` : `${name} のフィルター`;
}
