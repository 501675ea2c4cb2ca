/** What programs asked of the host: each request with its actions, sizes and outcome. */
import { ACTION, type RequestBody } from "./wire/message";

export interface RequestRecord {
  readonly number: number;
  readonly actions: readonly string[];
  readonly bytes: number;
  readonly answerBytes: number;
  readonly milliseconds: number;
  readonly error?: string;
}

export interface RequestLog {
  readonly requests: readonly RequestRecord[];
  readonly bytes: number;
  /** Members used, `Range.values` and the like, with how often. */
  readonly members: ReadonlyMap<string, number>;
  clear(): void;
}

export interface WritableLog extends RequestLog {
  add(record: Omit<RequestRecord, "number">): void;
  use(member: string): void;
}

/** The oldest are forgotten: a page left open must not grow. */
const KEPT = 1000;

export const createLog = (): WritableLog => {
  let requests: RequestRecord[] = [];
  let count = 0;
  let bytes = 0;
  const members = new Map<string, number>();
  return {
    get requests() {
      return requests;
    },
    get bytes() {
      return bytes;
    },
    members,
    add: (record) => {
      count++;
      bytes += record.bytes;
      requests.push({ number: count, ...record });
      if (requests.length > KEPT) requests = requests.slice(-KEPT);
    },
    use: (member) => {
      members.set(member, (members.get(member) ?? 0) + 1);
    },
    clear: () => {
      requests = [];
      bytes = 0;
      count = 0;
      members.clear();
    },
  };
};

/** The actions of a request in words, for the record. */
export const namesOf = (body: RequestBody): readonly string[] => {
  const words = Object.fromEntries(Object.entries(ACTION).map(([word, number]) => [number, word]));
  return body.Actions.map((action) => {
    const name = action.Name || body.ObjectPaths[String(action.ObjectPathId)]?.Name || "";
    return `${words[action.ActionType] ?? action.ActionType} ${name}`.trim();
  });
};
