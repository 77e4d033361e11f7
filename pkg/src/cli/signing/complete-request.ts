import type { Session } from "../arguments/command.js";
import { Failure } from "../shared/failure.js";
import type { PreparedRequest, Signature, SignedRequest } from "../shared/library.js";

/** Adds a signature that comes from the user; one that cannot be is the user's to mend. */
export function completeRequest(
	{ library, locale }: Session,
	request: PreparedRequest,
	signature: Signature,
): SignedRequest {
	try {
		return request.complete(signature, { locale });
	} catch (error) {
		if (error instanceof library.SigningError) {
			const { message } = error;
			throw new Failure({
				"zh-CN": `签名不可用：${message}`,
				en: `the signature cannot be used: ${message}`,
			});
		}
		throw error;
	}
}
