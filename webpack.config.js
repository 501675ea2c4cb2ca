/**
 * Builds the add-in: pane, functions, help, manifest. Switches:
 *   --env origin=https://host/folder   the address the manifest and the help links carry
 *   --env officejs=cdn|local           where office.js comes from (local: a copy inside dist/, for closed networks);
 *                                      without it, `npm start` and `npm run dev` give the workbench's
 *   --env live                         `npm run dev`: reload the page on every change
 *   --env https                        `npm run excel`: serve over https with a certificate Excel trusts
 */
const path = require("node:path");
const fs = require("node:fs");
const net = require("node:net");
const webpack = require("webpack");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const { BillOfMaterials } = require("./src/build/bill-of-materials");
const { readTypeScript } = require("./src/build/read-typescript");

const manifestOrigin = "https://localhost:3000";
const officeFiles = path.join(path.dirname(require.resolve("@microsoft/office-js/package.json")), "dist");

/** What Excel on Windows, on the Mac and on the web loads beside office.js, in Japanese and English, and what it asks for where there is no Excel. */
const officeFilesForExcel = [
  "office.js",
  "o15apptofilemappingtable.js",
  "excel-win32-16.01.js",
  "excel-mac-16.00.js",
  "excel-web-16.00.js",
  "telemetry/oteljs_agave.js",
  "ja-jp/office_strings.js",
  "en-us/office_strings.js",
];

const officeSources = {
  cdn: {
    scripts: ["https://appsforoffice.microsoft.com/lib/1/hosted/office.js"],
    host: "https://appsforoffice.microsoft.com",
  },
  local: { scripts: ["office-js/office.js"], host: "" },
  // Microsoft's library for Excel on the web, and what stands for its loader.
  workbench: { scripts: ["workbench/excel-web.js", "workbench-office.js"], host: "" },
};

/** Files the workbench's page loads as they are. */
function workbenchFiles() {
  const univer = path.join(__dirname, "node_modules/@univerjs/presets/lib/styles");
  return [
    { from: path.join(officeFiles, "excel-web-16.00.debug.js"), to: "workbench/excel-web.js" },
    { from: "src/workbench/page/page.css", to: "workbench/page.css" },
    { from: path.join(univer, "preset-sheets-core.css"), to: "workbench/univer.css" },
  ];
}

/** Only our own folder, and Microsoft's host when office.js is loaded from it. Griffel writes its styles at run time. */
function contentSecurityPolicy(officeHost) {
  const own = ["'self'", officeHost].filter(Boolean).join(" ");
  return [
    "default-src 'self'",
    `script-src ${own}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src ${own}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** Files made from data: functions.json and the help pages from the catalogue, the manifest with its real origin. */
class MadeFromData {
  constructor(origin) {
    this.origin = origin;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap("MadeFromData", (compilation) => {
      const source = path.join(__dirname, "src/functions");
      compilation.fileDependencies.add(path.join(__dirname, "manifest.xml"));
      compilation.contextDependencies.add(source);
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: "MadeFromData", stage }, () => {
        const [{ catalogue }, { functionsFile }, { functionPage, indexPage }] = readTypeScript(
          path.join(source, "catalogue/index.ts"),
          path.join(source, "metadata.ts"),
          path.join(source, "help/page.ts"),
        );
        const emit = (name, text) => compilation.emitAsset(name, new webpack.sources.RawSource(text));
        emit("functions.json", JSON.stringify(functionsFile(catalogue, this.origin), null, 1));
        emit("help/index.html", indexPage(catalogue));
        emit("help/help.css", fs.readFileSync(path.join(source, "help/help.css"), "utf8"));
        for (const definition of catalogue) emit(`help/${definition.id}.html`, functionPage(definition));
        // IT adds plans beside it; an empty list, so that asking for it is never an error in the console.
        emit("plans/index.json", JSON.stringify({ plans: [] }));
        const manifest = fs.readFileSync(path.join(__dirname, "manifest.xml"), "utf8");
        emit("manifest.xml", manifest.replaceAll(manifestOrigin, this.origin));
      });
    });
  }
}

function checkedOrigin(given) {
  const origin = String(given).replace(/\/+$/, "");
  if (!/^https?:\/\/[^/\s"<>&]+(\/[^\s"<>&]*)?$/.test(origin)) {
    // A slip of whoever typed the command is thrown as a sentence: the stack of an Error would bury it.
    throw `origin=${given} は https://… の形のアドレスではありません。例: --env origin=https://keikaku.example.lg.jp/plan`;
  }
  return origin;
}

/** Makes a certificate for localhost and asks the system to trust it; where that is not allowed, serves it untrusted and says so. */
async function httpsServer() {
  const certificates = require("office-addin-dev-certs");
  try {
    return { type: "https", options: await certificates.getHttpsServerOptions() };
  } catch (failure) {
    const {
      localhostCertificatePath,
      localhostKeyPath,
      caCertificatePath,
    } = require("office-addin-dev-certs/lib/defaults");
    if (!fs.existsSync(localhostKeyPath)) throw failure;
    console.warn(
      `この PC に証明書を信頼させることができませんでした（管理者の権限が要ります）。\n` +
        `Excel で開く前に、次のファイルを開き、「信頼されたルート証明機関」に入れてください：${caCertificatePath}\n`,
    );
    const [cert, key, ca] = [localhostCertificatePath, localhostKeyPath, caCertificatePath].map((file) =>
      fs.readFileSync(file),
    );
    return { type: "https", options: { cert, key, ca } };
  }
}

/** `npm start` twice is an everyday slip; Node's own words for it tell nobody what to do. */
function refuseTakenPort(port) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", ({ code, message }) =>
      reject(
        code === "EADDRINUSE"
          ? `ポート ${port} は使われています。動いている npm start・npm run dev・npm run excel を止めるか、-- --port 3001 のように別の番号を指定してください。`
          : message,
      ),
    );
    probe.listen(port, "localhost", () => probe.close(resolve));
  });
}

module.exports = async (env = {}, argv = {}) => {
  const production = argv.mode === "production";
  const served = Boolean(env.WEBPACK_SERVE);
  const secure = Boolean(env.https);
  const port = Number(argv.port ?? 3000);
  const origin = checkedOrigin(
    env.origin ?? (served && !secure ? `http://localhost:${port}` : manifestOrigin),
  );
  const officejs = env.officejs ?? (served && !secure ? "workbench" : "cdn");
  const office = officeSources[officejs];
  if (!office) throw `officejs=${officejs} という指定はありません。cdn か local を指定してください。`;

  if (served) await refuseTakenPort(port);

  return {
    mode: production ? "production" : "development",
    // Never an eval devtool: the pane's Content-Security-Policy forbids eval, in development as in Excel.
    // Only our own code is mapped: maps of React and Univer would be most of every start.
    devtool: false,
    target: ["web", "es2022"],
    entry: {
      functions: "./src/functions/index.ts",
      // The page loads the functions first: what they brought is not brought again.
      pane: { import: "./src/pane/index.tsx", dependOn: "functions" },
      ...(officejs === "workbench"
        ? {
            workbench: { import: "./src/workbench/page/index.ts", runtime: false },
            "workbench-office": { import: "./src/workbench/page/office.ts", runtime: false },
          }
        : {}),
    },
    output: {
      path: path.join(__dirname, "dist"),
      filename: "[name].js",
      chunkFilename: production ? "chunks/[name].[contenthash:8].js" : "chunks/[name].js",
      assetModuleFilename: "assets/[name].[hash:8][ext]",
      clean: true,
    },
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: {
      rules: [
        {
          test: /\.made\.ts$/,
          use: path.join(__dirname, "src/build/made-when-built.js"),
        },
        {
          test: /\.tsx?$/,
          exclude: /node_modules|\.made\.ts$/,
          use: {
            loader: "swc-loader",
            options: {
              jsc: {
                parser: { syntax: "typescript", tsx: true },
                transform: { react: { runtime: "automatic" } },
                target: "es2022",
              },
            },
          },
        },
      ],
    },
    optimization: {
      // One runtime for functions and pane, so that both see the same plan in memory.
      runtimeChunk: "single",
      splitChunks: {
        cacheGroups: {
          // What two screens need is fetched once.
          default: { minChunks: 2, reuseExistingChunk: true },
          defaultVendors: false,
          // React and Fluent never stand between Excel and an answer: only the pane waits for them.
          react: { test: /node_modules/, name: "react", chunks: (chunk) => chunk.name === "pane" },
          univer: { test: /node_modules/, name: "univer", chunks: (chunk) => chunk.name === "workbench" },
        },
      },
    },
    performance: { hints: false },
    cache: {
      type: "filesystem",
      cacheDirectory: path.join(__dirname, ".cache/webpack"),
      // One store for each kind of run, so that a server, a build and the tests can run side by side.
      name: [argv.mode, officejs, served ? `port${argv.port ?? 3000}` : "build"].join("-"),
    },
    // By content: a module is old only if its text is.
    snapshot: { module: { timestamp: true, hash: true } },
    // tsx loads the catalogue while the configuration runs; webpack only remarks that it cannot watch those files as its own.
    infrastructureLogging: { level: "error" },
    stats: "errors-warnings",
    plugins: [
      new MadeFromData(origin),
      ...(production
        ? [new BillOfMaterials(officejs === "local" ? [path.dirname(officeFiles)] : [])]
        : [
            new webpack.SourceMapDevToolPlugin({
              filename: "[file].map",
              columns: false,
              exclude: [/^react\.js$/, /^univer\.js$/, /^workbench\/excel-web\.js$/],
            }),
          ]),
      new webpack.DefinePlugin({ ADDIN_VERSION: JSON.stringify(require("./package.json").version) }),
      new HtmlPlugin({
        template: "src/pane/taskpane.html",
        filename: "taskpane.html",
        chunks: ["functions", "pane"],
        chunksSortMode: "manual",
        scriptLoading: "defer",
        templateParameters: {
          officeScripts: office.scripts,
          contentSecurityPolicy: contentSecurityPolicy(office.host),
        },
        minify: false,
      }),
      ...(officejs === "workbench"
        ? [
            new HtmlPlugin({
              template: "src/workbench/page/index.html",
              filename: "index.html",
              chunks: ["workbench"],
              scriptLoading: "defer",
              minify: false,
            }),
            // Hyphenation tables of fifty European languages come with Univer's text engine; a Japanese sheet needs none.
            new webpack.IgnorePlugin({
              resourceRegExp: /^\.\/(?!en)[a-z-]+-[A-Za-z0-9_-]{8}\.js$/,
              contextRegExp: /engine-render/,
            }),
          ]
        : []),
      new CopyPlugin({
        patterns: [
          { from: "assets/*.png" },
          { from: "src/pane/taskpane.css", to: "taskpane.css" },
          ...(officejs === "workbench" ? workbenchFiles() : []),
          ...(officejs === "local"
            ? officeFilesForExcel.map((file) => ({
                from: path.join(officeFiles, file),
                to: `office-js/${file}`,
                info: { minimized: true },
              }))
            : []),
        ],
      }),
    ],
    devServer: {
      port,
      host: "localhost",
      hot: false,
      liveReload: Boolean(env.live),
      client: env.live ? { overlay: false } : false,
      webSocketServer: env.live ? "ws" : false,
      static: false,
      headers: { "Cache-Control": "no-store" },
      server: secure ? await httpsServer() : "http",
      setupExitSignals: true,
      devMiddleware: { index: officejs === "workbench" ? "index.html" : "taskpane.html" },
      onListening: () =>
        console.log(
          secure
            ? `\n計画アドイン: ${origin}/ で配っています。manifest.xml を Excel に入れて開いてください（README の「配り方」）。\n`
            : `\n計画アドイン: ${origin}/ をブラウザーで開いてください。\n`,
        ),
    },
  };
};
