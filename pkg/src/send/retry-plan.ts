import { ResponseError } from "../response/response-error.js";
import type { Retry } from "../response/types.js";
import { CallbackError } from "./callback-error.js";
import type { SendAttempt } from "./send-options.js";

/** What follows an attempt that failed. */
export interface RetryPlan {
	switchHost: boolean;
	/** In milliseconds. */
	pause: number;
}

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 8000;
const AT_ONCE = 0;

/**
 * What WeChat Pay advises after an attempt that failed; nothing if a repetition is useless. Without a response the
 * other host is tried once; no response, whatever it says, switches hosts. The more pauses there were, the longer is
 * the next.
 */
export function planRetry(
	{ error, status }: SendAttempt,
	switched: boolean,
	pauses: number,
): RetryPlan | undefined {
	if (!(error instanceof ResponseError)) {
		// A response that could not be judged is a response all the same.
		const answered = status !== undefined || error instanceof CallbackError;
		return answered || switched ? undefined : { switchHost: true, pause: AT_ONCE };
	}
	switch (error.retry.kind) {
		case "same_parameters":
		case "wait":
			return { switchHost: false, pause: error.code === "signature_probe" ? AT_ONCE : backoff(pauses) };
		default:
			return undefined;
	}
}

/** What the caller can do when no response came. */
export function retryWithoutResponse(switched: boolean): Retry {
	return { kind: switched ? "wait" : "backup_host" };
}

function backoff(pauses: number): number {
	return Math.min(FIRST_PAUSE * 2 ** pauses, LONGEST_PAUSE);
}
