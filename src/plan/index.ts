/** The public surface of the plan: everything the other rooms, and anyone outside, may ask of it. */

export * from "./plan";
export * from "./text-width";
export * from "./target";
export * from "./year";
export * from "./municipality-code";
export * from "./find";
export * from "./read";
