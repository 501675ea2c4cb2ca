/** The frame the add-in's page runs in. Excel starts an add-in anew with every workbook it opens, and so does this. */

export interface Pane {
  start(): void;
  /** The scripts of the pane have run and its functions are there. */
  arrived(): void;
  /** Resolves when the pane is there again; at the latest after a while, for an add-in that never says so. */
  restart(): Promise<void>;
}

const patience = 20_000;

export const keepPane = (frame: HTMLIFrameElement, address: string): Pane => {
  let waiting: (() => void)[] = [];
  const arrived = (): void => {
    for (const resolve of waiting) resolve();
    waiting = [];
  };
  return {
    start: () => {
      frame.src = address;
    },
    arrived,
    restart: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        setTimeout(resolve, patience);
        frame.contentWindow?.location.reload();
      }),
  };
};
