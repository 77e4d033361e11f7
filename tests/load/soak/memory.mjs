/** How much memory the process holds once everything that nobody holds has been collected. */

import { setTimeout as pause } from "node:timers/promises";

/** The memories of all instances of the WebAssembly module, as long as anyone holds them. */
const memories = [];
const { Instance } = WebAssembly;

/** Notices the memories of the WebAssembly module, which the package keeps to itself. Call it before the import. */
export function watchWasm() {
	WebAssembly.Instance = function instantiate(module, imports) {
		const instance = new Instance(module, imports);
		memories.push(new WeakRef(instance.exports.memory));
		return instance;
	};
}

/** In bytes. What JavaScript lets go of is freed in the module only after finalizers have run. */
export async function held() {
	for (let round = 0; round < 3; round++) {
		globalThis.gc();
		await pause(5);
	}
	const { heapUsed: heap, external, rss: resident } = process.memoryUsage();
	const lengths = memories.map((memory) => memory.deref()?.buffer.byteLength ?? 0);
	return { heap, external, wasm: lengths.reduce((sum, length) => sum + length), resident };
}
