/** Why the WebAssembly module cannot be loaded, and what to change. */

import { MODULE, VERSION } from "../generated/glue.js";
import { reasonOf } from "../runtime/describe.js";
import { isMiniProgram } from "../runtime/host.js";

/** Matches what browsers say when the page's policy forbids WebAssembly. */
const FORBIDDEN = /unsafe-eval|content security policy|\bCSP\b/i;
/** A tiny module with a reference type: the newest feature that the package's module needs. */
const NEWEST = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 5, 1, 0x60, 1, 0x6f, 0);
/** Chromium says this of large modules, and some versions even of this one. */
const NOT_ON_MAIN_THREAD = "main thread";

/** The module could not be loaded. */
export class LoadFailure extends Error {
	constructor(why: string, cause?: unknown) {
		super(`The WebAssembly module of wechatpay-membercard could not be loaded: ${why}`, { cause });
	}
}

/** The given value cannot be a module. */
export class NotAModule extends TypeError {}

/** The loaded module belongs to another entry or version. */
export function wrongModule(cause?: unknown): LoadFailure {
	return new LoadFailure(
		`this is the module of another entry or version of the package; ${MODULE} of version ${VERSION} belongs here`,
		cause,
	);
}

/** This host creates instances asynchronously only. */
export class AsyncOnly extends Error {
	constructor() {
		super("not on the main thread");
	}
}

/** Whether the host can do this asynchronously only. */
export function needsAsync(cause: unknown): boolean {
	return cause instanceof AsyncOnly || reasonOf(cause).includes(NOT_ON_MAIN_THREAD);
}

/** The failure as an Error that says what to change. `from` is where the module comes from. */
export function explainLoadFailure(cause: unknown, from = "the module"): LoadFailure {
	if (cause instanceof LoadFailure) {
		return cause;
	}
	const name = (cause as Partial<Error> | null | undefined)?.name;
	const reason = reasonOf(cause);
	if (FORBIDDEN.test(reason)) {
		const cure = "add 'wasm-unsafe-eval' to its script-src";
		return new LoadFailure(`the page's Content-Security-Policy forbids WebAssembly: ${cure}`, cause);
	}
	if (needsAsync(cause)) {
		return new LoadFailure("this host does so in the background only: call `await init()` first", cause);
	}
	if (typeof WebAssembly === "undefined" && !isMiniProgram()) {
		const why = "this host has no WebAssembly, as iOS in Lockdown Mode and Node.js with --jitless";
		return new LoadFailure(why, cause);
	}
	if (name === "LinkError" || (name === "TypeError" && reason.includes("Import"))) {
		return wrongModule(cause);
	}
	if (name === "CompileError" && !isMiniProgram() && !WebAssembly.validate(NEWEST)) {
		const why = "this browser is too old; Chrome 96, Firefox 93 and Safari 16.4 are new enough";
		return new LoadFailure(`${why} (${reason})`, cause);
	}
	if (name === "CompileError") {
		return new LoadFailure(`${from} was cut short or changed on its way: load it again (${reason})`, cause);
	}
	return new LoadFailure(`${from}: ${reason}`, cause);
}
