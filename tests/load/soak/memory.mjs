/** Measures memory after garbage collection. */

import { setTimeout as pause } from "node:timers/promises";

/** The memories of all live instances of the WebAssembly module. */
const memories = [];
const { Instance } = WebAssembly;

/** Records the memories of the WebAssembly module, which the package does not expose. Call it before the import. */
export function watchWasm() {
	WebAssembly.Instance = function instantiate(module, imports) {
		const instance = new Instance(module, imports);
		memories.push(new WeakRef(instance.exports.memory));
		return instance;
	};
}

/** In bytes. The module frees objects only after finalizers have run. */
export async function held() {
	for (let round = 0; round < 3; round++) {
		globalThis.gc();
		await pause(5);
	}
	const { heapUsed: heap, external, rss: resident } = process.memoryUsage();
	return { heap, external, wasm: wasmBytes(), resident };
}

/** The memory of the WebAssembly module, in bytes. */
export function wasmBytes() {
	const lengths = memories.map((memory) => memory.deref()?.buffer.byteLength ?? 0);
	return lengths.reduce((sum, length) => sum + length);
}
