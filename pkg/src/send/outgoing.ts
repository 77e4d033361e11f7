import type { Host, Locale, SignedRequest } from "../bridge/types.js";
import { HOSTS } from "../generated/records.js";
import { api } from "../options/api.js";
import { locale, oneOf, optionsObject } from "../options/option-values.js";
import type { SignOptions } from "../request/options.js";
import { preparing } from "../request/prepare.js";
import { askSigner, readSigner, type Signer } from "../request/signer.js";
import type { Deadline } from "../runtime/deadline.js";
import { kindOf } from "../runtime/describe.js";
import type { RequestToSign } from "./send-options.js";
import { readSignedRequest } from "./signed-request.js";

/** A request on its way, and the message that was signed if it is known. */
export interface Outgoing {
	request: SignedRequest;
	message?: string;
}

/** Where the requests of the attempts come from. What the caller gave was read: later changes of it do nothing. */
export interface Source {
	/** Whether every attempt can have a signature of its own. */
	repeatable: boolean;
	/** The host of the first attempt. */
	host: Host;
	locale: Locale | undefined;
	/** The endpoint, where the module has several. */
	api: string | undefined;
	/** The request for a host, as of a time in milliseconds. A signer that fails is told of in that language. */
	next(host: Host, now: number, deadline: Deadline, language: Locale): Promise<Outgoing>;
}

/** Tells the two kinds of requests apart, and reads them. Throws a TypeError for what is neither. */
export function sourceOf(request: unknown, additionalOrigins: readonly string[], options: unknown): Source {
	if (typeof request !== "object" || request === null) {
		throw new TypeError(`send takes a request, not ${kindOf(request)}`);
	}
	return "payload" in request || "signer" in request
		? toSign(request as RequestToSign)
		: signed(request, additionalOrigins, api(optionsObject(options)));
}

function signed(given: object, additionalOrigins: readonly string[], api: string | undefined): Source {
	const request = readSignedRequest(given, additionalOrigins, api);
	return { repeatable: false, host: "main", locale: undefined, api, next: async () => ({ request }) };
}

function toSign(request: RequestToSign): Source {
	const given = optionsObject(request);
	const { payload } = given;
	if (payload === undefined) {
		throw new TypeError("the request's payload is missing");
	}
	for (const name of ["timestamp", "nonceStr"]) {
		if (given[name] !== undefined) {
			throw new TypeError(`options.${name} cannot be given: every attempt has one of its own`);
		}
	}
	const signer = readSigner(given);
	const prepare = preparing(payload, given as unknown as SignOptions);
	return {
		repeatable: true,
		host: oneOf(given, "host", HOSTS) ?? "main",
		locale: locale(given, "locale"),
		api: api(given),
		async next(host, now, deadline, language) {
			const prepared = prepare({ host, timestamp: Math.floor(now / 1000) });
			const ask: Signer = (...asked) => deadline.race(signer(...asked));
			const signature = await askSigner(ask, prepared, language);
			return { request: prepared.complete(signature, { locale: language }), message: prepared.message };
		},
	};
}
