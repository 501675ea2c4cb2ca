/** A loader for *.made.ts: a module that works its data out of other data runs once, here, and only what came of it is shipped. */
const path = require("node:path");
const { require: requireTypeScript } = require("tsx/cjs/api");

module.exports = function madeWhenBuilt() {
  for (const folder of ["seeds", "src/plan", "src/pane"])
    this.addContextDependency(path.resolve(__dirname, "../..", folder));
  const made = requireTypeScript(this.resourcePath, __filename);
  return Object.entries(made)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join("\n");
};
