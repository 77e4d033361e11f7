/** How much memory the process holds once everything that nobody holds has been collected. */

import { setTimeout as pause } from "node:timers/promises";

let wasm;
const { Instance } = WebAssembly;

/** Notices the memory of the WebAssembly module, which the package keeps to itself. Call it before the import. */
export function watchWasm() {
	WebAssembly.Instance = function instantiate(module, imports) {
		const instance = new Instance(module, imports);
		wasm = instance.exports.memory;
		WebAssembly.Instance = Instance;
		return instance;
	};
}

/** In bytes. What JavaScript lets go of is freed in the module only after finalizers have run. */
export async function held() {
	for (let round = 0; round < 3; round++) {
		globalThis.gc();
		await pause(5);
	}
	return {
		heap: process.memoryUsage().heapUsed,
		resident: process.memoryUsage.rss(),
		wasm: wasm.buffer.byteLength,
	};
}
