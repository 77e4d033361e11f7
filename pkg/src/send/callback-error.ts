import type { SendOptions } from "./send-options.js";

/** An option that is a function and necessary for sending. */
export type Callback = keyof Pick<SendOptions, "clock" | "delay" | "fetch">;

/** A function of the options threw, or returned a wrong value, so sending cannot continue. */
export class CallbackError extends Error {
	readonly callback: Callback;
	/** What it threw, or the problem of what it returned. */
	override readonly cause: unknown;

	constructor(callback: Callback, cause: unknown) {
		super(`options.${callback} failed`);
		this.callback = callback;
		this.cause = cause;
	}
}

/** Turns what a function of the options throws into a CallbackError. */
export function checked<T>(callback: Callback, read: () => T): T {
	try {
		return read();
	} catch (cause) {
		throw new CallbackError(callback, cause);
	}
}
