/** Prints how many milliseconds a fresh process takes from the import of a validator to its first verdict. */

import { readFileSync } from "node:fs";

const [file] = process.argv.slice(2);
const update = JSON.parse(readFileSync(new URL("../tests/data/example.json", import.meta.url), "utf8"));
const start = performance.now();
const { issues, validate } = await import(file);
const isValid = issues === undefined ? validate(update).valid : issues(update).length === 0;
const end = performance.now();
if (!isValid) {
	throw new Error("the example is valid");
}
console.log(end - start);
