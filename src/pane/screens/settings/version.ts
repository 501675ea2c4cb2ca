/** Which version of the add-in this is: package.json's, put in by the build. */
declare const ADDIN_VERSION: string | undefined;

export const version = typeof ADDIN_VERSION === "string" ? ADDIN_VERSION : "開発中";
