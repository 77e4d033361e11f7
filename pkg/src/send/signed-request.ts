import { core } from "../bridge/core.js";
import { outcomeOf, textOf, writeInput } from "../bridge/protocol.js";
import type { SignedRequest } from "../bridge/types.js";
import { encode } from "../bridge/writer.js";
import { ORIGINS, Outcome, writeSentPath } from "../generated/records.js";
import { operationOf } from "../options/api.js";
import { quoted } from "../runtime/describe.js";

/**
 * The headers that a signed request may have, in small letters: its own, and the language of WeChat Pay's messages.
 * Another one could say something else than what was signed to whatever lies between.
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
 * Reads a request that was signed, perhaps elsewhere: nothing but a request to the endpoint, sent to one of WeChat Pay's
 * hosts or the other origins. Throws a TypeError that says what is wrong.
 */
export function readSignedRequest(
	request: object,
	additionalOrigins: readonly string[],
	api: string | undefined,
): SignedRequest {
	const { method, url, headers, body } = request as Partial<SignedRequest>;
	if (
		method !== operationOf(api).method ||
		typeof url !== "string" ||
		typeof body !== "string" ||
		typeof headers?.Authorization !== "string"
	) {
		throw new TypeError(
			"send takes a signed request, as `complete` returns it, or the options of `sign` together with a payload",
		);
	}
	checkUrl(url, additionalOrigins, api);
	return { method: method as SignedRequest["method"], url, headers: readHeaders(headers), body };
}

/** The texts are compared as they are: no two readers of URLs can take an accepted one differently. */
function checkUrl(url: string, additionalOrigins: readonly string[], api: string | undefined): void {
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
