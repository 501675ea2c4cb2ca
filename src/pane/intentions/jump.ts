/** Goes to the cell of a plan in the sheets. */
import { type Place } from "../../sheets";
import { workbook } from "../workbook";
import { undertake, type Undertaken } from "./undertake";

export function jump(place: Place): Promise<Undertaken<{ address: string }>> {
  return undertake("セルへ移動", async () => (await workbook()).selectPlace(place));
}

/** To a cell as a problem of the sheets names it: 加須市!X7. */
export function jumpTo(address: string): Promise<Undertaken<{ address: string }>> {
  return undertake("セルへ移動", async () => (await workbook()).selectAddress(address));
}
