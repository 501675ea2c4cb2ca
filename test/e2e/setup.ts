/** jest's way in and out of the browser tests: one server for all of them. */
import { startServer } from "./server";

declare global {
  var stopServer: (() => void) | undefined;
}

export default async function setup() {
  globalThis.stopServer = await startServer();
}
