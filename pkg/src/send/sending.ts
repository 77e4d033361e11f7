import type { Host, SignedRequest } from "../bridge/types.js";
import { describe, isTime } from "../options/option-values.js";
import { compareSignInformation } from "../response/explain-error.js";
import { BodyError } from "../response/read-body.js";
import { ResponseError } from "../response/response-error.js";
import {
	assertResponse,
	type PlainResponse,
	readResponse,
	readResponseParts,
} from "../response/response-parts.js";
import type { Retry, SignComparison } from "../response/types.js";
import { requestIdOf, verifyParts } from "../response/verify-response.js";
import { Deadline } from "../runtime/deadline.js";
import { CallbackError, checked } from "./callback-error.js";
import { mayHaveArrived, mayHaveUpdated } from "./outcome.js";
import type { ReadSendOptions } from "./read-send-options.js";
import type { Outgoing, RequestSource } from "./request-source.js";
import { planRetry, retryWithoutResponse } from "./retry-plan.js";
import { SendError, type SendErrorCode, type SendFailure } from "./send-error.js";
import type { SendAttempt } from "./send-options.js";

const NEVER: Retry = { kind: "never" };
const SAME_PARAMETERS: Retry = { kind: "same_parameters" };

/**
 * Sends a request, and repeats it as WeChat Pay advises, within a time limit that may be shared with other requests.
 */
export class Sending {
	private readonly attempts: SendAttempt[] = [];
	private host: Host;
	private switched = false;
	private pauses = 0;

	constructor(
		private readonly source: RequestSource,
		private readonly options: ReadSendOptions,
		private readonly budget: Deadline,
	) {
		this.host = source.host;
	}

	/** Fulfils with the card in the response, as JSON text; "" if there is none. */
	async run(): Promise<string> {
		try {
			return await this.untilSuccess();
		} catch (error) {
			throw error instanceof CallbackError ? this.failure(error, undefined) : error;
		}
	}

	private async untilSuccess(): Promise<string> {
		for (;;) {
			const outgoing = await this.sign();
			const { attempt, card } = await this.attempt(outgoing.request);
			if (card !== undefined) {
				return card;
			}
			if (!(await this.canRepeat(attempt))) {
				throw this.failure(attempt.error, outgoing.message);
			}
		}
	}

	/** Makes the next request. Before anything was sent, errors of the payload or the signer are thrown unchanged. */
	private async sign(): Promise<Outgoing> {
		if (this.options.signal?.aborted) {
			throw this.aborted();
		}
		const now = this.now();
		try {
			return await this.source.next(this.host, now, this.budget, this.options.locale);
		} catch (error) {
			if (this.options.signal?.aborted) {
				throw this.aborted();
			}
			throw this.attempts.length === 0
				? error
				: this.error({ code: "signing_failed", cause: error, retry: NEVER });
		}
	}

	/** Makes one attempt. `card` is set only on success; it is "" if the response has none. */
	private async attempt(request: SignedRequest): Promise<{ attempt: SendAttempt; card?: string }> {
		const started = performance.now();
		let response: PlainResponse | undefined;
		let card: string | undefined;
		let error: unknown;
		try {
			response = await this.exchange(request);
			card = await this.verify(response);
		} catch (thrown) {
			error = thrown ?? new Error("fetch failed without a reason");
		}
		const requestId = response && requestIdOf(response.headers);
		const attempt: SendAttempt = Object.freeze({
			number: this.attempts.length + 1,
			method: request.method,
			url: request.url,
			milliseconds: Math.round(performance.now() - started),
			...(response && { status: response.status }),
			...(requestId !== undefined && { requestId }),
			...(error !== undefined && { error }),
			mayHaveUpdated: !this.source.isReading && (error === undefined || mayHaveUpdated(error)),
		});
		this.attempts.push(attempt);
		this.reportAttempt(attempt);
		return { attempt, ...(card !== undefined && { card }) };
	}

	/** Sends the request and reads the whole response. */
	private async exchange({ method, url, headers, body }: SignedRequest): Promise<PlainResponse> {
		const { fetch, timeoutMs } = this.options;
		const deadline = new Deadline(timeoutMs, this.budget.signal);
		const exchanged = async () => {
			const response = await fetch(url, {
				method,
				headers,
				...(body !== undefined && { body: new TextEncoder().encode(body) }),
				redirect: "manual",
				signal: deadline.signal,
			});
			checked("fetch", () => assertResponse(response));
			const parts = await readResponse(response, deadline.signal);
			return checked("fetch", () => readResponseParts(parts));
		};
		try {
			return await deadline.race(exchanged());
		} catch (error) {
			throw error instanceof BodyError ? new CallbackError("fetch", error) : error;
		} finally {
			deadline.end();
		}
	}

	private async verify(response: PlainResponse): Promise<string> {
		const { verifier, toleranceSeconds, locale } = this.options;
		const nowSeconds = Math.floor(this.now() / 1000);
		const { api, cardId } = this.source;
		const options = { nowSeconds, toleranceSeconds, locale, api, cardId };
		return verifyParts(response, (...asked) => this.budget.race(verifier(...asked)), options);
	}

	/** Whether there will be another attempt. Waits until then. */
	private async canRepeat(attempt: SendAttempt): Promise<boolean> {
		const plan = planRetry(attempt, this.switched, this.pauses);
		if (plan === undefined || !this.source.repeatable || this.attempts.length >= this.options.attempts) {
			return false;
		}
		const { signal } = this.budget;
		if (signal.aborted || plan.pause >= this.budget.left) {
			return false;
		}
		if (plan.switchHost) {
			this.switched = true;
			this.host = this.host === "main" ? "backup" : "main";
		}
		if (plan.pause > 0) {
			this.pauses += 1;
			await this.pause(plan.pause);
		}
		return !signal.aborted;
	}

	/** Waits. If the time limit ends the wait, no attempt follows. */
	private async pause(milliseconds: number): Promise<void> {
		const { signal } = this.budget;
		const waited = async () => this.options.delay(milliseconds, signal);
		try {
			await this.budget.race(waited());
		} catch (cause) {
			if (!signal.aborted) {
				throw new CallbackError("delay", cause);
			}
		}
	}

	private now(): number {
		return checked("clock", () => milliseconds(this.options.clock()));
	}

	private failure(error: unknown, message: string | undefined): SendError {
		if (this.options.signal?.aborted) {
			return this.aborted();
		}
		if (error instanceof CallbackError) {
			const { callback, cause } = error;
			return this.error({ code: "callback_failed", callback, cause, retry: NEVER });
		}
		if (error instanceof ResponseError) {
			const { code, retry } = error;
			return this.error({ code, cause: error, retry, signComparison: comparison(error, message) });
		}
		return this.error({
			code: this.codeWithoutResponse(),
			cause: error,
			retry: retryWithoutResponse(this.switched),
		});
	}

	private codeWithoutResponse(): SendErrorCode {
		if (!this.attempts.some(({ error }) => mayHaveArrived(error))) {
			return "unreachable";
		}
		return this.source.isReading ? "no_response" : "unknown_outcome";
	}

	private aborted(): SendError {
		return this.error({ code: "aborted", cause: this.options.signal?.reason, retry: SAME_PARAMETERS });
	}

	private error(failure: Omit<SendFailure, "attempts" | "locale">): SendError {
		return new SendError({ ...failure, attempts: [...this.attempts], locale: this.options.locale });
	}

	private reportAttempt(attempt: SendAttempt): void {
		const reported = async () => this.options.onAttempt?.(attempt);
		// A failing log must not turn a success into a failure.
		reported().catch(() => {});
	}
}

function milliseconds(now: unknown): number {
	if (!isTime(now, "clock")) {
		throw new TypeError(`options.clock must return milliseconds since the epoch, not ${describe(now)}`);
	}
	return now;
}

function comparison({ explanation }: ResponseError, message: string | undefined): SignComparison | undefined {
	const information = explanation?.signInformation;
	return information && message !== undefined ? compareSignInformation(information, message) : undefined;
}
