import type { SignedRequest } from "../bridge/types.js";
import { kindOf } from "../runtime/describe.js";

/**
 * A POSIX shell command that sends a signed request with curl, unchanged. It prints the whole response, with the
 * headers needed to verify it. Whoever has the command can send the request while it is fresh.
 *
 * ```js
 * const request = await sign({ title: "会员卡" }, { cardId, mchid, serialNo, signer });
 * curlCommand(request).split(" \\\n")[0]; // `curl --include --request PATCH '${request.url}'`
 * ```
 */
export function curlCommand(request: SignedRequest): string {
	if (typeof request?.headers !== "object" || request.headers === null) {
		throw new TypeError(`curlCommand takes a signed request, as complete returns it, not ${kindOf(request)}`);
	}
	const { method, url, headers, body } = request;
	const parts = [`curl --include --request ${method} ${quoted(url)}`];
	for (const [name, value] of Object.entries(headers)) {
		parts.push(`--header ${quoted(`${name}: ${value}`)}`);
	}
	if (body !== undefined) {
		parts.push(`--data-raw ${quoted(body)}`);
	}
	return parts.join(" \\\n  ");
}

function quoted(text: string): string {
	return `'${text.replaceAll("'", "'\\''")}'`;
}
