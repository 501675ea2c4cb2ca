/** The list of everything from other people that ships in dist/: a CycloneDX file made from the modules that were really bundled, with the lock file's checksums. */
const fs = require("node:fs");
const path = require("node:path");

const fileName = "bom.json";

/** The package a file on disk belongs to: the innermost folder below node_modules. */
function packageFolder(file) {
  const found = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(file);
  return found === null ? null : found[1];
}

/** Modules joined into one still know their parts. */
function* resourcesOf(modules) {
  for (const module of modules) {
    if (typeof module.resource === "string") yield module.resource;
    if (module.modules) yield* resourcesOf(module.modules);
  }
}

/** CycloneDX takes only SPDX's own identifiers as such; what a package says in other words is its licence's name. */
const spdx = new Set(["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"]);

function licenceOf(said) {
  return { license: spdx.has(said) ? { id: said } : { name: said } };
}

function component(root, lock, folder) {
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
  const key = path.relative(root, folder).split(path.sep).join("/");
  const [algorithm, digest] = (lock.packages[key]?.integrity ?? "").split("-");
  return {
    type: "library",
    "bom-ref": `${name}@${version}`,
    name,
    version,
    ...(typeof license === "string" ? { licenses: [licenceOf(license)] } : {}),
    purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
    ...(algorithm === "sha512"
      ? { hashes: [{ alg: "SHA-512", content: Buffer.from(digest, "base64").toString("hex") }] }
      : {}),
  };
}

/** Without a date or a random number: the same source gives the same file. */
function billOfMaterials(root, folders) {
  const lock = JSON.parse(fs.readFileSync(path.join(root, "package-lock.json"), "utf8"));
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
  const components = [...folders]
    .map((folder) => component(root, lock, folder))
    .sort((one, other) => (one["bom-ref"] < other["bom-ref"] ? -1 : 1));
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: {
      component: {
        type: "application",
        "bom-ref": `${name}@${version}`,
        name,
        version,
        licenses: [{ license: { id: license } }],
      },
    },
    components,
  };
}

class BillOfMaterials {
  /** @param {string[]} copied folders of packages whose files are copied, not bundled */
  constructor(copied) {
    this.copied = copied;
  }

  apply(compiler) {
    const { webpack } = compiler;
    compiler.hooks.thisCompilation.tap("BillOfMaterials", (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: "BillOfMaterials", stage }, () => {
        const folders = new Set(this.copied);
        for (const resource of resourcesOf(compilation.modules)) {
          const folder = packageFolder(resource);
          if (folder !== null) folders.add(folder);
        }
        const bill = billOfMaterials(compiler.context, folders);
        compilation.emitAsset(fileName, new webpack.sources.RawSource(`${JSON.stringify(bill, null, 1)}\n`));
      });
    });
  }
}

module.exports = { BillOfMaterials };
