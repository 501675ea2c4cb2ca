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
<link rel="icon" href="../assets/icon-32.png">
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

/** A term and what there is to say about it: beside each other where there is room, else one under the other. */
function list(entries: readonly (readonly [term: string, words: string])[]): string {
  return `<dl class="list">${entries.map(([term, words]) => `<dt>${term}</dt><dd>${words}</dd>`).join("\n")}</dl>`;
}

function parameterEntry({ name, optional, description }: Parameter): readonly [string, string] {
  const need = optional ? '<span class="need">省略可</span>' : '<span class="need must">必須</span>';
  return [`${escape(name)} ${need}`, escape(description)];
}

/** An argument is never broken across two lines. */
function signatureShown(definition: Definition): string {
  const [first = "", ...others] = signature(definition).split(", ");
  const parts = [first, ...others].map(
    (part, at) => `<span>${escape(part)}${at < others.length ? "," : ""}</span>`,
  );
  return `<code class="parts">${parts.join(" ")}</code>`;
}

/** Wider than a help window, it scrolls by itself, with the keyboard too. */
function wide(label: string, inside: string): string {
  return `<div class="wide" tabindex="0" role="region" aria-label="${escape(label)}">${inside}</div>`;
}

/** A spill is shown as the little table it is. */
function resultShown({ formula, result }: Example): string {
  if (typeof result === "string") return `<samp>${escape(result)}</samp>`;
  const [head = [], ...rows] = result;
  const shown = table(
    head.map(escape),
    rows.map((row) => row.map(escape)),
  );
  return wide(`${formula} の結果`, shown);
}

/** One under the other: beside each other, a formula and its spill would leave no room for the words. */
function exampleEntry(example: Example): string {
  return `<dt><code>${escape(example.formula)}</code></dt>
<dd class="result">${resultShown(example)}</dd>
<dd>${explained(example)}</dd>`;
}

function explained({ explanation, cells }: Example): string {
  const given = Object.entries(cells ?? {}).map(([address, value]) => `${address}＝${String(value)}`);
  return escape(given.length === 0 ? explanation : `${explanation}（${given.join("、")} のとき）`);
}

/** What a reader has in the place of each sample table. */
const ownNames = {
  計画表: "読み込んだ計画の名前（加須市 など）",
  尺度表: "設定シートの尺度の名前（尺度_加須市 など）",
} satisfies Record<(typeof sampleNames)[number], string>;

function samplesIn(examples: readonly Example[]) {
  return sampleNames.filter((name) =>
    examples.some(({ sample, formula }) => sample === true && formula.includes(name)),
  );
}

/** Whoever copies an example has no 計画表: said before the first of them. */
function sampleNote(examples: readonly Example[]): string {
  return samplesIn(examples)
    .map(
      (name) =>
        `<p>例の「${name}」は、下に示す表です。自分のブックでは、${ownNames[name]}に置き換えてください。</p>`,
    )
    .join("\n");
}

/** 計画表 and 尺度表 are shown on every page whose examples use them. */
function sampleTables(examples: readonly Example[]): string {
  return samplesIn(examples)
    .map((name) => {
      const [head = [], ...rows] = sampleRows[name];
      const shown = (cells: readonly (string | number)[]) => cells.map((cell) => escape(String(cell)));
      return `<h3>例の「${name}」</h3>\n${wide(`例の「${name}」`, table(shown(head), rows.map(shown)))}`;
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
<p class="signature">${signatureShown(definition)}</p>
<p>${escape(help.text)}</p>
<h2>引数</h2>
${list(definition.parameters.map(parameterEntry))}
<h2>使い方の例</h2>
${sampleNote(help.examples)}
<dl class="examples">
${help.examples.map((example) => `<div>${exampleEntry(example)}</div>`).join("\n")}
</dl>
${sampleTables(help.examples)}
<h2>エラーが出たとき</h2>
${list(help.errors.map(({ shown, meaning }) => [`<samp>${escape(shown)}</samp>`, escape(meaning)]))}`,
  );
}

export function indexPage(catalogue: readonly Definition[]): string {
  return frame(
    "関数の一覧",
    `<h1>計画アドインの関数</h1>
<p class="lead">セルに <code>=PLAN.</code> と入力すると、この一覧の関数が候補に出ます。</p>
${catalogue
  .map(
    (definition) => `<article>
<h2><a href="${definition.id}.html">PLAN.${definition.id}</a></h2>
<p class="call">${signatureShown(definition)}</p>
<p>${escape(definition.description)}</p>
</article>`,
  )
  .join("\n")}`,
  );
}
