import { core } from "../bridge/core.js";
import { describe, func, optionalOptions, wholeNumber } from "../options/option-values.js";
import { Deadline } from "../runtime/deadline.js";
import type { Global } from "../runtime/host.js";
import {
	type AcceptedNonce,
	acceptedNonce,
	type RememberOptions,
	readRememberOptions,
	refusalOf,
	refusedFor,
} from "./accepted-nonce.js";
import type { Inspection, RefusalCode } from "./types.js";

/**
 * A store that remembers the nonces of several servers, such as a database. `redisNonces` and `postgresNonces` have one
 * built in.
 */
export interface NonceStore {
	/**
	 * Remembers a nonce at least until `expiresAt` (Unix seconds, by the store's clock). Fulfils with `true` if it is new
	 * and `false` if it was remembered before, atomically: of concurrent calls only one gets `true`. It must reject if it
	 * cannot be sure, also if `expiresAt` has passed by its clock. `signal` aborts when nobody waits for the result any
	 * more.
	 */
	remember(nonceStr: string, expiresAt: number, options: { signal: Global<"AbortSignal"> }): Promise<boolean>;
}

/** Options of a shared nonce memory. */
export interface SharedNonceOptions {
	/** The time limit for the store in milliseconds, from 1 to 60 000. Default: 1000. */
	timeoutMs?: number;
	/** Called with the store's error, for the server's log. Refusals do not contain it. */
	onFailure?: (error: unknown) => void;
}

const TIMEOUT_MS = 1_000;
const MAX_TIMEOUT_MS = 60_000;

/**
 * A nonce memory that several servers share, so that no message is signed twice.
 *
 * Use it like `NonceMemory`, but await the result. A message is refused unless the store answers `true` in time:
 * nothing is signed while the store is down.
 *
 * ```js
 * const table = new Set(); // Stands for a store that all servers reach.
 * const nonces = new SharedNonceMemory({
 *   remember: async (nonceStr) => !table.has(nonceStr) && table.add(nonceStr) === table,
 * });
 * const { message } = prepare({ title: "会员卡" }, { cardId, mchid, serialNo });
 * const inspect = () => nonces.remember(inspectMessage(message, { cardIds: [cardId] }));
 * (await inspect()).accepted; // true
 * (await inspect()).refusals[0].code; // "replayed_nonce"
 * ```
 */
export class SharedNonceMemory {
	readonly #store: NonceStore;
	readonly #timeoutMs: number;
	readonly #onFailure: SharedNonceOptions["onFailure"];

	constructor(store: NonceStore, options?: SharedNonceOptions) {
		const given = optionalOptions(options);
		this.#store = readStore(store);
		this.#timeoutMs = wholeNumber(given, "timeoutMs", 1, MAX_TIMEOUT_MS) ?? TIMEOUT_MS;
		this.#onFailure = func<NonNullable<SharedNonceOptions["onFailure"]>>(given, "onFailure");
	}

	/**
	 * Remembers the nonce of an accepted message before you sign it. Fulfils with the inspection, or with a refusal if the
	 * nonce was used before (`replayed_nonce`), its time has run out (`expired_nonce`), or the store does not answer in
	 * time (`nonce_store_unavailable`). A refusal is returned unchanged.
	 *
	 * After `nonce_store_unavailable` the nonce may be used up: prepare the request again.
	 */
	async remember(inspection: Inspection, options?: RememberOptions): Promise<Inspection> {
		const accepted = acceptedNonce(inspection);
		const { nowSeconds, locale } = readRememberOptions(options);
		if (accepted === undefined) {
			return inspection;
		}
		// Fail before the nonce is used up: the message of a refusal needs the module.
		core();
		const code = accepted.expiresAt > nowSeconds ? await this.#refusalCode(accepted) : "expired_nonce";
		return code === undefined ? inspection : refusedFor(refusalOf(code, locale), accepted);
	}

	/** The reason not to sign; `undefined` only if the store says that the nonce is new. */
	async #refusalCode({ nonceStr, expiresAt }: AcceptedNonce): Promise<RefusalCode | undefined> {
		const deadline = new Deadline(this.#timeoutMs);
		try {
			const { signal } = deadline;
			const isNew: unknown = await deadline.race(this.#store.remember(nonceStr, expiresAt, { signal }));
			if (typeof isNew !== "boolean") {
				throw new TypeError(`a store of nonces must answer true or false, not ${describe(isNew)}`);
			}
			return isNew ? undefined : "replayed_nonce";
		} catch (error) {
			this.#reportFailure(error);
			return "nonce_store_unavailable";
		} finally {
			deadline.end();
		}
	}

	/** Errors of the callback are ignored. */
	async #reportFailure(error: unknown): Promise<void> {
		try {
			await this.#onFailure?.(error);
		} catch {}
	}
}

function readStore(store: NonceStore): NonceStore {
	if (typeof store?.remember !== "function") {
		throw new TypeError(`SharedNonceMemory takes a store with a function remember, not ${describe(store)}`);
	}
	return store;
}
