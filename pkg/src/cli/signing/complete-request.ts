import { Failure } from "../shared/failure.js";
import {
	type Locale,
	type PreparedRequest,
	type Signature,
	type SignedRequest,
	SigningError,
} from "../shared/library.js";

/** Adds a signature that comes from the user; one that cannot be is the user's to mend. */
export function completeRequest(
	request: PreparedRequest,
	signature: Signature,
	locale: Locale,
): SignedRequest {
	try {
		return request.complete(signature, { locale });
	} catch (error) {
		if (error instanceof SigningError) {
			const { message } = error;
			throw new Failure({
				"zh-CN": `签名不可用：${message}`,
				en: `the signature cannot be used: ${message}`,
			});
		}
		throw error;
	}
}
