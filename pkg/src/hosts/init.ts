import { type InstanceSource, startAsync, startSync } from "../bridge/core.js";
import { LoadFailure } from "../bridge/load-failure.js";
import { isMiniProgram } from "../runtime/host.js";
import { compile, compileSync } from "./compile.js";
import type { WasmSource, WasmSyncSource } from "./wasm-source.js";

let defaultSource = (): WasmSource => {
	throw new Error("wechatpay-membercard has no WebAssembly module of its own here: give `init` one");
};

/** Sets the default source of `init`. */
export function setDefaultSource(source: () => WasmSource): void {
	defaultSource = source;
}

/**
 * Loads the package's WebAssembly module. Needed only where the package does not load it by itself: in browsers without
 * a bundler, and in old browsers that compile large modules only asynchronously. Calling it again costs nothing,
 * concurrent calls share one load, and a failed load can be retried. Rejects with an Error that says what to change;
 * other functions then throw that Error, too.
 */
export function init(source?: WasmSource | Promise<WasmSource>): Promise<void> {
	return startAsync(async () => {
		assertNotMiniProgram();
		return instanceSource(await compile(source ?? defaultSource()));
	});
}

/** Starts the package's WebAssembly module from its bytes or from a compiled module. */
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
