/** Writes the README as `npm run format` leaves it: a table renewed by a command must not turn `npm run lint` red. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";

export function writeReadme(file: string, text: string): void {
  writeFileSync(file, text);
  execFileSync(process.execPath, [
    require.resolve("prettier/bin/prettier.cjs"),
    "--write",
    "--log-level",
    "warn",
    file,
  ]);
}
