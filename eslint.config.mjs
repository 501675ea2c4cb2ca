import officeAddins from "eslint-plugin-office-addins";
import importX from "eslint-plugin-import-x";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** Who may import whom inside src/: each room lists the rooms it must not reach into. README「構成」has the picture. */
const forbidden = {
  plan: ["intake", "sheets", "functions", "pane", "workbench"],
  intake: ["sheets", "functions", "pane", "workbench"],
  sheets: ["functions", "pane", "workbench"],
  functions: ["pane", "workbench"],
  pane: ["workbench"],
  workbench: ["plan", "intake", "sheets", "functions", "pane"],
};
const zones = Object.entries(forbidden).flatMap(([room, others]) =>
  others.map((other) => ({
    target: `./src/${room}`,
    from: `./src/${other}`,
    message: `src/${room} は src/${other} を読み込めません（README「構成」の矢印は一方向です）。`,
  })),
);

export default tseslint.config(
  { ignores: ["dist/", ".cache/", "coverage/", "node_modules/"] },
  ...tseslint.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    plugins: { "office-addins": officeAddins, "import-x": importX, "react-hooks": reactHooks },
    settings: { "import-x/resolver": { node: { extensions: [".ts", ".tsx", ".js", ".json"] } } },
    rules: {
      ...reactHooks.configs.recommended.rules,
      "import-x/no-restricted-paths": ["error", { zones, basePath: import.meta.dirname }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "no-eval": "error",
      "no-new-func": "error",
      "no-alert": "error",
    },
  },
  {
    // The rules of the platform that concern code holding Excel objects.
    files: ["src/sheets/**/*.ts", "src/pane/**/*.{ts,tsx}"],
    plugins: { "office-addins": officeAddins },
    rules: {
      "office-addins/call-sync-before-read": "error",
      "office-addins/load-object-before-read": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "office-addins/no-office-initialize": "error",
    },
  },
  {
    // Only sheets/ opens a batch in Excel; plan/ and intake/ know neither Office nor a page.
    files: ["src/**/*.{ts,tsx}"],
    ignores: ["src/sheets/**", "src/workbench/**"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "MemberExpression[object.name='Excel'][property.name='run']",
          message: "Excel.run を呼べるのは src/sheets だけです。",
        },
      ],
    },
  },
  {
    files: ["src/plan/**/*.ts", "src/intake/**/*.ts"],
    rules: {
      "no-restricted-globals": ["error", "Office", "Excel", "CustomFunctions", "document", "window", "fetch"],
      "no-restricted-imports": [
        "error",
        { patterns: ["react", "react-dom", "@fluentui/*", "node:*", "fs", "path"] },
      ],
    },
  },
  { files: ["**/*.js"], rules: { "@typescript-eslint/no-require-imports": "off" } },
);
