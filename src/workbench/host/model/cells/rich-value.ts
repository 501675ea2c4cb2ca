/** Values with more to them than a number or a text — entities, pictures from the web, numbers with a format or properties — as `valuesAsJson` tells of them. */

export type Json = Readonly<Record<string, unknown>>;

export interface RichValue extends Json {
  readonly type: string;
}
