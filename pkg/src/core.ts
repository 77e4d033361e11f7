import * as glue from "./generated/membercard_bg.js";

export type { CoreOptions, CoreReport, CoreRequestOptions } from "./generated/membercard.js";

/** What the WebAssembly module imports. */
export const imports = { "./membercard_bg.js": glue } as unknown as WebAssembly.Imports;

let ready = false;

/** Whether the WebAssembly module is there. */
export function isReady(): boolean {
	return ready;
}

/** Starts the WebAssembly module, unless one was started before. */
export function start({ exports }: WebAssembly.Instance): void {
	if (!ready) {
		glue.__wbg_set_wasm(exports);
		(exports as { __wbindgen_start(): void }).__wbindgen_start();
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
