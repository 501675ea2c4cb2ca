/**
 * A benchmark as one script, as the product is built: run file by file, every name that one file has of another is looked up
 * through a getter, and what is measured is that.
 */

import { buildSync } from "esbuild";
import path from "node:path";

/** Its rows end up in `into`. Packages stay where they are. */
export function builtBenchmark(file: string, into: string): string {
  const outfile = path.join(__dirname, ".made", file.replace(/\.ts$/, ".js"));
  buildSync({
    stdin: {
      contents: `import { collect } from "./collect";\nvoid collect(() => import("./${file}"), ${JSON.stringify(file)}, ${JSON.stringify(into)});`,
      resolveDir: __dirname,
    },
    bundle: true,
    platform: "node",
    target: "node20",
    packages: "external",
    define: { __dirname: JSON.stringify(__dirname) },
    outfile,
    logLevel: "error",
  });
  return outfile;
}
