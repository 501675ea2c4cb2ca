/** Long work in steps: between two of them the page may draw and answer, when it has waited long enough. */

/** Milliseconds of work before the page may breathe. */
const PATIENCE = 12;

export interface Pace {
  /** Whether so much has been done since the last pause that another is due. */
  readonly due: boolean;
  /** Comes back at once unless much has been done since the last pause. */
  rest(): Promise<void>;
}

export const createPace = (): Pace => {
  let since = performance.now();
  return {
    get due() {
      return performance.now() - since >= PATIENCE;
    },
    rest: async () => {
      if (performance.now() - since < PATIENCE) return;
      await new Promise<void>((resolve) => setTimeout(resolve, 0));
      since = performance.now();
    },
  };
};
