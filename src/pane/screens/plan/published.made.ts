/** What the list of published plans says of each: counted from the plans when the add-in is built (src/build/made-when-built.js), so that the list shows without them. */
import { bundledPlans } from "../../../plan/bundled";
import { contentsOf, type Contents } from "./contents";

export interface Published {
  id: string;
  municipality: string;
  title: string;
  levels: readonly string[];
  contents: Contents;
}

export const published: readonly Published[] = bundledPlans().map((plan) => {
  const { id, municipality, title, levels } = plan;
  return { id, municipality, title, levels, contents: contentsOf(plan) };
});
