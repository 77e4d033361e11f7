import { startAsync } from "../bridge/core.js";
import { explainLoadFailure } from "../bridge/load-failure.js";

/** The host's own WebAssembly, which reads only files of the code package. */
declare const WXWebAssembly:
	| { instantiate(path: string, imports: object): Promise<{ instance: WebAssembly.Instance }> }
	| undefined;

/** Where the developer tools put the module when they build npm packages of the main package. */
const BUILT = "/miniprogram_npm/wechatpay-membercard/membercard.wasm.br";

/**
 * Loads the package's WebAssembly module. Call it once before anything else. Calling it again costs nothing, concurrent
 * calls share one load, and a failed load can be retried.
 *
 * `path` is the module's path from the root of the code package: a `.wasm` file, or a `.wasm.br` file with base library
 * 2.14.0 or newer. Default: where the developer tools put it when they build npm packages of the main package.
 */
export function init(path: string = BUILT): Promise<void> {
	return startAsync(async () => ({ create: (imports) => instantiated(path, imports) }));
}

async function instantiated(path: string, imports: WebAssembly.Imports): Promise<WebAssembly.Instance> {
	if (typeof WXWebAssembly === "undefined") {
		throw new Error("WXWebAssembly is missing: this entry is for WeChat Mini Programs");
	}
	try {
		const { instance } = await WXWebAssembly.instantiate(path, imports);
		return instance;
	} catch (cause) {
		throw explainLoadFailure(cause, path);
	}
}
