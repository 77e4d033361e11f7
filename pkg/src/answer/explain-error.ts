import { core } from "../core.js";
import { readLocale } from "../locale.js";
import { describe } from "../option-values.js";
import { plainParts } from "../plain-parts.js";
import type { ApiErrorExplanation, Locale, SignComparison, SignInformation } from "../types.js";
import { type ResponseParts, readBytes, readStatus } from "./response-parts.js";

/** Explains an error answer, whatever its status and its body. It says nothing about whether the answer is genuine. */
export function explainError(
	response: Pick<ResponseParts, "status" | "body">,
	locale?: Locale,
): ApiErrorExplanation {
	if (typeof response !== "object" || response === null) {
		throw new TypeError(`explainError takes the status and the body, not ${describe(response)}`);
	}
	return core().explain_error(readStatus(response.status), readBytes(response.body), readLocale(locale));
}

/**
 * Compares what WeChat Pay says that it built from the request (`explanation.signInformation` of a refused signature)
 * with the message that was signed.
 */
export function compareSignInformation(information: SignInformation, message: string): SignComparison {
	if (typeof information !== "object" || information === null || typeof message !== "string") {
		throw new TypeError(
			"compareSignInformation takes an explanation's signInformation and the signed message",
		);
	}
	return core().compare_sign_information(plainParts(information), message);
}
