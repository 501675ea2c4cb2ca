/** The filter of a column, between Excel's JavaScript and a file. */
import type { FilterCriteria } from "../model/sheet";
import { element } from "./markup";
import { type Branch, childrenOf } from "./xml";

const OPERATOR_IN_FILE: Readonly<Record<string, string>> = {
  "=": "equal",
  "<>": "notEqual",
  ">": "greaterThan",
  ">=": "greaterThanOrEqual",
  "<": "lessThan",
  "<=": "lessThanOrEqual",
};

const customFilter = (criterion: unknown): string => {
  const [, sign = "=", operand = ""] = /^(<=|>=|<>|=|<|>)?([\s\S]*)$/.exec(String(criterion)) ?? [];
  const operator = OPERATOR_IN_FILE[sign];
  return element("customFilter", { operator: operator === "equal" ? undefined : operator, val: operand });
};

const top = (criteria: FilterCriteria, bottom: boolean, percent: boolean): string =>
  element("top10", {
    top: bottom ? false : undefined,
    percent: percent || undefined,
    val: String(criteria.criterion1),
  });

const lower = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1);

/** "" for criteria a file is not given here: by colour, by icon, by whole days. */
export const filterColumn = (column: number, criteria: FilterCriteria): string => {
  const inside = insideOf(criteria);
  return inside === "" ? "" : element("filterColumn", { colId: column }, inside);
};

const insideOf = (criteria: FilterCriteria): string => {
  switch (criteria.filterOn) {
    case "Values": {
      const values = Array.isArray(criteria.values) ? (criteria.values as unknown[]) : [];
      if (values.some((value) => typeof value === "object")) return "";
      const blank = values.includes("");
      return element(
        "filters",
        { blank: blank || undefined },
        values.filter((value) => value !== "").map((value) => element("filter", { val: String(value) })),
      );
    }
    case "Custom": {
      const given = [criteria.criterion1, criteria.criterion2].filter((each) => typeof each === "string");
      return element(
        "customFilters",
        { and: given.length === 2 && criteria.operator !== "Or" ? true : undefined },
        given.map(customFilter),
      );
    }
    case "TopItems":
      return top(criteria, false, false);
    case "TopPercent":
      return top(criteria, false, true);
    case "BottomItems":
      return top(criteria, true, false);
    case "BottomPercent":
      return top(criteria, true, true);
    case "Dynamic":
      return element("dynamicFilter", { type: lower(String(criteria.dynamicCriteria)) });
    default:
      return "";
  }
};

const isOn = (branch: Branch, name: string, fallback = false): boolean => {
  const given = branch.attributes.get(name);
  return given === undefined ? fallback : given === "1" || given === "true";
};

export const readFilterColumn = (
  branch: Branch,
): { readonly column: number; readonly criteria: FilterCriteria } | undefined => {
  const column = Number(branch.attributes.get("colId"));
  const [inside] = branch.children;
  const criteria = inside && criteriaOf(inside);
  return criteria && Number.isInteger(column) ? { column, criteria } : undefined;
};

const criteriaOf = (inside: Branch): FilterCriteria | undefined => {
  switch (inside.name) {
    case "filters": {
      if (childrenOf(inside, "dateGroupItem").length > 0) return undefined;
      const values = childrenOf(inside, "filter").map(({ attributes }) => attributes.get("val") ?? "");
      return { filterOn: "Values", values: isOn(inside, "blank") ? [...values, ""] : values };
    }
    case "customFilters": {
      const [criterion1, criterion2] = childrenOf(inside, "customFilter").map(({ attributes }) => {
        const operator = attributes.get("operator") ?? "equal";
        const sign = Object.keys(OPERATOR_IN_FILE).find((each) => OPERATOR_IN_FILE[each] === operator) ?? "=";
        return sign + (attributes.get("val") ?? "");
      });
      if (criterion1 === undefined) return undefined;
      return {
        filterOn: "Custom",
        criterion1,
        ...(criterion2 === undefined ? {} : { criterion2, operator: isOn(inside, "and") ? "And" : "Or" }),
      };
    }
    case "top10": {
      const side = isOn(inside, "top", true) ? "Top" : "Bottom";
      const unit = isOn(inside, "percent") ? "Percent" : "Items";
      return { filterOn: side + unit, criterion1: inside.attributes.get("val") ?? "10" };
    }
    case "dynamicFilter": {
      const type = inside.attributes.get("type") ?? "";
      return { filterOn: "Dynamic", dynamicCriteria: type.charAt(0).toUpperCase() + type.slice(1) };
    }
    default:
      return undefined;
  }
};
