/** A loader for *.made.ts: a module that works its data out of other data runs once, here, and only what came of it is shipped. */
const path = require("node:path");
const { readTypeScript } = require("./read-typescript");

module.exports = function madeWhenBuilt() {
  for (const folder of ["seeds", "src/plan", "src/pane"])
    this.addContextDependency(path.resolve(__dirname, "../..", folder));
  const [made] = readTypeScript(this.resourcePath);
  return Object.entries(made)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join("\n");
};
