/** A custom function as an add-in registers it: what functions.json says of it, and the program behind it. */

export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly helpUrl?: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly result?: { readonly type?: string; readonly dimensionality?: "scalar" | "matrix" };
  readonly options?: {
    readonly volatile?: boolean;
    readonly stream?: boolean;
    readonly cancelable?: boolean;
    readonly requiresAddress?: boolean;
    readonly requiresParameterAddresses?: boolean;
  };
  readonly allowErrorForDataTypeAny?: boolean;
  readonly allowCustomDataForDataTypeAny?: boolean;
}

export interface ParameterMetadata {
  readonly name: string;
  readonly description?: string;
  readonly type?: string;
  readonly dimensionality?: "scalar" | "matrix";
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

export type Association = (...given: never[]) => unknown;

/** How a blank cell reaches a custom function: all three exist in the field. */
export type BlanksAs = "null" | "empty" | "zero";

export interface CustomFunction {
  readonly metadata: FunctionMetadata;
  readonly association: Association | undefined;
  readonly allowErrors: boolean;
}
