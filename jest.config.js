// Three kinds of test, one runner: pure code and the headless workbench in Node, pane components in jsdom, stories in a real browser.
const transform = {
  "^.+\\.tsx?$": [
    "@swc/jest",
    {
      jsc: {
        parser: { syntax: "typescript", tsx: true },
        transform: { react: { runtime: "automatic" } },
        target: "es2022",
      },
      module: { type: "commonjs" },
    },
  ],
};
// Univer's CommonJS build asks for packages that are ESM only; these under node_modules Jest has to turn over.
const esmOnly = "/node_modules/(?:lodash-es|nanoid|rbush|quickselect|kdbush)/";
const shared = {
  transform: { ...transform, [`${esmOnly}.+\\.js$`]: transform["^.+\\.tsx?$"] },
  transformIgnorePatterns: [esmOnly.replace("(?:", "(?!")],
  rootDir: __dirname,
  setupFiles: ["<rootDir>/test/helpers/seed.ts"],
  // Where mutation testing keeps its copies of this folder.
  modulePathIgnorePatterns: ["<rootDir>/.cache/"],
};

/** @type {import("jest").Config} */
module.exports = {
  cacheDirectory: ".cache/jest",
  // Only what hangs fails by the clock: the first test of a file compiles what it imports, on a busy machine for over Jest's 5 s.
  testTimeout: 60_000,
  projects: [
    {
      ...shared,
      displayName: "unit",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/e2e/", "<rootDir>/test/libreoffice/"],
    },
    {
      ...shared,
      displayName: "component",
      testEnvironment: "jsdom",
      testMatch: ["<rootDir>/test/**/*.test.tsx"],
      testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/e2e/"],
    },
    {
      ...shared,
      displayName: "browser",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/e2e/**/*.test.ts"],
      testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/e2e/closed-network.test.ts"],
      globalSetup: "<rootDir>/test/e2e/setup.ts",
      globalTeardown: "<rootDir>/test/e2e/teardown.ts",
    },
    {
      // What is delivered, as it is delivered: it takes a production build, and is asked for by name.
      ...shared,
      displayName: "delivered",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/e2e/closed-network.test.ts"],
    },
    {
      // Needs a program that is not from npm.
      ...shared,
      displayName: "libreoffice",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/libreoffice/**/*.test.ts"],
    },
  ],
};
