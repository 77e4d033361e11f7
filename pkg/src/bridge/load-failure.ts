/** Why the WebAssembly module cannot be loaded, told so that it says what to change. */

import { MODULE, VERSION } from "../generated/glue.js";
import { isMiniProgram } from "../runtime/mini-program.js";
import { reasonOf } from "../runtime/reason-of.js";

/** What browsers say when a page's policy forbids WebAssembly, each in its own words. */
const FORBIDDEN = /unsafe-eval|content security policy|\bCSP\b/i;
/** The smallest module that uses a reference type, the newest part of WebAssembly that the module needs. */
const NEWEST = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 5, 1, 0x60, 1, 0x6f, 0);
/** What Chromium says of large modules, in some versions even of this one. */
const NOT_ON_MAIN_THREAD = "main thread";

/** The module could not be loaded. */
export class LoadFailure extends Error {
	constructor(why: string, cause?: unknown) {
		super(`The WebAssembly module of wechatpay-membercard could not be loaded: ${why}`, { cause });
	}
}

/** What was given can be no module. */
export class NoModule extends TypeError {}

/** What was loaded is the module of another entry, or of another version. */
export function otherModule(cause?: unknown): LoadFailure {
	return new LoadFailure(
		`this is the module of another entry or version of the package; ${MODULE} of version ${VERSION} belongs here`,
		cause,
	);
}

/** This host makes instances of the module in the background only. */
export class BackgroundOnly extends Error {
	constructor() {
		super("not on the main thread");
	}
}

/** Whether the host refuses to do at once what it does in the background. */
export function isForBackground(cause: unknown): boolean {
	return cause instanceof BackgroundOnly || reasonOf(cause).includes(NOT_ON_MAIN_THREAD);
}

/** The failure as an Error that says what to change; `from` says where the module comes from. */
export function explained(cause: unknown, from = "the module"): LoadFailure {
	if (cause instanceof LoadFailure) {
		return cause;
	}
	const name = (cause as Partial<Error> | null | undefined)?.name;
	const reason = reasonOf(cause);
	if (FORBIDDEN.test(reason)) {
		const cure = "add 'wasm-unsafe-eval' to its script-src";
		return new LoadFailure(`the page's Content-Security-Policy forbids WebAssembly: ${cure}`, cause);
	}
	if (isForBackground(cause)) {
		return new LoadFailure("this host does so in the background only: call `await init()` first", cause);
	}
	if (typeof WebAssembly === "undefined" && !isMiniProgram()) {
		const why = "this host has no WebAssembly, as iOS in Lockdown Mode and Node.js with --jitless";
		return new LoadFailure(why, cause);
	}
	if (name === "LinkError" || (name === "TypeError" && reason.includes("Import"))) {
		return otherModule(cause);
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
