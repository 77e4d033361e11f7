/**
 * Node.js: ready on import, from the file beside this one. A bundler that moves this code leaves that file behind; it finds
 * the module in what is required instead, and nothing reads that anywhere else.
 */

import { loadFailed } from "../bridge/core.js";
import { readUtf16With, writeUtf16, writeUtf16With } from "../bridge/utf16.js";
import { initSync, setDefaultSource } from "./init.js";

declare const __dirname: string;
declare const require: NodeJS.Require;

/** The module's memory as it was read last. */
let readBuffer: Buffer = Buffer.alloc(0);

// Several times as fast as TextDecoder.
readUtf16With(({ buffer }, start, end) => {
	if (readBuffer.buffer !== buffer) {
		readBuffer = Buffer.from(buffer);
	}
	return readBuffer.toString("utf16le", start, end);
});

/** Shorter texts are written by the letter: it takes a while to begin with the other way. */
const SHORT = 24;
const writeByLetters = writeUtf16;
let writeBuffer: Buffer = Buffer.alloc(0);

writeUtf16With((text, places) => {
	if (text.length < SHORT) {
		writeByLetters(text, places);
		return;
	}
	const { buffer, byteOffset } = places;
	if (writeBuffer.buffer !== buffer || writeBuffer.byteOffset !== byteOffset) {
		writeBuffer = Buffer.from(buffer, byteOffset);
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
	// In an ES module that a bundler made of this, nothing of Node.js can be required. Before 20.16 nothing else is there.
	const { readFileSync } = process.getBuiltinModule?.("node:fs") ?? require("node:fs");
	return readFileSync(`${__dirname}/membercard.wasm`);
}

function fromCode(): Uint8Array {
	return require("../generated/membercard_bg.wasm");
}
