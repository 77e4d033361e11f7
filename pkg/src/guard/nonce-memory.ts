/// <reference lib="esnext.disposable" preserve="true" />

import { core } from "../core.js";
import type { CoreNonceMemory } from "../generated/membercard.js";
import { wholeNumber } from "../option-values.js";
import { acceptedNonce, type RememberOptions, readRememberOptions, refusedFor } from "./accepted-nonce.js";
import type { Inspection } from "./types.js";

const MAX_CAPACITY = 10_000_000;

/**
 * A bounded memory of nonces, so that no message is signed twice.
 *
 * It never forgets a nonce before its message is stale; when it is full of such nonces, it refuses new ones. A capacity
 * of 600 times the signatures per second always suffices.
 *
 * It lives in one process. Several servers that sign for one merchant need a memory that they share: `redisNonces`,
 * `postgresNonces`, or a `SharedNonceMemory` with a store of their own. It holds memory of the WebAssembly module until
 * it is disposed of, or collected.
 *
 * ```js
 * const nonces = new NonceMemory(12_000);
 * const { message } = prepare({ title: "会员卡" }, { cardId, mchid, serialNo });
 * const inspect = () => nonces.remember(inspectMessage(message, { cardIds: [cardId] }));
 * inspect().accepted; // true
 * inspect().refusals[0].code; // "replayed_nonce"
 * ```
 */
export class NonceMemory implements Disposable {
	readonly #memory: CoreNonceMemory;

	constructor(capacity: number) {
		const { CoreNonceMemory } = core();
		this.#memory = new CoreNonceMemory(wholeNumber({ capacity }, "capacity", 1, MAX_CAPACITY) ?? missing());
	}

	/**
	 * Remembers the nonce of a message that was accepted and is about to be signed: returns the inspection, or one
	 * that refuses if the nonce was used before, its time has run out, or the memory is full. An inspection that
	 * refuses is returned as it is.
	 */
	remember(inspection: Inspection, options?: RememberOptions): Inspection {
		const accepted = acceptedNonce(inspection);
		const { nowSeconds, locale } = readRememberOptions(options);
		if (accepted === undefined) {
			return inspection;
		}
		const { nonceStr, expiresAt } = accepted;
		const refusal = this.#memory.remember(nonceStr, expiresAt, nowSeconds, locale);
		return refusal === undefined ? inspection : refusedFor(refusal, accepted);
	}

	/** How many nonces are remembered, those included that the next call of `remember` will forget. */
	get size(): number {
		return this.#memory.size();
	}

	/** Frees the memory. It cannot be used afterwards. */
	dispose(): void {
		this.#memory.free();
	}

	/** The same, for `using`. */
	[Symbol.dispose](): void {
		this.dispose();
	}
}

function missing(): never {
	throw new TypeError("NonceMemory takes its capacity");
}
