/** Excel's serial days: 1900-01-01 is 1, and 1900 has the 29 February that never was. Japanese eras in both directions. */

const DAY = 86_400_000;

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

export const serialOf = (year: number, month: number, day: number): number | undefined => {
  if (year < 1900 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month))
    return undefined;
  const days = Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / DAY);
  return days < 61 ? days - 1 : days;
};

export const dateOfSerial = (serial: number): { year: number; month: number; day: number } => {
  const whole = Math.floor(serial);
  const date = new Date(Date.UTC(1899, 11, 30) + (whole < 60 ? whole + 1 : whole) * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};

interface Era {
  readonly name: string;
  readonly short: string;
  readonly letter: string;
  readonly first: number;
  /** Of its first day. */
  readonly from: readonly [number, number, number];
}

const ERAS: readonly Era[] = [
  { name: "令和", short: "令", letter: "R", first: 2019, from: [2019, 5, 1] },
  { name: "平成", short: "平", letter: "H", first: 1989, from: [1989, 1, 8] },
  { name: "昭和", short: "昭", letter: "S", first: 1926, from: [1926, 12, 25] },
  { name: "大正", short: "大", letter: "T", first: 1912, from: [1912, 7, 30] },
  { name: "明治", short: "明", letter: "M", first: 1868, from: [1868, 1, 25] },
];

export const eraYearToWestern = (era: string, year: number): number | undefined => {
  const found = ERAS.find(({ name, letter }) => name === era || letter === era);
  return found && year >= 1 ? found.first + year - 1 : undefined;
};

export const eraOf = (serial: number): (Era & { readonly year: number }) | undefined => {
  const { year, month, day } = dateOfSerial(serial);
  const at = year * 10_000 + month * 100 + day;
  const era = ERAS.find(({ from: [y, m, d] }) => at >= y * 10_000 + m * 100 + d);
  return era && { ...era, year: year - era.first + 1 };
};
