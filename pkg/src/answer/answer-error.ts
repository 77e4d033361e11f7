import type { AnswerErrorCode, ApiErrorExplanation, Retry } from "./types.js";

/** What an AnswerError tells beside its message. */
export interface AnswerFailure {
	/** The stable name of the reason. */
	code: AnswerErrorCode;
	/** Whether to send the request again, and how. */
	retry: Retry;
	/** What happened and what to do, if WeChat Pay answered with an error. */
	explanation: ApiErrorExplanation | undefined;
	/** WeChat Pay's name for the exchange, to log. */
	requestId: string | undefined;
}

/** An answer is no success, or not known to be genuine. */
export class AnswerError extends Error implements AnswerFailure {
	readonly code: AnswerErrorCode;
	readonly retry: Retry;
	readonly explanation: ApiErrorExplanation | undefined;
	readonly requestId: string | undefined;
	/** What the verifier threw. */
	override readonly cause: unknown;

	constructor(message: string, failure: AnswerFailure, cause?: unknown) {
		super(message);
		this.name = "AnswerError";
		this.code = failure.code;
		this.retry = failure.retry;
		this.explanation = failure.explanation;
		this.requestId = failure.requestId;
		this.cause = cause;
	}
}
