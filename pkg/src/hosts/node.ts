/**
 * Node.js: ready on import, from the file beside this one. A bundler that moves this code leaves that file behind, but
 * takes along `membercard.cjs`, which is required as a fallback.
 */

import { loadFailed } from "../bridge/core.js";
import { readUtf16With, writeUtf16, writeUtf16With } from "../bridge/utf16.js";
import { initSync, setDefaultSource } from "./init.js";

declare const __dirname: string;
declare const require: NodeJS.Require;

/** The memory that was read last, and a Buffer of it. Comparing their `buffer`s would take as long as reading a short text. */
let readMemory: Uint8Array = new Uint8Array();
let readBuffer: Buffer = Buffer.alloc(0);

// Several times faster than TextDecoder.
readUtf16With((memory, start, end) => {
	if (readMemory !== memory) {
		readMemory = memory;
		readBuffer = Buffer.from(memory.buffer);
	}
	return readBuffer.toString("utf16le", start, end);
});

/** Shorter texts are faster to write character by character. */
const SHORT = 24;
const writeByLetters = writeUtf16;
let writePlaces: Uint16Array = new Uint16Array();
let writeBuffer: Buffer = Buffer.alloc(0);

writeUtf16With((text, places) => {
	if (text.length < SHORT) {
		writeByLetters(text, places);
		return;
	}
	if (writePlaces !== places) {
		writePlaces = places;
		writeBuffer = Buffer.from(places.buffer, places.byteOffset);
	}
	writeBuffer.write(text, "utf16le");
});

try {
	initSync(fromFile());
} catch (cause) {
	try {
		initSync(fromCode());
	} catch {
		const from =
			"membercard.wasm and membercard.cjs are both missing or cannot be read; give `init` the former";
		const failure = loadFailed(cause, from);
		setDefaultSource(() => {
			throw failure;
		});
	}
}

function fromFile(): Uint8Array {
	// In an ES module made by a bundler, Node.js modules cannot be required. `getBuiltinModule` exists from 20.16 on.
	const { readFileSync } = process.getBuiltinModule?.("node:fs") ?? require("node:fs");
	return readFileSync(`${__dirname}/membercard.wasm`);
}

function fromCode(): Uint8Array {
	return require("../generated/membercard_bg.wasm");
}
