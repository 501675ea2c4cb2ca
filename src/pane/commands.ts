/** The ribbon's buttons (manifest.xml, FunctionName): each opens its screen in the pane, or does its work and reports there. */
import { type ScreenId } from "./frame/screens";
import { recalculate } from "./intentions/recalculate";
import { openScreen, pane } from "./state/pane-state";

async function show(screen: ScreenId): Promise<void> {
  openScreen(screen);
  await Office.addin.showAsTaskpane();
}

export const commands = {
  openCheck: () => show("check"),
  openFiscal: () => show("fiscal"),
  recalculate: async () => {
    // What came of it is told in the pane, so the pane has to be seen.
    await Office.addin.showAsTaskpane();
    await recalculate();
  },
} satisfies Record<string, () => Promise<void>>;

export function associateCommands(): void {
  for (const [name, command] of Object.entries(commands)) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      // Excel waits for completed() whatever happens; a command that failed has already said so in the pane.
      void command()
        .catch((failure: unknown) => pane.set({ notice: { tone: "error", title: String(failure) } }))
        .finally(() => event.completed());
    });
  }
}
