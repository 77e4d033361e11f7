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
 * A bounded memory of nonces, for signing no message twice.
 *
 * It never forgets a nonce before its message is stale. If it is full of such nonces, it refuses new ones. A capacity
 * of 600 times the signatures per second is always enough.
 *
 * A fault elsewhere in the package does not make it forget. After a fault within `remember` (out of memory, stack
 * overflow) it throws an Error, and refuses everything from then on with the code `nonce_memory_lost`: it fails closed.
 *
 * It works in one process. Several servers that sign for one merchant must share a memory: `redisNonces`,
 * `postgresNonces`, or a `SharedNonceMemory` with your own store. It holds memory of the WebAssembly module until it is
 * disposed of or garbage-collected.
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
	/** A separate instance, so that a fault elsewhere does not make it forget. */
	readonly #instance: Instance;
	#memory: CoreNonceMemory | undefined;

	constructor(capacity: number) {
		this.#instance = separateInstance();
		const { CoreNonceMemory } = this.#instance.glue;
		this.#memory = new CoreNonceMemory(wholeNumber({ capacity }, "capacity", 1, MAX_CAPACITY) ?? missing());
	}

	/**
	 * Remembers the nonce of an accepted message before you sign it. Returns the inspection, or a refusal if the nonce was
	 * used before (`replayed_nonce`), its time has run out (`expired_nonce`), or the memory is full (`nonce_memory_full`)
	 * or lost (`nonce_memory_lost`). A refusal is returned unchanged.
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
	 * The number of remembered nonces, including expired ones that the next `remember` removes. 0 after the memory was
	 * lost.
	 */
	get size(): number {
		const memory = this.#remembered();
		return this.#instance.isBroken ? 0 : memory.size();
	}

	/** Frees the memory. It cannot be used afterwards. Calling it again does nothing. */
	dispose(): void {
		this.#memory?.free();
		this.#memory = undefined;
	}

	/** Calls `dispose`, for `using`. */
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
