import { type InstanceSource, startAsync, startSync } from "../bridge/core.js";
import { LoadFailure } from "../bridge/load-failure.js";
import { isMiniProgram } from "../runtime/host.js";
import { compile, compileSync } from "./compile.js";
import type { WasmSource, WasmSyncSource } from "./wasm-source.js";

let defaultSource = (): WasmSource => {
	throw new Error("wechatpay-membercard has no WebAssembly module of its own here: give `init` one");
};

/** Sets where `init` finds the module when it is not told. */
export function setDefaultSource(source: () => WasmSource): void {
	defaultSource = source;
}

/**
 * Loads the package's WebAssembly module. Only needed where the package does not load it by itself: in browsers without a
 * bundler, and in old ones that compile so much only in the background. Calling it again is free, calls at the same time
 * share one load, and a load that failed can be tried again. A failure says what to change; whatever is called then says
 * so, too.
 */
export function init(source?: WasmSource | Promise<WasmSource>): Promise<void> {
	return startAsync(async () => {
		assertNotMiniProgram();
		return instanceSource(await compile(source ?? defaultSource()));
	});
}

/** Starts the package's WebAssembly module from its bytes, or compiled. */
export function initSync(source: WasmSyncSource): void {
	startSync(() => {
		assertNotMiniProgram();
		return instanceSource(compileSync(source));
	});
}

function assertNotMiniProgram(): void {
	if (isMiniProgram()) {
		throw new LoadFailure("a WeChat Mini Program needs the entry wechatpay-membercard/miniprogram");
	}
}

function instanceSource(module: WebAssembly.Module): InstanceSource {
	return {
		createSync: (imports) => new WebAssembly.Instance(module, imports),
		create: (imports) => WebAssembly.instantiate(module, imports),
	};
}
