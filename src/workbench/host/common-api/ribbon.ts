/** `Office.ribbon` and `Office.contextMenu`: controls of the manifest that a program switches on and off. */
import { Refusal } from "../refusal";

/** Control by control: whether it can be pressed and whether it is seen. */
export interface ControlState {
  readonly id: string;
  readonly enabled?: boolean;
  readonly visible?: boolean;
}

export type UpdateControls = (controls: readonly ControlState[]) => void;

interface Part {
  readonly id?: unknown;
  readonly visible?: unknown;
  readonly enabled?: unknown;
  readonly groups?: readonly Part[];
  readonly controls?: readonly Part[];
}

const invalid = (what: string): never => {
  throw new Refusal("InvalidArgument", `Office.ribbon.requestUpdate: ${what}`);
};

const stateOf = ({ id, enabled, visible }: Part): ControlState => {
  if (typeof id !== "string" || id === "") return invalid("every part needs an id");
  for (const each of [enabled, visible]) {
    if (each !== undefined && typeof each !== "boolean") invalid(`${id}: true or false expected`);
  }
  return {
    id,
    ...(typeof enabled === "boolean" ? { enabled } : {}),
    ...(typeof visible === "boolean" ? { visible } : {}),
  };
};

/** Tabs, the groups in them, the controls in both: all that is said of each. */
const statesIn = (parts: readonly Part[] | undefined): readonly ControlState[] => {
  if (parts !== undefined && !Array.isArray(parts)) return invalid("a list expected");
  return (parts ?? []).flatMap((part) => [
    stateOf(part),
    ...statesIn(part.groups),
    ...statesIn(part.controls),
  ]);
};

export const officeRibbon = (update: UpdateControls) => ({
  requestUpdate: async (input: { readonly tabs?: readonly Part[] } | undefined) => {
    if (!Array.isArray(input?.tabs)) invalid("tabs expected");
    update(statesIn(input?.tabs));
  },
  // Contextual tabs are drawn from their definition; here there is nobody to draw them.
  requestCreateControls: async () => {
    throw new Refusal(
      "NotImplemented",
      "Office.ribbon.requestCreateControls is not implemented in the workbench.",
    );
  },
});
