import type { ApiErrorExplanation, ResponseErrorCode, Retry } from "./types.js";

/** What a ResponseError tells beside its message. */
export interface ResponseFailure {
	/** The stable name of the reason. */
	code: ResponseErrorCode;
	/** Whether to send the request again, and how. */
	retry: Retry;
	/**
	 * Whether the card may be updated nevertheless: get it to find out. `false` only for a 4xx whose body is an error of
	 * WeChat Pay's own; a proxy may write any other 4xx.
	 */
	mayHaveUpdated: boolean;
	/** What happened and what to do, if WeChat Pay answered with an error. */
	explanation: ApiErrorExplanation | undefined;
	/** WeChat Pay's name for the exchange, to log. */
	requestId: string | undefined;
}

/** A response is no success, or not known to be genuine. */
export class ResponseError extends Error implements ResponseFailure {
	readonly code: ResponseErrorCode;
	readonly retry: Retry;
	readonly mayHaveUpdated: boolean;
	readonly explanation: ApiErrorExplanation | undefined;
	readonly requestId: string | undefined;
	/** What the verifier threw. */
	override readonly cause: unknown;

	constructor(message: string, failure: ResponseFailure, cause?: unknown) {
		super(message);
		this.name = "ResponseError";
		this.code = failure.code;
		this.retry = failure.retry;
		this.mayHaveUpdated = failure.mayHaveUpdated;
		this.explanation = failure.explanation;
		this.requestId = failure.requestId;
		this.cause = cause;
	}
}
