/** The help page of a function, and their list, made from the catalogue: plain HTML that needs no script and no network. */
import { type Definition, type Example, type Parameter } from "../definition";
import { sampleNames, sampleRows } from "./sample-tables";
import { signature } from "./signature";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}

function frame(title: string, body: string): string {
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'">
<title>${escape(title)}｜計画アドイン</title>
<link rel="stylesheet" href="help.css">
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

function table(headings: string[], rows: string[][]): string {
  const cells = (tag: string, texts: string[]) => texts.map((text) => `<${tag}>${text}</${tag}>`).join("");
  return `<table><thead><tr>${cells("th", headings)}</tr></thead><tbody>${rows
    .map((row) => `<tr>${cells("td", row)}</tr>`)
    .join("")}</tbody></table>`;
}

function parameterRow(parameter: Parameter): string[] {
  return [escape(parameter.name), parameter.optional ? "省略可" : "必須", escape(parameter.description)];
}

/** A spill is shown as the little table it is. */
function resultShown(result: Example["result"]): string {
  if (typeof result === "string") return `<samp>${escape(result)}</samp>`;
  const [head = [], ...rows] = result;
  return `<div class="wide">${table(
    head.map(escape),
    rows.map((row) => row.map(escape)),
  )}</div>`;
}

/** One under the other: beside each other, a formula and its spill would leave no room for the words. */
function exampleEntry(example: Example): string {
  return `<dt><code>${escape(example.formula)}</code></dt>
<dd>${resultShown(example.result)}</dd>
<dd>${explained(example)}</dd>`;
}

function explained({ explanation, cells }: Example): string {
  const given = Object.entries(cells ?? {}).map(([address, value]) => `${address}＝${String(value)}`);
  return escape(given.length === 0 ? explanation : `${explanation}（${given.join("、")} のとき）`);
}

/** 計画表 and 尺度表 are shown on every page whose examples use them. */
function sampleTables(examples: readonly Example[]): string {
  const used = sampleNames.filter((name) =>
    examples.some(({ sample, formula }) => sample === true && formula.includes(name)),
  );
  return used
    .map((name) => {
      const [head = [], ...rows] = sampleRows[name];
      const shown = (cells: readonly (string | number)[]) => cells.map((cell) => escape(String(cell)));
      return `<h3>例の「${name}」</h3>\n<div class="wide">${table(shown(head), rows.map(shown))}</div>`;
    })
    .join("\n");
}

export function functionPage(definition: Definition): string {
  const { help } = definition;
  return frame(
    `PLAN.${definition.id}`,
    `<nav><a href="index.html">関数の一覧</a></nav>
<h1><code>PLAN.${definition.id}</code></h1>
<p class="lead">${escape(definition.description)}</p>
<p class="signature"><code>${escape(signature(definition))}</code></p>
<p>${escape(help.text)}</p>
<h2>引数</h2>
${definition.parameters.length === 0 ? "<p>引数はありません。</p>" : table(["引数", "", "説明"], definition.parameters.map(parameterRow))}
<h2>使い方の例</h2>
<dl class="examples">
${help.examples.map(exampleEntry).join("\n")}
</dl>
${sampleTables(help.examples)}
<h2>エラーが出たとき</h2>
${table(
  ["表示", "意味と直し方"],
  help.errors.map((error) => [`<samp>${escape(error.shown)}</samp>`, escape(error.meaning)]),
)}`,
  );
}

export function indexPage(catalogue: readonly Definition[]): string {
  return frame(
    "関数の一覧",
    `<h1>計画アドインの関数</h1>
<p class="lead">セルに <code>=PLAN.</code> と入力すると、この一覧の関数が候補に出ます。</p>
${table(
  ["関数", "できること"],
  catalogue.map((definition) => [
    `<a href="${definition.id}.html"><code>${escape(signature(definition))}</code></a>`,
    escape(definition.description),
  ]),
)}`,
  );
}
