/** The instance of the WebAssembly module that runs: how it begins, and how another one takes its place after a fault. */

import type { Glue } from "../generated/glue.js";
import { Instance } from "./instance.js";
import { BackgroundOnly, explained, isForBackground, type LoadFailure, NoModule } from "./load-failure.js";

/** Makes instances of the module. */
export interface Source {
	/** Makes one at once. Absent where the host never can; others may throw. */
	now?(imports: WebAssembly.Imports): WebAssembly.Instance;
	/** Makes one in the background. */
	later(imports: WebAssembly.Imports): Promise<WebAssembly.Instance>;
}

let running: Instance | undefined;
let source: Source | undefined;
let loading: Promise<void> | undefined;
/** Why the last attempt to load failed. */
let failure: LoadFailure | undefined;

/** Whether an instance runs. */
export function isReady(): boolean {
	return running !== undefined && !running.isBroken;
}

/** The functions of the instance that runs. After a fault they are those of another instance. */
export function core(): Glue {
	return instance().glue;
}

/** The instance that runs. After a fault it is another one. */
export function instance(): Instance {
	if (!isReady()) {
		beginAnew();
	}
	return running as Instance;
}

/** An instance that nobody else calls, so that no fault elsewhere breaks it. */
export function instanceApart(): Instance {
	instance();
	return made(source as Source);
}

/** Begins at once, unless an instance runs. Throws an Error that says what to change. */
export function beginNow(load: () => Source): void {
	if (!isReady()) {
		try {
			const loaded = load();
			use(made(loaded), loaded);
		} catch (cause) {
			throw failed(cause);
		}
	}
}

/**
 * Begins in the background, unless an instance runs. Calls at the same time share one load, and a load that failed can
 * be tried again. Rejects with an Error that says what to change.
 */
export async function beginLater(load: () => Promise<Source>): Promise<void> {
	if (!isReady()) {
		loading ??= loaded(load).finally(() => {
			loading = undefined;
		});
		await loading;
	}
}

/** Notes why the module could not be loaded, to tell whoever calls the package nevertheless, and returns it. */
export function failed(cause: unknown, from?: string): Error {
	if (cause instanceof NoModule) {
		return cause;
	}
	failure = explained(cause, from);
	return failure;
}

async function loaded(load: () => Promise<Source>): Promise<void> {
	try {
		const from = source ?? (await load());
		const next = new Instance();
		use(next.begin(await from.later(next.imports)), from);
	} catch (cause) {
		throw failed(cause);
	}
}

function made(from: Source): Instance {
	if (from.now === undefined) {
		throw new BackgroundOnly();
	}
	const next = new Instance();
	return next.begin(from.now(next.imports));
}

function use(next: Instance, from: Source): void {
	// Another load may have been faster.
	if (!isReady()) {
		running = next;
		source = from;
		failure = undefined;
	}
}

/** Puts an instance in the place of a broken one, from the module that is there already. */
function beginAnew(): void {
	running?.end();
	running = undefined;
	if (source === undefined) {
		throw notReady();
	}
	try {
		running = made(source);
	} catch (cause) {
		if (!isForBackground(cause)) {
			throw cause;
		}
		beginLater(async () => source as Source).catch(() => {});
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
