import * as glue from "./generated/membercard_bg.js";

/** What the WebAssembly module imports. */
export const imports = { "./membercard_bg.js": glue } as unknown as WebAssembly.Imports;

interface Exports {
	memory: WebAssembly.Memory;
	__wbindgen_start(): void;
}

let instance: Exports | undefined;

/** Whether the WebAssembly module is there. */
export function isReady(): boolean {
	return instance !== undefined;
}

/** Starts the WebAssembly module, unless one was started before. */
export function start({ exports }: WebAssembly.Instance): void {
	if (instance === undefined) {
		const started = exports as unknown as Exports;
		glue.__wbg_set_wasm(exports);
		started.__wbindgen_start();
		instance = started;
	}
}

/** The functions of the WebAssembly module. */
export function core(): typeof glue {
	running();
	return glue;
}

/** The memory of the WebAssembly module. */
export function memory(): ArrayBuffer {
	return running().memory.buffer as ArrayBuffer;
}

function running(): Exports {
	if (instance === undefined) {
		throw new Error(
			"wechatpay-membercard is not ready: call `await init()` once, before anything else of the package",
		);
	}
	return instance;
}
