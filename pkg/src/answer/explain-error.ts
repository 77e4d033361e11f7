import { core } from "../core.js";
import { type LanguageTag, readLocale } from "../locale.js";
import { describe } from "../option-values.js";
import { plainParts } from "../plain-parts.js";
import { type ResponseParts, readBytes, readStatus } from "./response-parts.js";
import type { ApiErrorExplanation, SignComparison, SignInformation } from "./types.js";

/**
 * Explains an error answer, whatever its status and its body. It says nothing about whether the answer is genuine.
 *
 * ```js
 * const body = '{"code":"INVALID_REQUEST","message":"储值小程序path为空"}';
 * const { code, fields, retry } = explainError({ status: 400, body }, "en");
 * code; // "INVALID_REQUEST"
 * fields[0].pointer; // "/balance_information/balance_path"
 * retry; // { kind: "never" }
 * ```
 */
export function explainError(
	response: Pick<ResponseParts, "status" | "body">,
	locale?: LanguageTag,
): ApiErrorExplanation {
	if (typeof response !== "object" || response === null) {
		throw new TypeError(`explainError takes the status and the body, not ${describe(response)}`);
	}
	return core().explain_error(readStatus(response.status), readBytes(response.body), readLocale(locale));
}

/**
 * Compares what WeChat Pay says that it built from the request (`explanation.signInformation` of a refused signature)
 * with the message that was signed.
 *
 * ```js
 * const { message } = prepare({ title: "会员卡" }, { cardId, mchid, serialNo });
 * const built = { truncatedSignMessage: message.replace("PATCH", "POST") };
 * compareSignInformation(built, message).differences[0]; // { line: "method", ours: "PATCH", theirs: "POST" }
 * ```
 */
export function compareSignInformation(information: SignInformation, message: string): SignComparison {
	if (typeof information !== "object" || information === null || typeof message !== "string") {
		throw new TypeError(
			"compareSignInformation takes an explanation's signInformation and the signed message",
		);
	}
	return core().compare_sign_information(plainParts(information), message);
}
