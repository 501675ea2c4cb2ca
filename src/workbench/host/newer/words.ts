/** The words (`Excel.CellValueType.entity` and the like) that came with the newer members. */

/** In Excel's lists every word is its name with a capital. */
const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const LISTS: Readonly<Record<string, string>> = {
  CellValueType:
    "array boolean double entity empty error formattedNumber function linkedEntity reference string notAvailable webImage",
  ReferenceValueType: "array entity root double string boolean",
  FunctionCellValueType: "javaScriptReference",
  EntityCardLayoutType: "entity",
  ErrorCellValueType:
    "blocked busy calc connect div0 external field gettingData notAvailable name null num placeholder ref spill value",
  BlockedErrorCellValueSubType:
    "unknown dataTypeRestrictedDomain dataTypePrivacySetting dataTypeUnsupportedApp externalLinksGeneric richDataLinkDisabled signInError noLicense",
  BusyErrorCellValueSubType: "unknown externalLinksGeneric loadingImage",
  CalcErrorCellValueSubType:
    "unknown arrayOfArrays arrayOfRanges emptyArray unsupportedLifting dataTableReferencedPendingFormula tooManyCells lambdaInCell tooDeeplyNested textOverflow",
  ExternalErrorCellValueSubType: "unknown",
  FieldErrorCellValueSubType: "unknown webImageMissingFilePart dataProviderError richValueRelMissingFilePart",
  NumErrorCellValueSubType: "unknown arrayTooLarge",
  RefErrorCellValueSubType: "unknown externalLinksStructuredRef externalLinksCalculatedRef",
  SpillErrorCellValueSubType:
    "unknown collision indeterminateSize worksheetEdge outOfMemoryWhileCalc table mergedCell",
  CellControlType: "unknown empty mixed checkbox",
  LinkedEntityDataDomainRefreshMode: "unknown manual onLoad periodic",
};

const listOf = (names: string): Readonly<Record<string, string>> =>
  Object.fromEntries(names.split(" ").map((name) => [name, capital(name)]));

/** Five hundred icons by name: the rule stands for the list. */
const icons = (): object =>
  new Proxy(
    {},
    { get: (_, name) => (typeof name === "string" && /^[a-z]\w*$/.test(name) ? capital(name) : undefined) },
  );

export const addNewerWords = (excel: object): void => {
  const library = excel as Record<string, object | undefined>;
  for (const [list, names] of Object.entries(LISTS)) library[list] = { ...listOf(names), ...library[list] };
  library.EntityCompactLayoutIcons ??= icons();
  library.ClearApplyTo = { ...library.ClearApplyTo, resetContents: "ResetContents" };
};
