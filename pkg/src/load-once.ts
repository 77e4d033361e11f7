import { isReady, start } from "./core.js";

let loading: Promise<void> | undefined;

/**
 * Loads the WebAssembly module, unless it is there. Calls at the same time share one load, and a load that failed can be
 * tried again.
 */
export async function loadOnce(load: () => Promise<WebAssembly.Instance>): Promise<void> {
	if (!isReady()) {
		loading ??= load()
			.then(start)
			.finally(() => {
				loading = undefined;
			});
		await loading;
	}
}
