import { core, isRejection } from "./core.js";
import { coreOptions } from "./core-options.js";
import { SigningError, ValidationError } from "./errors.js";
import type { CorePrepared } from "./generated/membercard.js";
import { inOwnWords, type OwnWords, readOwnWords } from "./issues/own-words.js";
import { post } from "./mailbox.js";
import type { ValidateOptions } from "./options.js";
import { plainParts } from "./plain-parts.js";
import { isSignature, type Signature } from "./signer.js";
import type { Host, Issue, PreparedRequestData, Scheme, SignedRequest } from "./types.js";

/** A valid request that waits for its signature. It is plain data and cannot be changed. */
export class PreparedRequest implements PreparedRequestData {
	declare readonly method: "PATCH";
	declare readonly url: string;
	declare readonly body: string;
	/** The canonical string to sign. */
	declare readonly message: string;
	/** In seconds. */
	declare readonly timestamp: number;
	declare readonly nonceStr: string;
	declare readonly cardId: string;
	declare readonly mchid: string;
	declare readonly serialNo: string;
	declare readonly host: Host;
	declare readonly scheme: Scheme;
	declare readonly wechatpaySerial?: string;
	/** Warnings about the update and the values around it. */
	declare readonly issues: readonly Issue[];

	private constructor({ data, issues }: CorePrepared) {
		Object.assign(this, data, { issues });
		Object.freeze(this);
	}

	/**
	 * The request that another process prepared, checked again: the body with the same options. Throws a ValidationError
	 * if it is not valid, or another Error if it was changed on the way.
	 */
	static from(data: PreparedRequestData, options?: ValidateOptions): PreparedRequest {
		if (typeof data !== "object" || data === null) {
			throw new TypeError("PreparedRequest.from takes what toJSON returned");
		}
		const read = coreOptions(options);
		const parts = plainParts(data) as unknown as PreparedRequestData;
		const restored = () => {
			post(new Uint8Array(), read.extras);
			return core().restore(parts, read.extras.length, read.flags, read.now);
		};
		return PreparedRequest.of(restored, readOwnWords(options));
	}

	/**
	 * The request that the core prepares; what it rejects becomes a ValidationError.
	 *
	 * @internal
	 */
	static of(prepare: () => CorePrepared, words: OwnWords | undefined): PreparedRequest {
		let prepared: CorePrepared;
		try {
			prepared = prepare();
		} catch (thrown) {
			throw isRejection(thrown) ? new ValidationError(inOwnWords(thrown.issues, words)) : thrown;
		}
		return new PreparedRequest({ ...prepared, issues: inOwnWords(prepared.issues, words) });
	}

	/** Adds the signature of the message: base64, or its bytes. Throws a SigningError for what cannot be a signature. */
	complete(signature: Signature): SignedRequest {
		if (!isSignature(signature)) {
			throw new SigningError("The signature must be a base64 string or a Uint8Array");
		}
		const { complete } = core();
		try {
			// The bytes may be of another realm, whose classes the core does not know.
			return complete(this.toJSON(), typeof signature === "string" ? signature : new Uint8Array(signature));
		} catch (cause) {
			throw new SigningError(cause instanceof Error ? cause.message : "The signature was refused", cause);
		}
	}

	/** Plain data, to carry to another process. */
	toJSON(): PreparedRequestData {
		const { issues, ...data } = this as PreparedRequestData & { issues: unknown };
		return data;
	}
}
