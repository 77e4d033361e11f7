import { Failure } from "../shared/failure.js";
import type { Library } from "../shared/libraries.js";
import type { Locale, PreparedRequest, Signature, SignedRequest, SigningError } from "../shared/library.js";

/** Adds a signature that comes from the user; one that cannot be is the user's to mend. */
export function completeRequest(
	library: Library,
	request: PreparedRequest,
	signature: Signature,
): SignedRequest {
	const zh = completed(library, request, signature, "zh-CN");
	if (!(zh instanceof library.SigningError)) {
		return zh;
	}
	const en = completed(library, request, signature, "en") as SigningError;
	throw new Failure({
		"zh-CN": `签名不可用：${zh.message}`,
		en: `the signature cannot be used: ${en.message}`,
	});
}

function completed(
	{ SigningError }: Library,
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
