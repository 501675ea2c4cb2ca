/** The filter of a column, between Excel's JavaScript and a file. */
import type { FilterCriteria } from "../model/sheets/sheet";
import type { Style } from "../model/looks/style";
import { element } from "./markup";
import { childrenOf, numberIn, type Branch } from "./xml";

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

/** Years, months and days somebody ticked, from the largest to the smallest. */
const GROUPINGS = ["year", "month", "day", "hour", "minute", "second"] as const;

const dateGroup = (value: unknown): string => {
  const { date, specificity } = value as { readonly date?: unknown; readonly specificity?: unknown };
  const [whole, ...given] = /^(\d+)-(\d+)-(\d+)(?:T(\d+):(\d+):(\d+))?/.exec(String(date)) ?? [];
  const last = GROUPINGS.findIndex((each) => each === String(specificity).toLowerCase());
  if (whole === undefined || last < 0) return "";
  const parts = GROUPINGS.slice(0, last + 1).map((each, at) => [each, Number(given[at] ?? 0)] as const);
  return element("dateGroupItem", { ...Object.fromEntries(parts), dateTimeGrouping: GROUPINGS[last] });
};

const dateHere = (branch: Branch): unknown => {
  const [year = 1900, month = 1, day = 1, hour = 0, minute = 0, second = 0] = GROUPINGS.map((each) =>
    numberIn(branch, each),
  );
  const two = (value: number): string => String(value).padStart(2, "0");
  const grouping = branch.attributes.get("dateTimeGrouping") ?? "day";
  const time = /^(?:hour|minute|second)$/.test(grouping) ? `T${two(hour)}:${two(minute)}:${two(second)}` : "";
  return {
    date: `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}${time}`,
    specificity: grouping.charAt(0).toUpperCase() + grouping.slice(1),
  };
};

/** The number of a look in the file, by which colours to filter by are said. */
type NumberOfLook = (style: Style) => number;

/** "" for criteria a file has no word for. */
export const filterColumn = (column: number, criteria: FilterCriteria, lookOf: NumberOfLook): string => {
  const inside = insideOf(criteria, lookOf);
  return inside === "" ? "" : element("filterColumn", { colId: column }, inside);
};

const insideOf = (criteria: FilterCriteria, lookOf: NumberOfLook): string => {
  switch (criteria.filterOn) {
    case "Values": {
      const values = Array.isArray(criteria.values) ? (criteria.values as unknown[]) : [];
      const blank = values.includes("");
      const texts = values.filter((value) => value !== "" && typeof value !== "object");
      return element("filters", { blank: blank || undefined }, [
        ...texts.map((value) => element("filter", { val: String(value) })),
        ...values.filter((value) => typeof value === "object" && value !== null).map(dateGroup),
      ]);
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
    case "CellColor":
      return element("colorFilter", { dxfId: lookOf({ fillColor: String(criteria.color) }) });
    case "FontColor":
      return element("colorFilter", {
        dxfId: lookOf({ fontColor: String(criteria.color) }),
        cellColor: false,
      });
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

/** The look a number in the file stands for. */
type LookOfNumber = (number: number | undefined) => Style | undefined;

export const readFilterColumn = (
  branch: Branch,
  lookOf: LookOfNumber,
): { readonly column: number; readonly criteria: FilterCriteria } | undefined => {
  const column = Number(branch.attributes.get("colId"));
  const [inside] = branch.children;
  const criteria = inside && criteriaOf(inside, lookOf);
  return criteria && Number.isInteger(column) ? { column, criteria } : undefined;
};

const criteriaOf = (inside: Branch, lookOf: LookOfNumber): FilterCriteria | undefined => {
  switch (inside.name) {
    case "filters": {
      const values: unknown[] = [
        ...childrenOf(inside, "filter").map(({ attributes }) => attributes.get("val") ?? ""),
        ...childrenOf(inside, "dateGroupItem").map(dateHere),
      ];
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
    case "colorFilter": {
      const look = lookOf(numberIn(inside, "dxfId"));
      const cell = isOn(inside, "cellColor", true);
      const color = cell ? look?.fillColor : look?.fontColor;
      return color === undefined ? undefined : { filterOn: cell ? "CellColor" : "FontColor", color };
    }
    case "dynamicFilter": {
      const type = inside.attributes.get("type") ?? "";
      return { filterOn: "Dynamic", dynamicCriteria: type.charAt(0).toUpperCase() + type.slice(1) };
    }
    default:
      return undefined;
  }
};
