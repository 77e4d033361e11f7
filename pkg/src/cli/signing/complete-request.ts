import { Failure } from "../shared/failure.js";
import {
	type Locale,
	type PreparedRequest,
	type Signature,
	type SignedRequest,
	SigningError,
} from "../shared/library.js";

/** Adds a signature that comes from the user; one that cannot be is the user's to mend. */
export function completeRequest(request: PreparedRequest, signature: Signature): SignedRequest {
	const zh = completed(request, signature, "zh-CN");
	if (!(zh instanceof SigningError)) {
		return zh;
	}
	const en = completed(request, signature, "en") as SigningError;
	throw new Failure({
		"zh-CN": `签名不可用：${zh.message}`,
		en: `the signature cannot be used: ${en.message}`,
	});
}

function completed(
	request: PreparedRequest,
	signature: Signature,
	locale: Locale,
): SignedRequest | SigningError {
	try {
		return request.complete(signature, { locale });
	} catch (error) {
		if (error instanceof SigningError) {
			return error;
		}
		throw error;
	}
}
