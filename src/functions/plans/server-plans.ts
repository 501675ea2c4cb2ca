/** The plans an IT department put into the server's plans/ folder, and which of its files could not be read, and why. */
import { type readPlan } from "../../plan/file/read";
import { type Plan } from "../../plan/plan";

export interface ServerPlans {
  plans: readonly Plan[];
  unread: readonly UnreadFile[];
}

export interface UnreadFile {
  file: string;
  /** A sentence. */
  reason: string;
}

const list = "index.json";

/**
 * plans/index.json lists file names: ["kuki.json"] or { "plans": ["kuki.json"] }. Only files of that folder, so nothing outside the
 * add-in's own place is ever asked; whatever is wrong there leaves the bundled plans as they are, and is said.
 */
export async function serverPlans(read: typeof readPlan): Promise<ServerPlans> {
  const folder = ownFolder();
  const index = folder === null ? null : await textOf(folder, list);
  // Without a list nobody meant to add anything.
  if (folder === null || index === null) return { plans: [], unread: [] };
  const { names, unread } = listed(index);
  const files = await Promise.all(
    names.map(async (file): Promise<Plan | UnreadFile> => {
      const text = await textOf(folder, file);
      if (text === null)
        return {
          file,
          reason: `サーバーから読めません。plans/ にこの名のファイルがあり、${list} の名前と同じかを確かめてください。`,
        };
      const { plan, problems } = read(text);
      if (plan !== null) return plan;
      const [first] = problems.filter(({ severity }) => severity === "error");
      return { file, reason: first?.message ?? "計画のファイル（plan/1）として読めません。" };
    }),
  );
  const isUnread = (each: Plan | UnreadFile): each is UnreadFile => "file" in each;
  return {
    plans: files.flatMap((each) => (isUnread(each) ? [] : [each])),
    unread: [...unread, ...files.filter(isUnread)],
  };
}

function listed(index: string): { names: string[]; unread: UnreadFile[] } {
  const parsed = parse(index);
  const entries = entriesOf(parsed);
  if (entries === null) {
    const shape = `["kuki.json"] か { "plans": ["kuki.json"] } の形にしてください。`;
    const reason =
      parsed === undefined ? `JSON として読めません。${shape}` : `ファイル名の一覧がありません。${shape}`;
    return { names: [], unread: [{ file: list, reason }] };
  }
  const names = fileNames(parsed);
  const refused = entries.filter((entry) => typeof entry !== "string" || !names.includes(entry));
  return {
    names,
    unread: refused.map((entry) => ({
      file: list,
      reason: `「${shown(entry)}」は plans/ の中の .json のファイル名ではないので、読みません。`,
    })),
  };
}

/** undefined where it is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")) as unknown;
  } catch {
    return undefined;
  }
}

function entriesOf(index: unknown): readonly unknown[] | null {
  const entries = typeof index === "object" && index !== null && "plans" in index ? index.plans : index;
  return Array.isArray(entries) ? entries : null;
}

export function fileNames(index: unknown): string[] {
  const names = (entriesOf(index) ?? []).filter((name): name is string => typeof name === "string");
  return [...new Set(names)].filter((name) => plainFileName.test(name) && name !== list);
}

/** Neither a folder nor another host: 加須市.json, kuki-2.json. */
const plainFileName = /^[^/\\:?#%.][^/\\:?#%]*\.json$/;

function shown(entry: unknown): string {
  const text = typeof entry === "string" ? entry : (JSON.stringify(entry) ?? "");
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function ownFolder(): URL | null {
  if (typeof document === "undefined" || typeof fetch === "undefined") return null;
  const page = new URL(document.baseURI);
  return /^https?:$/.test(page.protocol) ? new URL("plans/", page) : null;
}

async function textOf(folder: URL, name: string): Promise<string | null> {
  try {
    const answer = await fetch(new URL(name, folder), {
      credentials: "same-origin",
      redirect: "error",
      signal: AbortSignal.timeout(10_000),
    });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}
