/** A global type of the host, such as `URL`; `never` where it is not declared. */
export type Global<Name extends string> =
	typeof globalThis extends Record<Name, { prototype: infer Type }> ? Type : never;

declare const WXWebAssembly: unknown;

/** Whether the host is a WeChat Mini Program, which has `WXWebAssembly`, and neither `fetch` nor `URL`. */
export function isMiniProgram(): boolean {
	return typeof WXWebAssembly !== "undefined";
}
