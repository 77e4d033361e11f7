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

/** What remembers the nonces of several servers, such as a database. `redisNonces` and `postgresNonces` make one. */
export interface NonceStore {
	/**
	 * Remembers a nonce at least until `expiresAt`, in Unix seconds by the store's clock: `true` if it is new, `false` if
	 * it was remembered before. Both happen in one step, so that of many who ask at once one alone hears `true`. It
	 * rejects if it cannot say for sure, also when `expiresAt` has passed by its clock. `signal` tells when nobody waits
	 * for it any more; what it answers then does not count.
	 */
	remember(nonceStr: string, expiresAt: number, options: { signal: Global<"AbortSignal"> }): Promise<boolean>;
}

/** How long a store is waited for, and who hears of its failures. */
export interface SharedNonceOptions {
	/** How many milliseconds the store may take, from 1 to 60 000. Default: 1000. */
	timeoutMs?: number;
	/** Is told why the store did not answer, for the server's log: refusals do not say. */
	onFailure?: (error: unknown) => void;
}

const TIMEOUT_MS = 1_000;
const MAX_TIMEOUT_MS = 60_000;

/**
 * A memory of nonces that several servers share, so that none of them signs what another one signed.
 *
 * It is used like `NonceMemory`, but its response is waited for. Whatever the store does but answer `true` in time, the
 * message is refused: nothing is signed while the store is away.
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
	 * Remembers the nonce of a message that was accepted and is about to be signed: fulfils with the inspection, or with
	 * one that refuses if the nonce was used before (`replayed_nonce`), its time has run out (`expired_nonce`), or the
	 * store does not answer in time (`nonce_store_unavailable`). An inspection that refuses is handed on as it is.
	 *
	 * After `nonce_store_unavailable` the nonce may count as used: the request is prepared again.
	 */
	async remember(inspection: Inspection, options?: RememberOptions): Promise<Inspection> {
		const accepted = acceptedNonce(inspection);
		const { nowSeconds, locale } = readRememberOptions(options);
		if (accepted === undefined) {
			return inspection;
		}
		// Before the nonce is used up: without the module there are no words for a refusal.
		core();
		const code = accepted.expiresAt > nowSeconds ? await this.#refusalCode(accepted) : "expired_nonce";
		return code === undefined ? inspection : refusedFor(refusalOf(code, locale), accepted);
	}

	/** The reason not to sign, or nothing if the store says for sure that the nonce is new. */
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

	/** How the telling ends decides nothing. */
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
