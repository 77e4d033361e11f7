/** A global type of the host, such as `URL`; nothing where the host's declarations do not have it. */
export type Global<Name extends string> =
	typeof globalThis extends Record<Name, { prototype: infer Type }> ? Type : never;

declare const WXWebAssembly: unknown;

/** Whether this is a WeChat Mini Program. It has a WebAssembly of its own, and neither `fetch` nor `URL`. */
export function isMiniProgram(): boolean {
	return typeof WXWebAssembly !== "undefined";
}
