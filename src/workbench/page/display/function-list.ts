/** The add-in's functions for the spreadsheet's completion list and hints, with the Japanese texts of functions.json. */
import { FunctionType, type IFunctionInfo } from "@univerjs/presets/preset-sheets-core";
import type { FunctionDefinitions } from "../../host/calc/calc";

export function functionList({ namespace, functions }: FunctionDefinitions): IFunctionInfo[] {
  return functions.map((each) => {
    const functionName = `${namespace}.${each.name}`;
    return {
      functionName,
      functionType: FunctionType.User,
      description: each.description ?? "",
      abstract: each.description ?? "",
      functionParameter: each.parameters.map((parameter) => ({
        name: parameter.name,
        detail: parameter.description ?? "",
        example: "",
        require: parameter.optional ? 0 : 1,
        repeat: parameter.repeating ? 1 : 0,
      })),
    };
  });
}
