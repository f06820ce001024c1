// pdfcpu: strict validation of many files in one process: node pdfcpu_clauses.mjs PACKAGE-FOLDER LIST.json
// Writes a JSON list: for each file its ms and what was said, nothing for "validation ok".
// The package is made for browsers and asks for its WebAssembly by URL; here the bytes answer from disk.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { join, resolve } from "node:path";

const [folder, list] = process.argv.slice(2);
const wasm = await readFile(join(folder, "pdfcpu.wasm"));
globalThis.fetch = async () => new Response(wasm, { headers: { "Content-Type": "application/wasm" } });
const { Pdfcpu } = await import(pathToFileURL(join(resolve(folder), "index.js")).href);
const program = new Pdfcpu("file:///pdfcpu.wasm");

let heard = [];
console.log = console.error = (...words) => heard.push(words.join(" "));

async function check(path) {
  const start = performance.now();
  heard = [];
  try {
    await program.run(["validate", "-mode", "strict", "/input/in.pdf"], [new File([await readFile(path)], "in.pdf")]);
  } catch (error) {
    heard.push(String(error));
  }
  const said = heard.join("\n").trim();
  return { ms: performance.now() - start, said: said.includes("validation ok") ? [] : [said.slice(-300) || "failed"] };
}

const paths = JSON.parse(await readFile(list, "utf-8"));
await check(paths[0]);
const found = [];
for (const path of paths) found.push(await check(path));
process.stdout.write(JSON.stringify(found));
