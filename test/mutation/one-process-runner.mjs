/**
 * How Stryker runs the tests of src/plan: all in one process, each file compiled once, loaded afresh for every mutant. Jest would
 * build its world anew for each of some eight thousand mutants and take a day; here a mutant takes milliseconds.
 */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import vm from "node:vm";
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import { transformSync } from "@swc/core";
import { expect } from "expect";
import { bind } from "jest-each";

/** What the instrumented code and Stryker tell each other. */
const stryker = (globalThis.__stryker__ ??= {});

class OneProcessRunner {
  compiled = new Map();
  /** From the first run: the quickest tests are asked first. */
  duration = new Map();
  /** File → the files below this folder that it requires itself. */
  imports = new Map();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun({ testFiles }) {
    stryker.activeMutant = undefined;
    stryker.mutantCoverage = { static: {}, perTest: {} };
    const files = testFiles?.map((file) => path.resolve(file)) ?? allTestFiles();
    const results = [];
    for (const test of this.load(files)) results.push(await ran(test));
    for (const { id, timeSpentMs } of results) this.duration.set(id, timeSpentMs);
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, sandboxFileName, testFilter, hitLimit, reloadEnvironment, disableBail }) {
    // A mutant that is met while files load is answered for by all tests of the files that load it.
    const asked = testFilter === undefined ? null : new Set(testFilter);
    const files =
      asked === null
        ? this.filesThatLoad(sandboxFileName)
        : new Set([...asked].map((id) => id.split("\n")[0]));
    stryker.hitCount = 0;
    stryker.hitLimit = hitLimit;
    stryker.activeMutant = reloadEnvironment ? activeMutant.id : undefined;
    const results = [];
    try {
      const tests = this.load(files).filter(
        ({ id, fileName }) => asked === null || asked.has(id) || asked.has(fileName),
      );
      stryker.activeMutant = activeMutant.id;
      tests.sort((one, other) => this.durationOf(one) - this.durationOf(other));
      for (const test of tests) {
        const result = await ran(test);
        results.push(result);
        if (result.status === TestStatus.Failed && !disableBail) break;
      }
    } catch (error) {
      results.push(failed({ id: "load", name: "load" }, 0, error));
    }
    stryker.activeMutant = undefined;
    const overrun = determineHitLimitReached(stryker.hitCount, hitLimit);
    return toMutantRunResult(overrun ?? { status: DryRunStatus.Complete, tests: results });
  }

  filesThatLoad(wanted) {
    // After a timeout this is a new process that has loaded nothing yet.
    if (this.imports.size === 0) this.load(allTestFiles());
    return allTestFiles().filter((file) => {
      const seen = new Set([file]);
      for (const each of seen) for (const next of this.imports.get(each) ?? []) seen.add(next);
      return seen.has(wanted);
    });
  }

  durationOf({ id }) {
    return this.duration.get(id) ?? 0;
  }

  /** Everything below this folder anew, packages as they are; gives the tests that the files declare. */
  load(files) {
    const modules = new Map();
    const tests = [];
    for (const setup of ["test/helpers/seed.ts", "test/mutation/first-failure.ts"])
      this.required(path.resolve(setup), modules, {});
    for (const file of files) this.required(file, modules, declarations(file, tests));
    return tests;
  }

  required(file, modules, globals) {
    const known = modules.get(file);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    modules.set(file, module);
    if (file.endsWith(".json")) return (module.exports = JSON.parse(readFileSync(file, "utf8")));
    const own = createRequire(file);
    const imports = new Set();
    this.imports.set(file, imports);
    const require = (name) => {
      if (!name.startsWith(".")) return own(name);
      const target = resolved(own, file, name);
      imports.add(target);
      return this.required(target, modules, globals);
    };
    const { describe, test } = globals;
    this.code(file)(module, module.exports, require, path.dirname(file), describe, test, test, expect);
    return module.exports;
  }

  code(file) {
    let code = this.compiled.get(file);
    if (code === undefined) {
      const source = transformSync(readFileSync(file, "utf8"), {
        filename: file,
        swcrc: false,
        jsc: { parser: { syntax: "typescript" }, target: "es2022" },
        module: { type: "commonjs" },
      }).code;
      const names = ["module", "exports", "require", "__dirname", "describe", "test", "it", "expect"];
      code = vm.compileFunction(source, names, { filename: file });
      this.compiled.set(file, code);
    }
    return code;
  }
}

function allTestFiles() {
  const folder = path.resolve("test/plan");
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => path.join(folder, file));
}

function resolved(own, file, name) {
  const target = path.resolve(path.dirname(file), name);
  if (name.endsWith(".json")) return target;
  try {
    return own.resolve(`${target}.ts`);
  } catch {
    return own.resolve(path.join(target, "index.ts"));
  }
}

/** `describe` and `test` as the test files know them; every test gets the id file, headings and title. */
function declarations(file, tests) {
  const headings = [];
  let count = 0;
  const describe = (title, body) => {
    headings.push(title);
    body();
    headings.pop();
  };
  const test = (title, body) => {
    const name = [...headings, title].join(" ");
    count += 1;
    tests.push({ id: `${file}\n${count}\n${name}`, name, body, fileName: file });
  };
  describe.each = bind(describe, false);
  test.each = bind(test);
  return { describe, test };
}

async function ran(test) {
  stryker.currentTestId = test.id;
  const start = performance.now();
  try {
    await test.body();
    return { ...faceOf(test), timeSpentMs: performance.now() - start, status: TestStatus.Success };
  } catch (error) {
    return failed(test, performance.now() - start, error);
  } finally {
    stryker.currentTestId = undefined;
  }
}

function failed(test, timeSpentMs, error) {
  const failureMessage = error instanceof Error ? error.message : String(error);
  return { ...faceOf(test), timeSpentMs, status: TestStatus.Failed, failureMessage };
}

function faceOf({ id, name, fileName }) {
  return { id, name, fileName };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "one-process", OneProcessRunner)];
