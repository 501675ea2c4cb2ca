/** The catalogue as Excel wants to read it: functions.json. */
import { type Definition, type Parameter } from "./definition";

interface ParameterMetadata {
  name: string;
  description: string;
  type: string;
  dimensionality: "matrix" | "scalar";
  optional?: true;
  repeating?: true;
}

export interface FunctionMetadata {
  id: string;
  name: string;
  description: string;
  helpUrl: string;
  parameters: ParameterMetadata[];
  result: { type: string; dimensionality: "matrix" | "scalar" };
}

export interface FunctionsFile {
  allowCustomDataForDataTypeAny: true;
  /** Lets a range with an error value in it reach the function, which then says where it stands. */
  allowErrorForDataTypeAny: true;
  functions: FunctionMetadata[];
}

function parameterMetadata(parameter: Parameter): ParameterMetadata {
  return {
    name: parameter.name,
    description: parameter.description,
    type: parameter.type,
    dimensionality: parameter.matrix ? "matrix" : "scalar",
    ...(parameter.optional ? { optional: true } : {}),
    ...(parameter.repeating ? { repeating: true } : {}),
  };
}

export function functionsFile(catalogue: readonly Definition[], origin: string): FunctionsFile {
  return {
    allowCustomDataForDataTypeAny: true,
    allowErrorForDataTypeAny: true,
    functions: catalogue.map((definition) => ({
      id: definition.id,
      name: definition.id,
      description: definition.description,
      helpUrl: `${origin}/help/${definition.id}.html`,
      parameters: definition.parameters.map(parameterMetadata),
      result: {
        type: definition.result.type,
        dimensionality: definition.result.matrix ? "matrix" : "scalar",
      },
    })),
  };
}
