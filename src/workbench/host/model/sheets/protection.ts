/** Sheet protection: what it allows, and the password that takes it off. */
export interface Protection {
  readonly password?: string;
  readonly options: Readonly<Record<string, unknown>>;
}
