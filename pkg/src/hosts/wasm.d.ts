declare module "*.wasm" {
	const bytes: Uint8Array;
	export default bytes;
}

declare module "*.wasm?module" {
	const module: WebAssembly.Module;
	export default module;
}
