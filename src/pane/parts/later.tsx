/** A component whose script is fetched when it is first shown, and fetched again when a person asks for it after that failed. */
import { type ComponentType, createElement, lazy } from "react";

/** React's own lazy remembers a failure for ever: 「もう一度表示する」 could only fail again. */
const failed = new Set<() => void>();

export function fetchAgain(): void {
  for (const renew of failed) renew();
  failed.clear();
}

export function later<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> {
  const fetched = () =>
    lazy(() =>
      load().catch((failure: unknown) => {
        failed.add(() => (shown = fetched()));
        throw failure;
      }),
    );
  let shown = fetched();
  return function Later(props: Props) {
    // The same component every time, unless it could not be fetched.
    return createElement(shown, props);
  };
}
