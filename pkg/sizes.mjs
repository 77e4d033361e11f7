/** Prints how large the files of `dist` are: as they are, and compressed as servers send them. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const dist = join(import.meta.dirname, "dist");
const cell = (value) => String(value).padStart(10);

console.log(`${"bytes".padEnd(20)}${["raw", "gzip", "brotli"].map(cell).join("")}`);
for (const name of readdirSync(dist).filter((name) => /\.(wasm|[cm]js)$/.test(name))) {
	const bytes = readFileSync(join(dist, name));
	const sizes = [bytes, gzipSync(bytes, { level: 9 }), brotliCompressSync(bytes)];
	console.log(`${name.padEnd(20)}${sizes.map(({ length }) => cell(length)).join("")}`);
}
