// Runs pdfcpu's strict validation on one file: node pdfcpu.mjs PACKAGE-FOLDER FILE.pdf
// The package is made for browsers and asks for its WebAssembly by URL; here the bytes answer from disk.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { join, resolve } from "node:path";

const [folder, file] = process.argv.slice(2);
const wasm = await readFile(join(folder, "pdfcpu.wasm"));
globalThis.fetch = async () => new Response(wasm, { headers: { "Content-Type": "application/wasm" } });

const { Pdfcpu } = await import(pathToFileURL(join(resolve(folder), "index.js")).href);
const input = new File([await readFile(file)], "in.pdf");
await new Pdfcpu("file:///pdfcpu.wasm").run(["validate", "-mode", "strict", "/input/in.pdf"], [input]);
