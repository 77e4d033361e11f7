import { startAsync } from "../bridge/core.js";
import { explainLoadFailure } from "../bridge/load-failure.js";

/** The host's own WebAssembly: it reads nothing but files of the code package. */
declare const WXWebAssembly:
	| { instantiate(path: string, imports: object): Promise<{ instance: WebAssembly.Instance }> }
	| undefined;

/** Where the developer tools put the module when they build npm packages. */
const BUILT = "/miniprogram_npm/wechatpay-membercard/membercard.wasm.br";

/**
 * Loads the package's WebAssembly module, which must be done once, before anything else. Calling it again is free, calls
 * at the same time share one load, and a load that failed can be tried again.
 *
 * `path` is where the module is in the code package, from its root: a `.wasm` file, or a `.wasm.br` file for base
 * libraries from 2.14.0 on. Default: where the developer tools put it when they build npm packages for the main package.
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
