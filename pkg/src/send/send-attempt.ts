/** One attempt to send a request. */
export interface SendAttempt {
	/** From 1. */
	readonly number: number;
	/** What was asked for: `GET` reads a card, `POST` creates one, `PATCH` changes one. */
	readonly method: "PATCH" | "POST" | "GET";
	/** Where the request went: to the main host or to the other one. */
	readonly url: string;
	/** How long it took until its end was known. */
	readonly milliseconds: number;
	/** The response's status, if there was one. */
	readonly status?: number;
	/** WeChat Pay's name for the exchange, to log. */
	readonly requestId?: string;
	/** Why it was no verified success: a ResponseError, or what `fetch` or another function of the options threw. */
	readonly error?: unknown;
	/** Whether it has updated the card, or may have. */
	readonly mayHaveUpdated: boolean;
}
