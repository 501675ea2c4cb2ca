/** What 改定履歴 asks of a person: why, from when, and who. */
import { parseYear } from "../../../plan/year";

export interface Revision {
  reason: string;
  date: string;
  who: string;
}

export type RevisionProblems = Partial<Record<keyof Revision, string>>;

export function revisionProblems({ reason, date }: Revision): RevisionProblems {
  return {
    ...(reason.trim() === "" ? { reason: "改定の理由を入れてください。" } : {}),
    ...(date.trim() === ""
      ? { date: "改定日を入れてください。" }
      : parseYear(date.trim()) === null
        ? { date: "2024/4/1 か 令和6年4月1日 のように入れてください。" }
        : {}),
  };
}

/** 2026/11/21: the day on this machine's calendar. */
export function dayText(day: Date): string {
  return `${day.getFullYear()}/${day.getMonth() + 1}/${day.getDate()}`;
}
