/** Defined names: making, changing and taking away. */
import { faultOfDefinedName, isReadable } from "../formula";
import { refuse } from "../refusal";
import { sameName, tableByName, type DefinedName } from "./book";
import { updateBook, type Draft } from "./draft";

export const nameIn = (draft: Draft, name: string, scope: string | undefined): DefinedName =>
  draft.book.names.find((each) => sameName(each.name, name) && each.scope === scope) ??
  refuse("ItemNotFound");

/** Several ranges with commas between them stand for a print area or the like: in a name they may be, in a cell not. */
const isFormula = (formula: string): boolean => {
  if (isReadable(formula)) return true;
  const parts = formula.replace(/^=/, "").split(",");
  return parts.length > 1 && parts.every((part) => /[$:!]/.test(part) && isReadable(`=${part}`));
};

export const addName = (draft: Draft, name: DefinedName): void => {
  if (faultOfDefinedName(name.name) !== undefined) refuse("InvalidArgument");
  const taken = draft.book.names.some((each) => each.scope === name.scope && sameName(each.name, name.name));
  if (taken || (name.scope === undefined && tableByName(draft.book, name.name))) refuse("ItemAlreadyExists");
  if (!isFormula(name.formula)) refuse("InvalidArgument");
  updateBook(draft, { names: [...draft.book.names, name] });
};

export const changeName = (
  draft: Draft,
  name: string,
  scope: string | undefined,
  patch: Partial<Pick<DefinedName, "comment" | "visible" | "formula">>,
): void => {
  const old = nameIn(draft, name, scope);
  if (patch.formula !== undefined && !isFormula(patch.formula)) refuse("InvalidArgument");
  updateBook(draft, { names: draft.book.names.map((each) => (each === old ? { ...each, ...patch } : each)) });
};

export const deleteName = (draft: Draft, name: string, scope: string | undefined): void => {
  const old = nameIn(draft, name, scope);
  updateBook(draft, { names: draft.book.names.filter((each) => each !== old) });
};
