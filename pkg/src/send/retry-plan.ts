import { ResponseError } from "../response/response-error.js";
import type { Retry } from "../response/types.js";
import { CallbackError } from "./callback-error.js";
import type { SendAttempt } from "./send-options.js";

/** How to repeat a failed attempt. */
export interface RetryPlan {
	switchHost: boolean;
	/** In milliseconds. */
	pause: number;
}

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 8000;
const AT_ONCE = 0;

/**
 * How to repeat a failed attempt, as WeChat Pay advises; `undefined` if a repetition is useless. Only a missing
 * response switches hosts, and only once. Each pause is longer than the one before.
 */
export function planRetry(
	{ error, status }: SendAttempt,
	switched: boolean,
	pauses: number,
): RetryPlan | undefined {
	if (!(error instanceof ResponseError)) {
		// A response that could not be verified is still a response.
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

/** What the caller can do if no response came. */
export function retryWithoutResponse(switched: boolean): Retry {
	return { kind: switched ? "wait" : "backup_host" };
}

function backoff(pauses: number): number {
	return Math.min(FIRST_PAUSE * 2 ** pauses, LONGEST_PAUSE);
}
