import type { Api, DefaultApi, DefaultUpdateApi, GetApi, UpdateApi } from "../bridge/types.js";
import type { LanguageTag } from "../options/locale.js";
import type { GetOptions, SignOptions } from "../request/options.js";
import type { Signer } from "../request/signer.js";
import type { Verifier } from "../response/verify-response.js";
import type { PlainBytes } from "../runtime/bytes.js";
import type { Global } from "../runtime/host.js";

/**
 * An update that is still to be signed. Every attempt to send it has a timestamp, a nonce and a signature of its own,
 * so that it can be repeated.
 */
export type RequestToSign<A extends Api = DefaultApi> = Omit<SignOptions<A>, "timestamp" | "nonceStr"> & {
	/** The update, as for `prepare`. */
	payload: unknown;
};

/** A card that is to be read. Every attempt has a timestamp, a nonce and a signature of its own. */
export type CardToFetch<A extends Api | GetApi = DefaultApi> = Omit<
	GetOptions<A>,
	"timestamp" | "nonceStr"
> & {
	/** Signs the message; the private key stays with it. */
	signer: Signer;
};

/**
 * What a card is to become. The card is read with the same signer; the `brandId` that a service provider's reading names is, by
 * default, the payload's `brand_id`.
 */
export type CardToUpdate<A extends UpdateApi = DefaultUpdateApi> = Omit<RequestToSign<A>, "current">;

/**
 * The host's fetch, or one that takes its place. What it throws, or rejects with, means that no response came; a response
 * that is no Response ends sending with a SendError `"callback_failed"`.
 */
export type Fetch = (
	url: string,
	init: {
		method: "PATCH" | "POST" | "GET";
		headers: Record<string, string>;
		/** The signed text in UTF-8; absent where a card is read. */
		body?: PlainBytes;
		/** Redirections are not followed. */
		redirect: "manual";
		signal: Global<"AbortSignal">;
	},
) => Promise<Global<"Response">>;

/** How a request is sent, and its response verified. */
export interface SendOptions<A extends Api | GetApi = DefaultApi> {
	/** Without it nothing is sent: a response that was not verified is no success. */
	verifier: Verifier;
	/** The endpoint of a request that is signed already, as for `validate`; one that is to be signed names its own. */
	api?: A;
	/** Default: the host's own. */
	fetch?: Fetch;
	/** Ends everything early, with a SendError `"aborted"`. */
	signal?: Global<"AbortSignal">;
	/** How long one attempt may take to be answered, in milliseconds. Default: 10 000. */
	timeoutMs?: number;
	/** How long everything may take, signers and verifiers included, in milliseconds. Default: 30 000. */
	budgetMs?: number;
	/** How many attempts there may be. Default: 4. A request that is signed already is sent once. */
	attempts?: number;
	/** Answers whose time differs by so much or more are rejected. Default: 300. */
	toleranceSeconds?: number;
	/** The language of messages. Default: that of the request to sign, or `"zh-CN"`. */
	locale?: LanguageTag;
	/**
	 * Where a request may go that is signed already, beside WeChat Pay's two hosts: origins such as
	 * `"http://127.0.0.1:8080"`, for a gateway of your own. Default: none.
	 */
	additionalOrigins?: readonly string[];
	/**
	 * The present, in milliseconds since the epoch, for timestamps and the freshness of responses. Default: `Date.now`.
	 * When it fails, sending ends with a SendError `"callback_failed"`.
	 */
	clock?: () => number;
	/** Waits before a repetition. Default: a timer. When it fails, sending ends with a SendError `"callback_failed"`. */
	delay?: (milliseconds: number, signal: Global<"AbortSignal">) => Promise<void>;
	/**
	 * Is told of every attempt when it has ended, to log it. It is not waited for; what it throws, or rejects with, is
	 * ignored.
	 */
	onAttempt?: (attempt: SendAttempt) => void;
}

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
