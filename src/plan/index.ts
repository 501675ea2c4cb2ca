/**
 * The public surface of the plan: everything the other rooms, and anyone outside, may ask of it.
 * The bundled plans are not part of it (`bundled.ts`): whoever imports this carries no plan's data.
 */

export * from "./plan";
export * from "./municipality-code";
export * from "./text-width";

export * from "./find";
export * from "./read";
export * from "./target";
export * from "./year";

export * from "./progress";
export * from "./rate";
export * from "./percent";
export * from "./grade";
export * from "./scale";
export * from "./scale-bundled";
export * from "./scale-check";
export * from "./judgement-scales";
export * from "./summary";
export * from "./check";
export * from "./acceptance";
export * from "./mend";
export * from "./fiscal";
