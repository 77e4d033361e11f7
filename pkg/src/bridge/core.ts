/** The running instance of the WebAssembly module: how it starts, and how it is replaced after a fault. */

import type { Glue } from "../generated/glue.js";
import { Instance } from "./instance.js";
import { AsyncOnly, explainLoadFailure, type LoadFailure, NotAModule, needsAsync } from "./load-failure.js";

/** Creates instances of the module. */
export interface InstanceSource {
	/** Creates one synchronously. Absent where the host never can; may throw. */
	createSync?(imports: WebAssembly.Imports): WebAssembly.Instance;
	/** Creates one asynchronously. */
	create(imports: WebAssembly.Imports): Promise<WebAssembly.Instance>;
}

let running: Instance | undefined;
let source: InstanceSource | undefined;
let loading: Promise<void> | undefined;
/** Why the last attempt to load failed. */
let failure: LoadFailure | undefined;

/** Whether an instance runs. */
export function isReady(): boolean {
	return running !== undefined && !running.isBroken;
}

/** The functions of the running instance. After a fault, those of a new instance. */
export function core(): Glue {
	return instance().glue;
}

/** The running instance. After a fault, a new one. */
export function instance(): Instance {
	if (!isReady()) {
		restart();
	}
	return running as Instance;
}

/** An instance that nothing else uses, so that no fault elsewhere breaks it. */
export function separateInstance(): Instance {
	instance();
	return createInstance(source as InstanceSource);
}

/** Starts synchronously, unless an instance runs. Throws an Error that says what to change. */
export function startSync(load: () => InstanceSource): void {
	if (!isReady()) {
		try {
			const loaded = load();
			setRunning(createInstance(loaded), loaded);
		} catch (cause) {
			throw loadFailed(cause);
		}
	}
}

/**
 * Starts asynchronously, unless an instance runs. Concurrent calls share one load, and a failed load can be retried.
 * Rejects with an Error that says what to change.
 */
export async function startAsync(load: () => Promise<InstanceSource>): Promise<void> {
	if (!isReady()) {
		loading ??= loadAndStart(load).finally(() => {
			loading = undefined;
		});
		await loading;
	}
}

/** Remembers and returns why loading failed: later calls of the package throw it, too. */
export function loadFailed(cause: unknown, from?: string): Error {
	if (cause instanceof NotAModule) {
		return cause;
	}
	failure = explainLoadFailure(cause, from);
	return failure;
}

async function loadAndStart(load: () => Promise<InstanceSource>): Promise<void> {
	try {
		const from = source ?? (await load());
		const next = new Instance();
		setRunning(next.start(await from.create(next.imports)), from);
	} catch (cause) {
		throw loadFailed(cause);
	}
}

function createInstance(from: InstanceSource): Instance {
	if (from.createSync === undefined) {
		throw new AsyncOnly();
	}
	const next = new Instance();
	return next.start(from.createSync(next.imports));
}

function setRunning(next: Instance, from: InstanceSource): void {
	// Another load may have been faster.
	if (!isReady()) {
		running = next;
		source = from;
		failure = undefined;
	}
}

/** Replaces a broken instance with a new one of the same module. */
function restart(): void {
	running?.stop();
	running = undefined;
	if (source === undefined) {
		throw notReady();
	}
	try {
		running = createInstance(source);
	} catch (cause) {
		if (!needsAsync(cause)) {
			throw cause;
		}
		startAsync(async () => source as InstanceSource).catch(() => {});
		throw new Error(
			"wechatpay-membercard starts its WebAssembly module anew after a fault: `await init()`, or call again in a moment",
			{ cause },
		);
	}
}

function notReady(): Error {
	return failure === undefined
		? new Error(
				"wechatpay-membercard is not ready: call `await init()` once, before anything else of the package",
			)
		: new Error(`wechatpay-membercard is not ready. ${failure.message}`, { cause: failure });
}
