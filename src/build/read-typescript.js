/** Reads our own TypeScript while webpack runs, without leaving a trace: webpack must not take those files for parts of its configuration. */
const path = require("node:path");
const { register } = require("tsx/cjs/api");

const root = path.resolve(__dirname, "../..");
const isOurs = (file) =>
  /\.tsx?(?:\?|$)|\.json$/.test(file) && !path.relative(root, file).startsWith("node_modules");

/** Fresh each time, for a live server must see what was edited. `files` are absolute; what they export comes in the same order. */
function readTypeScript(...files) {
  for (const file of Object.keys(require.cache)) if (isOurs(file)) delete require.cache[file];
  const stopReading = register();
  try {
    return files.map((file) => require(file));
  } finally {
    stopReading();
    // Else webpack's store is of no use once one of them changes, and never kept where a name is not a file's.
    module.children = module.children.filter(({ filename }) => !isOurs(filename));
  }
}

module.exports = { readTypeScript };
