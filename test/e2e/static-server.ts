/** A plain static web server, as IIS or nginx would serve dist/: files of one folder, by their endings, and nothing else. */
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import path from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
};

export interface StaticServer {
  address: string;
  /** What was asked for and is not there. */
  missing: string[];
  stop(): Promise<void>;
}

export async function serveFolder(folder: string, below = "/plan/"): Promise<StaticServer> {
  const missing: string[] = [];
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = path.join(folder, asked.slice(below.length));
    const type = types[path.extname(file)];
    const inside = asked.startsWith(below) && file.startsWith(folder + path.sep) && type !== undefined;
    const refuse = () => {
      missing.push(asked);
      response.writeHead(404).end();
    };
    if (!inside) return refuse();
    readFile(file).then((bytes) => response.writeHead(200, { "Content-Type": type }).end(bytes), refuse);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  if (at === null || typeof at === "string") throw new Error("サーバーの番号が分かりません。");
  return {
    address: `http://127.0.0.1:${at.port}${below}`,
    missing,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
