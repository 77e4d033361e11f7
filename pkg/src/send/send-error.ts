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
 * Why sending was not a verified success: a code of a ResponseError, or
 *
 * - `"unreachable"`: no host could be reached, nothing was sent,
 * - `"unknown_outcome"`: no response came, but the request may have arrived; read the card to find out,
 * - `"no_response"`: no response came to `fetchCard`,
 * - `"not_updated"`: no response came, and `updateCard` found the card unchanged afterwards,
 * - `"aborted"`: the caller's signal ended it,
 * - `"callback_failed"`: `clock` or `delay` failed, or `fetch` did not return a Response (see `cause`),
 * - `"signing_failed"`: an attempt failed, and then the signer failed for the next one.
 */
export type SendErrorCode = ResponseErrorCode | NoResponseCode;

/** Sending was not a verified success. */
export class SendError extends Error {
	/** The reason: a stable code. */
	readonly code: SendErrorCode;
	/** Whether and how to try again later. */
	readonly retry: Retry;
	/** Whether one of the attempts may have updated the card: read the card to find out. */
	readonly mayHaveUpdated: boolean;
	/** All attempts, in order. */
	readonly attempts: readonly SendAttempt[];
	/** What happened and what to do, if the last attempt got an error response of WeChat Pay. */
	readonly explanation: ApiErrorExplanation | undefined;
	/** Where the signed message differs from the one that WeChat Pay built, if the response says so. */
	readonly signComparison: SignComparison | undefined;
	/** WeChat Pay's id of the last request, for the log. */
	readonly requestId: string | undefined;
	/** The error of the last attempt, the signal's reason, the signer's error, or what another function threw. */
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
	 * The same error for an update that had no effect, as reading the card has shown.
	 *
	 * @internal
	 */
	withoutEffect(locale: Locale): SendError {
		const code = this.code === "unknown_outcome" ? "not_updated" : this.code;
		return new SendError({ ...this.#failure, code, locale, mayHaveUpdated: false });
	}
}

/** The data of a SendError. */
export interface SendFailure {
	code: SendErrorCode;
	attempts: readonly SendAttempt[];
	cause: unknown;
	/** Used unless a response says it. */
	retry: Retry;
	signComparison?: SignComparison | undefined;
	/** Whether one of the attempts may have updated the card. Default: as the attempts say. */
	mayHaveUpdated?: boolean;
	/** Which option failed, if one did. */
	callback?: Callback;
	locale: Locale;
}

/** The module's message; the code alone if the module fails. */
function messageFor({ code, callback, locale }: SendFailure): string {
	try {
		const input = encode((to) => writeSendFailure(to, { code, callback, locale }));
		return textOf(core().send_failed(writeInput(input)));
	} catch {
		return code;
	}
}
