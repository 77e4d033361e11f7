import type { SendOptions } from "./send-options.js";

/** An option whose function sending cannot do without. */
export type Callback = keyof Pick<SendOptions, "clock" | "delay" | "fetch">;

/** A function among the options threw an error, or answered nonsense, so that sending cannot go on. */
export class CallbackError extends Error {
	readonly callback: Callback;
	/** What it threw, or what is wrong with what it answered. */
	override readonly cause: unknown;

	constructor(callback: Callback, cause: unknown) {
		super(`options.${callback} failed`);
		this.callback = callback;
		this.cause = cause;
	}
}

/** What that is about a function among the options; what it throws becomes a CallbackError. */
export function checked<T>(callback: Callback, read: () => T): T {
	try {
		return read();
	} catch (cause) {
		throw new CallbackError(callback, cause);
	}
}
