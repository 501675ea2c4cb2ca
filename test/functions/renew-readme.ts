/** Renews the README's table of functions from the catalogue: `npx tsx test/functions/renew-readme.ts`. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { catalogue } from "../../src/functions/catalogue";
import { withReadmeTable } from "../../src/functions/help/readme-table";
import { writeReadme } from "../helpers/write-readme";

const file = path.join(__dirname, "../../README.md");
const renewed = withReadmeTable(readFileSync(file, "utf8"), catalogue);
if (renewed === null) throw new Error("README.md に関数の表の目印がありません。");
writeReadme(file, renewed);
