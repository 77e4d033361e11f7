/**
 * Prints the function names of a fault in the WebAssembly module, from the Error's message or the stack of its cause.
 *
 * Usage: node symbolize.mjs [--symbols FILE] [FILE | -]
 *
 * Each build writes its symbols into the folder `symbols`. For a release, name its symbols file with --symbols.
 */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

const BUILT = join(import.meta.dirname, "symbols");
/** How a fault names its module: the import path, the version and a digest of the file. */
const MODULE = /wechatpay-membercard\/\S*membercard\.wasm \S+ [0-9a-f]{8}/;
/** How engines print a position in a WebAssembly module. Some leave out the offset. */
const FRAME = /wasm-function\[(\d+)\](?::0x[0-9a-f]+)?/g;
/** The hashes that the compiler appends to names. */
const HASH = /::h[0-9a-f]{16}$|\[[0-9a-f]{16}\]/g;

try {
	const { report, symbols } = read();
	const frames = [...report.matchAll(FRAME)];
	if (frames.length === 0) {
		throw new Error("the report names no function of a WebAssembly module, such as wasm-function[12]:0x3c4");
	}
	for (const [frame, number] of frames) {
		console.log(`${symbols.get(number) ?? "(no such function)"}  ${frame}`);
	}
} catch (error) {
	console.error(`error: ${error.message}`);
	process.exitCode = 1;
}

function read() {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { symbols: { type: "string" } },
	});
	const [file = "-", ...others] = positionals;
	if (others.length > 0) {
		throw new Error("one report at a time");
	}
	const report = readFileSync(file === "-" ? 0 : file, "utf8");
	const module = MODULE.exec(report)?.[0];
	return { report, symbols: values.symbols ? symbolsIn(values.symbols, module) : symbolsOf(module) };
}

/** The symbols of a module built in this checkout. */
function symbolsOf(module) {
	if (module === undefined) {
		throw new Error("the report does not tell which module it is about: name its symbols with --symbols");
	}
	const files = readdirSync(BUILT, { recursive: true })
		.filter((name) => name.endsWith(".txt"))
		.map((name) => join(BUILT, name));
	const file = files.find((file) => readFileSync(file, "utf8").startsWith(`${module}\n`));
	if (file === undefined) {
		throw new Error(`this checkout has not built ${module}: name the symbols of its release with --symbols`);
	}
	return symbolsIn(file, module);
}

/** The names in a symbols file by number. Throws an Error unless the file belongs to the module of the report. */
function symbolsIn(file, module) {
	const [owner, ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
	if (module !== undefined && module !== owner) {
		throw new Error(`the report is about ${module}, and ${file} about ${owner}`);
	}
	return new Map(
		lines.map((line) => {
			const [, number, name] = /^(\d+):(.*)$/.exec(line);
			return [number, name.replace(HASH, "")];
		}),
	);
}
