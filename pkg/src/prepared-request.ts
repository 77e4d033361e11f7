import { core, isRejection } from "./core.js";
import { SigningError, ValidationError } from "./errors.js";
import { isSignature, type Signature } from "./signer.js";
import type { PreparedRequestData, Scheme, SignedRequest } from "./types.js";

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
	declare readonly host: "main" | "backup";
	declare readonly scheme: Scheme;
	declare readonly wechatpaySerial?: string;

	/** @internal Made by `prepare` and `PreparedRequest.from`. */
	constructor(data: PreparedRequestData) {
		Object.assign(this, data);
		Object.freeze(this);
	}

	/** The request that another process prepared, checked again. Throws an Error if it was changed on the way. */
	static from(data: PreparedRequestData): PreparedRequest {
		if (typeof data !== "object" || data === null) {
			throw new TypeError("PreparedRequest.from takes what toJSON returned");
		}
		return rejecting(() => new PreparedRequest(core().restore({ ...data })));
	}

	/** Adds the signature of the message: base64, or its bytes. Throws a SigningError for what is no signature. */
	complete(signature: Signature): SignedRequest {
		if (!isSignature(signature)) {
			throw new SigningError("The signature must be a base64 string or a Uint8Array");
		}
		const { complete } = core();
		try {
			return complete(this.toJSON(), signature);
		} catch (cause) {
			throw new SigningError(cause instanceof Error ? cause.message : "The signature was refused", cause);
		}
	}

	/** Plain data, to carry to another process. */
	toJSON(): PreparedRequestData {
		return { ...(this as PreparedRequestData) };
	}
}

/** Turns what the core rejects into a ValidationError. */
export function rejecting<T>(run: () => T): T {
	try {
		return run();
	} catch (thrown) {
		throw isRejection(thrown) ? new ValidationError(thrown.issues) : thrown;
	}
}
