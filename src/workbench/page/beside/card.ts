/** The card beside a cell: what to enter here, what an error means, why something was not done. It never takes the focus away. */
import type { Box } from "../display/place";

export interface Card {
  readonly tone: "hint" | "error" | "warning";
  readonly title: string;
  readonly text: string;
  readonly choices?: readonly { readonly label: string; readonly choose: () => void }[];
}

const gap = 6;
const arrowWidth = 20;

export function createCard(layer: HTMLElement) {
  const element = document.createElement("div");
  element.className = "cell-card";
  element.setAttribute("role", "status");
  element.hidden = true;
  layer.append(element);
  let shown: Card | undefined;

  const fill = (card: Card) => {
    element.dataset["tone"] = card.tone;
    const title = document.createElement("strong");
    title.textContent = card.title;
    const text = document.createElement("p");
    text.textContent = card.text;
    const buttons = document.createElement("div");
    buttons.className = "cell-card-choices";
    for (const { label, choose } of card.choices ?? []) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = label;
      button.addEventListener("click", choose);
      buttons.append(button);
    }
    element.replaceChildren(...(card.title ? [title] : []), text, ...(card.choices ? [buttons] : []));
  };

  return {
    /** Never over the cell itself. */
    show(card: Card | undefined, cell: Box | undefined): void {
      if (card !== shown) {
        shown = card;
        if (card) fill(card);
      }
      element.hidden = !card || !cell;
      if (!card || !cell) return;
      const { offsetWidth: width, offsetHeight: height } = element;
      // Where Enter and Tab go next stays free: to the right of the cell and its arrow, else below, else above.
      const right = cell.left + cell.width + arrowWidth + gap;
      const beside = right + width + gap <= layer.clientWidth;
      const below = cell.top + cell.height + gap;
      const fits = below + height <= layer.clientHeight;
      const top = beside
        ? Math.max(0, Math.min(cell.top, layer.clientHeight - height - gap))
        : fits
          ? below
          : Math.max(0, cell.top - height - gap);
      const left = beside ? right : Math.max(0, Math.min(cell.left, layer.clientWidth - width - gap));
      element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
    },
  };
}
