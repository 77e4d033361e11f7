import type { Api, DefaultApi, DefaultUpdateApi, GetApi, UpdateApi } from "../bridge/types.js";
import type { LanguageTag } from "../options/locale.js";
import type { GetOptions, SignOptions } from "../request/options.js";
import type { Signer } from "../request/signer.js";
import type { Verifier } from "../response/verify-response.js";
import type { PlainBytes } from "../runtime/bytes.js";
import type { Global } from "../runtime/host.js";

/** A request to sign and send. Each attempt gets its own timestamp, nonce and signature. */
export type RequestToSign<A extends Api = DefaultApi> = Omit<SignOptions<A>, "timestamp" | "nonceStr"> & {
	/** The payload, as for `prepare`. */
	payload: unknown;
};

/** A card to read. Each attempt gets its own timestamp, nonce and signature. */
export type CardToFetch<A extends Api | GetApi = DefaultApi> = Omit<
	GetOptions<A>,
	"timestamp" | "nonceStr"
> & {
	/** Signs the message. The package never sees the private key. */
	signer: Signer;
};

/**
 * The desired state of a card. The same signer signs the request that reads the card. Service providers need a
 * `brandId` for reading; its default is the payload's `brand_id`.
 */
export type CardToUpdate<A extends UpdateApi = DefaultUpdateApi> = Omit<RequestToSign<A>, "current">;

/**
 * The host's fetch, or a replacement. If it throws or rejects, no response came. If it returns anything but a Response,
 * sending ends with a SendError `"callback_failed"`.
 */
export type Fetch = (
	url: string,
	init: {
		method: "PATCH" | "POST" | "GET";
		headers: Record<string, string>;
		/** The signed body in UTF-8. Absent for reading a card. */
		body?: PlainBytes;
		/** Redirects are not followed. */
		redirect: "manual";
		signal: Global<"AbortSignal">;
	},
) => Promise<Global<"Response">>;

/** Options of `send`, `fetchCard` and `updateCard`. */
export interface SendOptions<A extends Api | GetApi = DefaultApi> {
	/** Verifies responses. Required: without verification there is no success. */
	verifier: Verifier;
	/** The endpoint of a request that is signed already, as for `validate`. A request to sign has its own `api`. */
	api?: A;
	/** Default: the host's fetch. */
	fetch?: Fetch;
	/** Ends sending early, with a SendError `"aborted"`. */
	signal?: Global<"AbortSignal">;
	/** The time limit of one attempt in milliseconds. Default: 10 000. */
	timeoutMs?: number;
	/** The time limit of all attempts in milliseconds, including signers and verifiers. Default: 30 000. */
	budgetMs?: number;
	/** The maximum number of attempts. Default: 4. A request that is signed already is sent once. */
	attempts?: number;
	/** Reject responses whose time differs by this many seconds or more. Default: 300. */
	toleranceSeconds?: number;
	/** The language of messages. Default: the language of the request to sign, or `"zh-CN"`. */
	locale?: LanguageTag;
	/**
	 * Where signed requests may go besides WeChat Pay's two hosts: origins such as `"http://127.0.0.1:8080"`, for your own
	 * gateway. Default: none.
	 */
	additionalOrigins?: readonly string[];
	/**
	 * Returns the current time in milliseconds since the epoch, for timestamps and the freshness of responses. Default:
	 * `Date.now`. If it fails, sending ends with a SendError `"callback_failed"`.
	 */
	clock?: () => number;
	/** Waits before a repetition. Default: a timer. If it fails, sending ends with a SendError `"callback_failed"`. */
	delay?: (milliseconds: number, signal: Global<"AbortSignal">) => Promise<void>;
	/** Called after every attempt, for logging. It is not awaited, and its errors are ignored. */
	onAttempt?: (attempt: SendAttempt) => void;
}

/** One attempt to send a request. */
export interface SendAttempt {
	/** From 1. */
	readonly number: number;
	/** `GET` reads a card, `POST` creates one, `PATCH` changes one. */
	readonly method: "PATCH" | "POST" | "GET";
	/** The URL of the request, on the main or the backup host. */
	readonly url: string;
	/** The duration. */
	readonly milliseconds: number;
	/** The status of the response, if there was one. */
	readonly status?: number;
	/** WeChat Pay's id of the request, for the log. */
	readonly requestId?: string;
	/** Why it was not a verified success: a ResponseError, or what `fetch` or another function of the options threw. */
	readonly error?: unknown;
	/** Whether it may have updated the card. */
	readonly mayHaveUpdated: boolean;
}
