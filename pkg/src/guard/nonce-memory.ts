import { separateInstance } from "../bridge/core.js";
import type { Instance } from "../bridge/instance.js";
import { flagsOfLocale, outcomeOf } from "../bridge/protocol.js";
import { encoder } from "../bridge/utf8.js";
import type { CoreNonceMemory } from "../generated/membercard.js";
import { Outcome, readRefusal } from "../generated/records.js";
import { wholeNumber } from "../options/option-values.js";
import type { DisposableResource } from "../runtime/disposable.js";
import {
	acceptedNonce,
	type RememberOptions,
	readRememberOptions,
	refusalOf,
	refusedFor,
} from "./accepted-nonce.js";
import type { Inspection } from "./types.js";

const MAX_CAPACITY = 10_000_000;

/**
 * A bounded memory of nonces, so that no message is signed twice.
 *
 * It never forgets a nonce before its message is stale; when it is full of such nonces, it refuses new ones. A capacity
 * of 600 times the signatures per second always suffices.
 *
 * No fault of the package elsewhere makes it forget. Should one happen inside of `remember` (memory runs out, or the
 * stack), it throws an Error, and refuses everything from then on with the code `nonce_memory_lost`: it fails closed.
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
export class NonceMemory implements DisposableResource {
	/** Its own, so that a fault elsewhere does not make it forget. */
	readonly #instance: Instance;
	#memory: CoreNonceMemory | undefined;

	constructor(capacity: number) {
		this.#instance = separateInstance();
		const { CoreNonceMemory } = this.#instance.glue;
		this.#memory = new CoreNonceMemory(wholeNumber({ capacity }, "capacity", 1, MAX_CAPACITY) ?? missing());
	}

	/**
	 * Remembers the nonce of a message that was accepted and is about to be signed: returns the inspection, or one
	 * that refuses if the nonce was used before (`replayed_nonce`), its time has run out (`expired_nonce`), or the memory
	 * is full (`nonce_memory_full`) or lost (`nonce_memory_lost`). An inspection that refuses is returned as it is.
	 */
	remember(inspection: Inspection, options?: RememberOptions): Inspection {
		const accepted = acceptedNonce(inspection);
		const { nowSeconds, locale } = readRememberOptions(options);
		if (accepted === undefined) {
			return inspection;
		}
		const { nonceStr, expiresAt } = accepted;
		const memory = this.#remembered();
		if (this.#instance.isBroken) {
			return refusedFor(refusalOf("nonce_memory_lost", locale), accepted);
		}
		const input = this.#instance.writeInput([encoder.encode(nonceStr)]);
		const returned = memory.remember(input, expiresAt, nowSeconds, flagsOfLocale(locale));
		return outcomeOf(returned) === Outcome.Done
			? inspection
			: refusedFor(readRefusal(this.#instance.responseOf(returned)), accepted);
	}

	/**
	 * How many nonces are remembered, those included that the next call of `remember` will forget. None, once they were
	 * lost.
	 */
	get size(): number {
		const memory = this.#remembered();
		return this.#instance.isBroken ? 0 : memory.size();
	}

	/** Frees the memory. It cannot be used afterwards; to dispose of it again does nothing. */
	dispose(): void {
		this.#memory?.free();
		this.#memory = undefined;
	}

	/** The same, for `using`. */
	[Symbol.dispose](): void {
		this.dispose();
	}

	#remembered(): CoreNonceMemory {
		if (this.#memory === undefined) {
			throw new Error("this NonceMemory was disposed of and cannot be used any more");
		}
		return this.#memory;
	}
}

function missing(): never {
	throw new TypeError("NonceMemory takes its capacity");
}
