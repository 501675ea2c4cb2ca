/** Which API sets this Excel has: all that are known, or those of an older one. */

/** The newest of each set as Excel on the web has it. Sets that are not here are not supported. */
const NEWEST: Readonly<Record<string, string>> = {
  ExcelApi: "1.20",
  ExcelApiOnline: "1.1",
  CustomFunctionsRuntime: "1.5",
  SharedRuntime: "1.2",
  RibbonApi: "1.2",
  DialogApi: "1.2",
  DialogOrigin: "1.1",
  OpenBrowserWindowApi: "1.1",
  AddinCommands: "1.3",
  BindingEvents: "1.1",
  CompressedFile: "1.1",
  DocumentEvents: "1.1",
  File: "1.1",
  ImageCoercion: "1.2",
  MatrixBindings: "1.1",
  MatrixCoercion: "1.1",
  Selection: "1.1",
  Settings: "1.1",
  TableBindings: "1.1",
  TableCoercion: "1.1",
  TextBindings: "1.1",
  TextCoercion: "1.1",
  RichApiRuntime: "1.2",
  DelayForCellEdit: "1.1",
};

const isAtLeast = (has: string, wanted: string): boolean => {
  const [major = 0, minor = 0] = has.split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split(".").map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
};

export interface Requirements {
  isSetSupported(set: string, version?: string | number): boolean;
}

/** `{ ExcelApi: "1.9" }` is an Excel without what came later; `{ ExcelApiOnline: "" }` one without that set. */
export const requirements = (older: Readonly<Record<string, string>> = {}): Requirements => {
  const sets = new Map(
    Object.entries({ ...NEWEST, ...older }).map(([set, version]) => [set.toLowerCase(), version]),
  );
  return {
    isSetSupported: (set, version = "1.1") => {
      const has = sets.get(String(set).toLowerCase());
      return has !== undefined && has !== "" && isAtLeast(has, String(version));
    },
  };
};
