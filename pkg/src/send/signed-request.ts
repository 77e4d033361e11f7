import { core } from "../bridge/core.js";
import { outcomeOf, textOf, writeInput } from "../bridge/protocol.js";
import type { SignedRequest } from "../bridge/types.js";
import { encode } from "../bridge/writer.js";
import { ORIGINS, Outcome, writeSentPath } from "../generated/records.js";
import { anyOperationOf } from "../options/api.js";
import { quoted } from "../runtime/describe.js";

/**
 * The headers of a signed request in lower case, and the language of WeChat Pay's messages. Another header could tell a
 * proxy something that was not signed.
 */
const HEADERS = [
	"authorization",
	"accept",
	"content-type",
	"user-agent",
	"wechatpay-serial",
	"accept-language",
];
const VISIBLE_ASCII = /^[\x20-\x7e]*$/;

/**
 * Reads a signed request, perhaps from elsewhere. It must go to the endpoint, on one of WeChat Pay's hosts or the
 * additional origins. Throws a TypeError that says what is wrong.
 */
export function readSignedRequest(
	caller: string,
	request: object,
	additionalOrigins: readonly string[],
	api: string | undefined,
): { request: SignedRequest; cardId: string | undefined } {
	const { method, url, headers, body } = request as Partial<SignedRequest>;
	const expected = anyOperationOf(api).method;
	if (
		method !== expected ||
		typeof url !== "string" ||
		(typeof body !== "string" && (expected !== "GET" || body !== undefined)) ||
		typeof headers?.Authorization !== "string"
	) {
		const unsigned = expected === "GET" ? "" : " together with a payload";
		throw new TypeError(
			`${caller} takes a signed request, as \`complete\` returns it, or the options of \`sign\`${unsigned}`,
		);
	}
	const cardId = cardIdIn(url, additionalOrigins, api);
	const read = { method, url, headers: readHeaders(headers) };
	return {
		request: body === undefined ? read : { ...read, body },
		cardId: cardId === "" ? undefined : cardId,
	};
}

/**
 * The card that a URL names; "" for creating one. It compares strings and does not parse the URL, so that no other
 * parser can read an accepted URL differently.
 */
function cardIdIn(url: string, additionalOrigins: readonly string[], api: string | undefined): string {
	const allowed = [...ORIGINS, ...additionalOrigins];
	const origin = allowed.find((origin) => url.startsWith(`${origin}/`));
	if (origin === undefined) {
		throw new TypeError(
			`request.url must begin with ${allowed.join(" or ")}, not be ${quoted(url)}; options.additionalOrigins allows others`,
		);
	}
	const path = encode((to) => writeSentPath(to, { api, path: url.slice(origin.length) }));
	const checked = core().check_path(writeInput(path));
	if (outcomeOf(checked) === Outcome.Refused) {
		throw new TypeError(`request.url is not that of a card. ${textOf(checked)}`);
	}
	return textOf(checked);
}

function readHeaders(headers: object): Record<string, string> {
	const read: Record<string, string> = {};
	const left = new Set(HEADERS);
	for (const [name, value] of Object.entries(headers)) {
		if (!left.delete(name.toLowerCase())) {
			throw new TypeError(
				`request.headers: ${quoted(name)} is no header of a signed request, or stands there twice; options.fetch can add headers of your own`,
			);
		}
		if (typeof value !== "string" || !VISIBLE_ASCII.test(value)) {
			throw new TypeError(`request.headers: the value of ${name} must be one line of ASCII`);
		}
		read[name] = value;
	}
	return read;
}
