import { core } from "../bridge/core.js";
import { textOf, writeInput } from "../bridge/protocol.js";
import type { Locale } from "../bridge/types.js";
import { encode } from "../bridge/writer.js";
import type { SendErrorCode as NoResponseCode } from "../generated/membercard.js";
import { writeSendFailure } from "../generated/records.js";
import { ResponseError } from "../response/response-error.js";
import type { ApiErrorExplanation, ResponseErrorCode, Retry, SignComparison } from "../response/types.js";
import type { Callback } from "./callback-error.js";
import type { SendAttempt } from "./send-options.js";

/**
 * Why sending brought no verified success: a reason of a ResponseError; or, where no response says it,
 *
 * - `"unreachable"`: no host could be reached, and nothing was sent,
 * - `"unknown_outcome"`: no response came, and the request may have arrived; get the card to find out,
 * - `"no_response"`: no response came to `fetchCard`,
 * - `"not_updated"`: no response came, and the card that `updateCard` read afterwards is as it was before,
 * - `"aborted"`: the caller's signal ended it,
 * - `"callback_failed"`: `clock` or `delay` failed, or `fetch` answered no Response (see `cause`); nothing is repeated,
 * - `"signing_failed"`: an attempt failed, and the signer did when the next one was to be signed.
 */
export type SendErrorCode = ResponseErrorCode | NoResponseCode;

/** An update was sent, but there is no verified success. */
export class SendError extends Error {
	/** What happened: a stable name to branch on. */
	readonly code: SendErrorCode;
	/** Whether to try again later, and how. */
	readonly retry: Retry;
	/** Whether one of the attempts may have updated the card nevertheless: get the card to find out. */
	readonly mayHaveUpdated: boolean;
	/** All attempts, in order. */
	readonly attempts: readonly SendAttempt[];
	/** What happened and what to do, if WeChat Pay answered the last attempt with an error. */
	readonly explanation: ApiErrorExplanation | undefined;
	/** Where the signed message differs from the one that WeChat Pay built, if it says so. */
	readonly signComparison: SignComparison | undefined;
	/** WeChat Pay's name for the last exchange, to log. */
	readonly requestId: string | undefined;
	/** The last attempt's error, the signal's reason, the signer's error or what another function threw. */
	override readonly cause: unknown;

	readonly #failure: SendFailure;

	constructor(failure: SendFailure) {
		const { code, attempts, cause } = failure;
		const response = cause instanceof ResponseError ? cause : undefined;
		super(response?.message ?? messageFor(failure));
		this.name = "SendError";
		this.code = code;
		this.retry = response?.retry ?? failure.retry;
		this.#failure = failure;
		this.mayHaveUpdated = failure.mayHaveUpdated ?? attempts.some((attempt) => attempt.mayHaveUpdated);
		this.attempts = attempts;
		this.explanation = response?.explanation;
		this.signComparison = failure.signComparison;
		this.requestId = response?.requestId;
		this.cause = cause;
	}

	/**
	 * The same failure of an update that had no effect: the card was read afterwards.
	 *
	 * @internal
	 */
	withoutEffect(locale: Locale): SendError {
		const code = this.code === "unknown_outcome" ? "not_updated" : this.code;
		return new SendError({ ...this.#failure, code, locale, mayHaveUpdated: false });
	}
}

/** What a SendError is made of. */
export interface SendFailure {
	code: SendErrorCode;
	attempts: readonly SendAttempt[];
	cause: unknown;
	/** Unless a response tells. */
	retry: Retry;
	signComparison?: SignComparison | undefined;
	/** Whether one of the attempts may have updated the card, if that was found out. Default: what the attempts say. */
	mayHaveUpdated?: boolean;
	/** Which option failed, if one did. */
	callback?: Callback;
	locale: Locale;
}

/** The module's words. Whatever keeps it from giving any, what happened to the request must be told: by the code. */
function messageFor({ code, callback, locale }: SendFailure): string {
	try {
		const input = encode((to) => writeSendFailure(to, { code, callback, locale }));
		return textOf(core().send_failed(writeInput(input)));
	} catch {
		return code;
	}
}
