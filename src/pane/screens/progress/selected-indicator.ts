/** Which indicator the cell selected in the workbook belongs to, and being told when the selection moves. */
import { type WorkbookPlan } from "../../../sheets";
import { parseAddress } from "../../../sheets/address";
import { workbook } from "../../workbook";

export interface SelectedCell {
  sheet: string;
  address: string;
}

/** sheet!row → indicator, made once for a reading of the plan. */
const rows = new WeakMap<WorkbookPlan, ReadonlyMap<string, string>>();

export function indicatorAt(plan: WorkbookPlan, { sheet, address }: SelectedCell): string | null {
  const selected = parseAddress(address);
  return selected === null
    ? null
    : (rowsOf(plan).get(`${selected.sheet ?? sheet}!${selected.area.row}`) ?? null);
}

function rowsOf(plan: WorkbookPlan): ReadonlyMap<string, string> {
  const known = rows.get(plan);
  if (known !== undefined) return known;
  const made = new Map<string, string>();
  for (const { id } of plan.plan.indicators) {
    const place = parseAddress(plan.addressOf({ indicator: id, column: "row" }) ?? "");
    if (place !== null) made.set(`${place.sheet}!${place.area.row}`, id);
  }
  rows.set(plan, made);
  return made;
}

/** A person moves with the arrow keys: only where they come to rest is asked for. */
const rest = 250;

/** Tells where the selection is now and wherever it goes, until the returned function is called. */
export function followSelection(listener: (selected: SelectedCell) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const ask = async (): Promise<void> => {
    try {
      // Where one cell would stand is the selected one, also while it is empty; nothing is written.
      const answer = await (await workbook()).previewInsert({ cells: [[null]] });
      // A refusal (several areas are selected, a cell is being edited) leaves what is shown as it is.
      if (answer.ok && !stopped) listener(answer.preview);
    } catch {
      // The next movement asks again.
    }
  };
  const moved = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), rest);
  };
  // Where Excel tells nothing, coming back to the pane is when the row matters.
  window.addEventListener("focus", moved);
  // The types promise it; not every host keeps the promise.
  const sheet: Partial<Office.Document> | undefined = Office.context?.document;
  sheet?.addHandlerAsync?.(Office.EventType.DocumentSelectionChanged, moved);
  moved();
  return () => {
    stopped = true;
    clearTimeout(timer);
    window.removeEventListener("focus", moved);
    sheet?.removeHandlerAsync?.(Office.EventType.DocumentSelectionChanged, { handler: moved });
  };
}
