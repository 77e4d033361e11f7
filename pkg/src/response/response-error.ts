import type { ApiErrorExplanation, ResponseErrorCode, Retry } from "./types.js";

/** The members of a ResponseError besides its message. */
export interface ResponseFailure {
	/** The reason: a stable code. */
	code: ResponseErrorCode;
	/** Whether and how to repeat the request. */
	retry: Retry;
	/**
	 * Whether the card may have been updated nevertheless: read the card to find out. `false` only for a 4xx with an error
	 * body of WeChat Pay; other 4xx responses may come from a proxy.
	 */
	mayHaveUpdated: boolean;
	/** What happened and what to do, for an error response of WeChat Pay. */
	explanation: ApiErrorExplanation | undefined;
	/** WeChat Pay's id of the request, for the log. */
	requestId: string | undefined;
}

/** A response is not a verified success. */
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
