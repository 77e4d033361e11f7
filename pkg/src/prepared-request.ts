import { type CoreOptions, core, isRejection } from "./core.js";
import { SigningError, ValidationError } from "./errors.js";
import type { ValidateOptions } from "./options.js";
import { readValidateOptions } from "./read-options.js";
import { isSignature, type Signature } from "./signer.js";
import type { Host, PreparedRequestData, Scheme, SignedRequest } from "./types.js";

/** What each request was validated with, for it is checked once more before the signature is added. */
const optionsOf = new WeakMap<PreparedRequest, CoreOptions>();

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

	/** Made by `prepare` and `PreparedRequest.from`. */
	constructor(data: PreparedRequestData) {
		Object.assign(this, data);
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
		const read = readValidateOptions(options);
		return validated(read, () => core().restore({ ...data }, read));
	}

	/** Adds the signature of the message: base64, or its bytes. Throws a SigningError for what cannot be a signature. */
	complete(signature: Signature): SignedRequest {
		if (!isSignature(signature)) {
			throw new SigningError("The signature must be a base64 string or a Uint8Array");
		}
		const { complete } = core();
		try {
			return complete(this.toJSON(), optionsOf.get(this) ?? readValidateOptions(undefined), signature);
		} catch (cause) {
			if (isRejection(cause)) {
				throw new ValidationError(cause.issues);
			}
			throw new SigningError(cause instanceof Error ? cause.message : "The signature was refused", cause);
		}
	}

	/** Plain data, to carry to another process. */
	toJSON(): PreparedRequestData {
		return { ...(this as PreparedRequestData) };
	}
}

/**
 * The request of the data that the core returns; what it rejects becomes a ValidationError.
 *
 * @internal
 */
export function validated(options: CoreOptions, run: () => PreparedRequestData): PreparedRequest {
	try {
		const request = new PreparedRequest(run());
		optionsOf.set(request, options);
		return request;
	} catch (thrown) {
		throw isRejection(thrown) ? new ValidationError(thrown.issues) : thrown;
	}
}
