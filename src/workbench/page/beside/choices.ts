/** The list of a cell's drop-down, to choose from with the pointer or the arrow keys. */

export function choiceList(
  choices: readonly string[],
  current: string,
  choose: (choice: string) => void,
): { list: HTMLElement; first: HTMLElement } {
  const list = document.createElement("ul");
  list.className = "cell-choices";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "入力できる値");
  const options = choices.map((choice) => {
    const option = document.createElement("li");
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", String(choice === current));
    option.tabIndex = -1;
    option.textContent = choice;
    option.addEventListener("click", () => choose(choice));
    return option;
  });
  list.addEventListener("keydown", (event) => {
    const at = options.findIndex((option) => option === document.activeElement);
    const go = (to: number) => {
      event.preventDefault();
      options[Math.max(0, Math.min(options.length - 1, to))]?.focus();
    };
    switch (event.key) {
      case "ArrowDown":
        return go(at + 1);
      case "ArrowUp":
        return go(at - 1);
      case "Home":
        return go(0);
      case "End":
        return go(options.length - 1);
      case "Enter":
      case "Tab":
      case " ": {
        event.preventDefault();
        const chosen = choices[at];
        if (chosen !== undefined) choose(chosen);
      }
    }
  });
  list.append(...options);
  return {
    list,
    first: options.find((option) => option.getAttribute("aria-selected") === "true") ?? options[0] ?? list,
  };
}
