/** Long work in steps: between two of them the page may draw and answer, when it has waited long enough. */

/** Milliseconds of work before the page may breathe. */
const PATIENCE = 12;

export interface Pace {
  /** Comes back at once unless much has been done since the last pause. */
  rest(): Promise<void>;
}

export const createPace = (): Pace => {
  let since = performance.now();
  return {
    rest: async () => {
      if (performance.now() - since < PATIENCE) return;
      await new Promise<void>((resolve) => setTimeout(resolve, 0));
      since = performance.now();
    },
  };
};
