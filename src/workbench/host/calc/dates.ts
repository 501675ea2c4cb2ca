/** Functions of dates that the library answers differently from Excel. */
import { dateOfSerial, serialOf } from "../model/cells/date";
import { eachCell, type Form } from "./forms/form";
import { failure, isError, toNumber } from "./values";

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

export const dates: Readonly<Record<string, Form>> = {
  /** The library runs over into the next month: 1/31 and one month is 2/29, never 3/2. */
  EDATE: eachCell(2, 2, (start = null, months = null) => {
    const [from, by] = [toNumber(start), toNumber(months)];
    if (isError(from)) return from;
    if (isError(by)) return by;
    if (from < 0) return failure("#NUM!");
    const { year, month, day } = dateOfSerial(Math.floor(from));
    const total = year * 12 + month - 1 + Math.trunc(by);
    const [y, m] = [Math.floor(total / 12), (((total % 12) + 12) % 12) + 1];
    return serialOf(y, m, Math.min(day, lastDay(y, m))) ?? failure("#NUM!");
  }),
};
