declare const WXWebAssembly: unknown;

/** Whether this is a WeChat Mini Program. It has a WebAssembly of its own, and neither `fetch` nor `URL`. */
export function isMiniProgram(): boolean {
	return typeof WXWebAssembly !== "undefined";
}
