/** The ribbon's buttons (manifest.xml, FunctionName): each opens its screen in the pane, or does its work and reports there. */
import { type ScreenId } from "./frame/screens";
import { pane } from "./state/pane-state";

async function show(screen: ScreenId): Promise<void> {
  pane.set({ screen });
  await Office.addin.showAsTaskpane();
}

export const commands = {
  openCheck: () => show("check"),
  openFiscal: () => show("fiscal"),
} satisfies Record<string, () => Promise<void>>;

export function associateCommands(): void {
  for (const [name, command] of Object.entries(commands)) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      // Excel waits for completed() whatever happens; a command that failed has already said so in the pane.
      void command().finally(() => event.completed());
    });
  }
}
