/// <reference lib="esnext.disposable" preserve="true" />

import { instanceApart } from "../core.js";
import type { CoreNonceMemory } from "../generated/membercard.js";
import type { Instance } from "../instance.js";
import type { LanguageTag } from "../locale.js";
import { locale as localeOption, optionalOptions, time, wholeNumber } from "../option-values.js";
import type { Inspection } from "./types.js";

const MAX_CAPACITY = 10_000_000;

/**
 * A bounded memory of nonces, so that no message is signed twice.
 *
 * It never forgets a nonce before its message is stale; when it is full of such nonces, it refuses new ones. At the
 * default tolerance of 300 seconds, a capacity of 600 times the signatures per second always suffices.
 *
 * No fault of the package elsewhere makes it forget. Should one happen inside of `remember` (memory runs out, or the
 * stack), it throws an Error from then on: it fails closed.
 *
 * It lives in one process. Several servers that sign for one merchant need a memory that they share, such as a
 * database in which the nonce is a unique key and expires at the inspection's `expiresAt`. It holds memory of the
 * WebAssembly module until it is disposed of, or collected.
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
	/** Its own, so that a fault elsewhere does not make it forget. */
	readonly #instance: Instance;
	#memory: CoreNonceMemory | undefined;

	constructor(capacity: number) {
		this.#instance = instanceApart();
		const { CoreNonceMemory } = this.#instance.glue;
		this.#memory = new CoreNonceMemory(wholeNumber({ capacity }, "capacity", 1, MAX_CAPACITY) ?? missing());
	}

	/**
	 * Remembers the nonce of a message that was accepted and is about to be signed: returns the inspection, or one
	 * that refuses if the nonce was used before, its time has run out, or the memory is full. An inspection that
	 * refuses is returned as it is.
	 */
	remember(inspection: Inspection, options?: { now?: number; locale?: LanguageTag }): Inspection {
		if (typeof inspection?.accepted !== "boolean") {
			throw new TypeError("NonceMemory.remember takes what inspectMessage returned");
		}
		const given = optionalOptions(options);
		const now = time(given, "now") ?? Date.now();
		const locale = localeOption(given, "locale") ?? "zh-CN";
		if (!inspection.accepted) {
			return inspection;
		}
		const { nonceStr, expiresAt, warnings } = inspection;
		const refusal = this.#remembered().remember(nonceStr, expiresAt, Math.floor(now / 1000), locale);
		return refusal === undefined ? inspection : { accepted: false, refusals: [refusal], warnings };
	}

	/** How many nonces are remembered, those included that the next call of `remember` will forget. */
	get size(): number {
		return this.#remembered().size();
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
		if (this.#instance.isBroken) {
			throw new Error(
				"this NonceMemory has lost what it knew to a fault inside of it, so that it lets nothing be signed any more: make a new one when all that was signed before is stale, after twice the tolerance",
			);
		}
		return this.#memory;
	}
}

function missing(): never {
	throw new TypeError("NonceMemory takes its capacity");
}
