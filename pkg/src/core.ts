import * as glue from "./generated/membercard.js";

export type { CoreOptions, CoreReport, CoreRequestOptions } from "./generated/membercard.js";

let ready = false;

/** Whether the WebAssembly module is there. */
export function isReady(): boolean {
	return ready;
}

/** Starts the WebAssembly module, unless it is there. */
export function start(source: BufferSource | WebAssembly.Module): void {
	if (!ready) {
		glue.initSync({ module: source });
		ready = true;
	}
}

/** The functions of the WebAssembly module. */
export function core(): typeof glue {
	if (!ready) {
		throw new Error(
			"wechatpay-membercard is not ready: call `await init()` once, before anything else of the package",
		);
	}
	return glue;
}

/** Whether the core threw this because an input is not valid. */
export function isRejection(thrown: unknown): thrown is glue.CoreRejection {
	return typeof thrown === "object" && thrown !== null && "issues" in thrown && Array.isArray(thrown.issues);
}
