/** Functions that must see their arguments before they are worked out: IF takes one branch, LET names values, INDEX and OFFSET give references back. */
import { branches } from "./forms/branches";
import { facts } from "./forms/facts";
import type { Form } from "./forms/form";
import { lambdas } from "./forms/lambdas";
import { references } from "./forms/references";

export const forms: Readonly<Record<string, Form>> = { ...branches, ...lambdas, ...references, ...facts };
