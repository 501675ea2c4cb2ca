/** Whether a text from a control is one of the choices it was given. */

export function isOneOf<Choices extends object>(
  choices: Choices,
  value: string,
): value is Extract<keyof Choices, string> {
  return Object.hasOwn(choices, value);
}
