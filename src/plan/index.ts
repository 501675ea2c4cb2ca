/**
 * The public surface of the plan: everything the other rooms, and anyone outside, may ask of it.
 * The bundled plans are not part of it (`bundled.ts`): whoever imports this carries no plan's data.
 */

export * from "./plan";
export * from "./file/municipality-code";
export * from "./text-width";

export * from "./keys/find";
export * from "./file/read";
export * from "./target";
export * from "./year";

export * from "./progress/progress";
export * from "./progress/rate";
export * from "./percent";
export * from "./scales/grade";
export * from "./scales/scale";
export * from "./scales/bundled";
export * from "./scales/check";
export * from "./scales/judgements";
export * from "./summary/summary";
export * from "./check";
export * from "./acceptance";
export * from "./mend";
export * from "./fiscal/fiscal";
