/** Keys that mean something else here than to Univer. Univer takes keys at the window first thing, so this listens before it is made. */

/** True when the key was for us: Univer does not hear of it. */
export type KeyHandler = (event: KeyboardEvent) => boolean;

export interface FirstKeys {
  add(handler: KeyHandler): void;
}

export function listenFirst(): FirstKeys {
  const handlers: KeyHandler[] = [];
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.isComposing || !handlers.some((handler) => handler(event))) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );
  return { add: (handler) => void handlers.push(handler) };
}
