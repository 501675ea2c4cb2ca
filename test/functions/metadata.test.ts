/** functions.json against what Microsoft's own generator makes of a source with the same functions. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import { catalogue } from "../../src/functions/catalogue";
import { type Definition, type Parameter } from "../../src/functions/definition";
import { functionsFile } from "../../src/functions/metadata";

const origin = "https://keikaku.example.lg.jp/plan";
const ours = functionsFile(catalogue, origin);

/** Microsoft takes a parameter's name from its identifier; repeating ones are arrays of arrays of arrays. */
function declared(parameter: Parameter): string {
  const depth = (parameter.matrix ? 2 : 0) + (parameter.repeating ? 1 : 0);
  return `${parameter.name}${parameter.optional && !parameter.repeating ? "?" : ""}: ${parameter.type}${"[]".repeat(depth)}`;
}

function source(definition: Definition): string {
  const comment = [
    ` * ${definition.description}`,
    ` * @customfunction ${definition.id}`,
    ` * @helpurl ${origin}/help/${definition.id}.html`,
    ...definition.parameters.map((parameter) => ` * @param ${parameter.name} ${parameter.description}`),
  ];
  const result = definition.result.type + (definition.result.matrix ? "[][]" : "");
  return `/**\n${comment.join("\n")}\n */\nfunction f${definition.id}(${definition.parameters.map(declared).join(", ")}): ${result} { throw 0; }\n`;
}

test("マイクロソフトの生成器が同じ形の関数から作るものと一致する", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "plan-functions-"));
  const file = path.join(folder, "functions.ts");
  writeFileSync(file, catalogue.map(source).join("\n"));
  const generated = await generateCustomFunctionsMetadata(file);
  rmSync(folder, { recursive: true });
  expect(generated.errors).toEqual([]);
  interface Oracle {
    functions: {
      id: string;
      name: string;
      description: string;
      helpUrl?: string;
      parameters: {
        name: string;
        type: string;
        dimensionality?: string;
        optional?: boolean;
        repeating?: boolean;
      }[];
      result: { type?: string; dimensionality?: string };
    }[];
  }
  const oracle = JSON.parse(generated.metadataJson) as Oracle;
  const shape = (file: Oracle | typeof ours) =>
    (file.functions as Oracle["functions"]).map((each) => ({
      id: each.id,
      name: each.name,
      description: each.description,
      helpUrl: each.helpUrl,
      parameters: each.parameters.map((parameter) => ({
        name: parameter.name,
        type: parameter.type,
        dimensionality: parameter.dimensionality ?? "scalar",
        optional: Boolean(parameter.optional) || Boolean(parameter.repeating),
        repeating: Boolean(parameter.repeating),
      })),
      // The generator leaves out what is Excel's default.
      result: { type: each.result.type ?? "any", dimensionality: each.result.dimensionality ?? "scalar" },
    }));
  expect(shape(ours)).toEqual(shape(oracle));
});

describe("functions.json", () => {
  test("エラー値を含む範囲も関数に届くようにしてある", () => {
    expect(ours.allowErrorForDataTypeAny).toBe(true);
  });

  test.each(catalogue.map((definition) => [definition.id, definition] as const))(
    "PLAN.%s の説明と引数の名前は日本語で、ヘルプのアドレスがある",
    (id, definition) => {
      const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/;
      expect(definition.description).toMatch(japanese);
      for (const parameter of definition.parameters) {
        expect(parameter.name).toMatch(japanese);
        expect(parameter.description).toMatch(japanese);
      }
      expect(ours.functions.find((each) => each.id === id)?.helpUrl).toBe(`${origin}/help/${id}.html`);
      expect(definition.help.examples).toHaveLength(5);
      expect(definition.help.errors.length).toBeGreaterThan(0);
    },
  );

  test("必須の引数は省略できる引数より前にある", () => {
    for (const { parameters } of catalogue) {
      const optional = parameters.map((parameter) => parameter.optional);
      expect(optional).toEqual([...optional].sort((a, b) => Number(a) - Number(b)));
    }
  });
});
