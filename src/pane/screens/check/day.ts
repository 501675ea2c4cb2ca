/** The day of an acceptance as the 点検 sheet shows it. */

/** 2026/11/21, on this machine's calendar. */
export function dayOf(day: Date): string {
  return `${day.getFullYear()}/${day.getMonth() + 1}/${day.getDate()}`;
}
