/** A component whose script is fetched when it is first shown, and fetched again where that failed. */
import { type ComponentType, createElement, lazy } from "react";

/** React's own lazy remembers a failure for ever: 「もう一度表示する」 could only fail again. */
export function later<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> {
  const fetched = () =>
    lazy(() =>
      load().catch((failure: unknown) => {
        shown = fetched();
        throw failure;
      }),
    );
  let shown = fetched();
  return function Later(props: Props) {
    // The same component every time, unless it could not be fetched.
    return createElement(shown, props);
  };
}
