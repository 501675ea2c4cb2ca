/** Stops the server that setup.ts started. */
export default function teardown() {
  globalThis.stopServer?.();
}
