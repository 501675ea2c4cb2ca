/** How a function is written, with its arguments' Japanese names: PLAN.YEAR(年度), optional ones in brackets. */
import { type Definition } from "../definition";

export function signature(definition: Definition): string {
  const names = definition.parameters.map((parameter) => {
    const name = parameter.repeating ? `${parameter.name}, …` : parameter.name;
    return parameter.optional ? `[${name}]` : name;
  });
  return `PLAN.${definition.id}(${names.join(", ")})`;
}
