import { compile, plainBytes } from "./compile.js";
import { isReady, start } from "./core.js";
import type { WasmSource, WasmSyncSource } from "./wasm-source.js";

let loading: Promise<void> | undefined;
let defaultSource = (): WasmSource => {
	throw new Error("wechatpay-membercard has no WebAssembly module of its own here: give `init` one");
};

/** Sets where `init` finds the module when it is not told. */
export function setDefaultSource(source: () => WasmSource): void {
	defaultSource = source;
}

/**
 * Loads the package's WebAssembly module. Only needed where the package does not load it by itself: in browsers without a
 * bundler. Calling it again is free, calls at the same time share one load, and a load that failed can be tried again.
 */
export async function init(source?: WasmSource | Promise<WasmSource>): Promise<void> {
	if (!isReady()) {
		loading ??= load(source).finally(() => {
			loading = undefined;
		});
		await loading;
	}
}

/** Starts the package's WebAssembly module from its bytes, or compiled. */
export function initSync(source: WasmSyncSource): void {
	start(plainBytes(source as BufferSource));
}

async function load(source: WasmSource | Promise<WasmSource> | undefined): Promise<void> {
	start(await compile(source ?? defaultSource()));
}
