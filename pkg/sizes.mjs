/** Prints the sizes of the files of `dist` that programs load, plain and compressed. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const dist = join(import.meta.dirname, "dist");
const LOADED = /\.(wasm|wasm\.br|[cm]?js)$/;
const WIDTH = 24;
const cell = (value) => String(value).padStart(10);

console.log(`${"bytes".padEnd(WIDTH)}${["raw", "gzip", "brotli"].map(cell).join("")}`);
const ENTRIES = ["", "form", "validate"];
for (const folder of [...ENTRIES, "miniprogram", ...ENTRIES.map((entry) => join("card-member", entry))]) {
	for (const name of readdirSync(join(dist, folder)).sort()) {
		if (LOADED.test(name)) {
			const bytes = readFileSync(join(dist, folder, name));
			const sizes = [bytes, gzipSync(bytes, { level: 9 }), brotliCompressSync(bytes)];
			console.log(`${join(folder, name).padEnd(WIDTH)}${sizes.map(({ length }) => cell(length)).join("")}`);
		}
	}
}
