/** Node.js: ready on import. */

import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { failed } from "../bridge/core.js";
import { readUtf16With, writeUtf16, writeUtf16With } from "../bridge/utf16.js";
import { initSync, setDefaultSource } from "./init.js";

declare const __dirname: string;

/** The module's memory as it was read last. */
let seen: Buffer = Buffer.alloc(0);

// Several times as fast as TextDecoder.
readUtf16With(({ buffer }, start, end) => {
	if (seen.buffer !== buffer) {
		seen = Buffer.from(buffer);
	}
	return seen.toString("utf16le", start, end);
});

/** Shorter texts are written by the letter: it takes a while to begin with the other way. */
const SHORT = 24;
const writeByLetters = writeUtf16;
let written: Buffer = Buffer.alloc(0);

writeUtf16With((text, places) => {
	if (text.length < SHORT) {
		writeByLetters(text, places);
		return;
	}
	const { buffer, byteOffset } = places;
	if (written.buffer !== buffer || written.byteOffset !== byteOffset) {
		written = Buffer.from(buffer, byteOffset);
	}
	written.write(text, "utf16le");
});

const file = join(__dirname, "membercard.wasm");
try {
	initSync(readFileSync(file));
} catch (cause) {
	// A tool that moved this file may have left the module behind: it can still be given to `init`.
	const failure = failed(cause, `${file} is missing or cannot be read; give it to \`init\``);
	setDefaultSource(() => {
		throw failure;
	});
}
