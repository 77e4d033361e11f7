import type { Host, Locale, SignedRequest } from "../bridge/types.js";
import { HOSTS } from "../generated/records.js";
import { anyOperationOf, api, getApi } from "../options/api.js";
import { locale, type Options, oneOf, optionsObject, string } from "../options/option-values.js";
import { type Preparer, preparerOf } from "../request/prepare.js";
import { getPreparer } from "../request/prepare-get.js";
import { callSigner, readSigner, type Signer } from "../request/signer.js";
import type { Deadline } from "../runtime/deadline.js";
import { kindOf } from "../runtime/describe.js";
import { readAdditionalOrigins } from "./read-send-options.js";
import { readSignedRequest } from "./signed-request.js";

/** A request to send, and its signed message if known. */
export interface Outgoing {
	request: SignedRequest;
	message?: string;
}

/** Makes the request of each attempt. Later changes of the caller's objects have no effect. */
export interface RequestSource {
	/** Whether each attempt can be signed anew. */
	repeatable: boolean;
	/** The host of the first attempt. */
	host: Host;
	locale: Locale | undefined;
	/** The endpoint; `undefined` for the module's default. */
	api: string | undefined;
	/** The card that a response must contain, if it contains one. */
	cardId: string | undefined;
	/** Whether the request reads a card. */
	isReading: boolean;
	/** Makes the request for a host and a time in milliseconds. `language` is that of a signer's error. */
	next(host: Host, now: number, deadline: Deadline, language: Locale): Promise<Outgoing>;
}

/** The public function, for error messages. */
type Caller = "send" | "fetchCard" | "updateCard";

/**
 * A source of requests that change or create a card. The request may be signed already. Throws a TypeError for an
 * invalid one.
 */
export function updateSource(caller: Caller, request: unknown, options: unknown): RequestSource {
	const given = requestObject(caller, request);
	const origins = readAdditionalOrigins(options);
	return "payload" in given || "signer" in given
		? unsignedUpdate(given)
		: signedSource(caller, given, origins, api(optionsObject(options)));
}

/** A source of requests that read a card. The request may be signed already. Throws a TypeError for an invalid one. */
export function getSource(caller: Caller, request: unknown, options: unknown): RequestSource {
	const given = requestObject(caller, request);
	const origins = readAdditionalOrigins(options);
	return "signer" in given || !("headers" in given)
		? unsignedGet(given)
		: signedSource(caller, given, origins, getApi(optionsObject(options)));
}

/** Throws a TypeError unless the request is an object. */
export function requestObject(caller: Caller, request: unknown): object {
	if (typeof request !== "object" || request === null) {
		throw new TypeError(`${caller} takes a request, not ${kindOf(request)}`);
	}
	return request;
}

function signedSource(
	caller: Caller,
	given: object,
	origins: readonly string[],
	api: string | undefined,
): RequestSource {
	const { request, cardId } = readSignedRequest(caller, given, origins, api);
	return {
		repeatable: false,
		host: "main",
		locale: undefined,
		api,
		cardId,
		isReading: request.method === "GET",
		next: async () => ({ request }),
	};
}

function unsignedUpdate(request: object): RequestSource {
	const given = readUnsigned(request);
	const { payload } = given;
	if (payload === undefined) {
		throw new TypeError("the request's payload is missing");
	}
	const signer = readSigner(given);
	return repeatableSource(given, api(given), signer, preparerOf(payload, given));
}

function unsignedGet(request: object): RequestSource {
	const given = readUnsigned(request);
	return repeatableSource(given, getApi(given), readSigner(given), getPreparer(given));
}

/** Reads a request to sign. Throws a TypeError for `timestamp` and `nonceStr`, which each attempt makes anew. */
export function readUnsigned(request: object): Options {
	const given = optionsObject(request);
	for (const name of ["timestamp", "nonceStr"]) {
		if (given[name] !== undefined) {
			throw new TypeError(`options.${name} cannot be given: every attempt has one of its own`);
		}
	}
	return given;
}

/** A source that prepares and signs a new request for each attempt. */
export function repeatableSource(
	given: Options,
	api: string | undefined,
	signer: Signer,
	prepare: Preparer,
): RequestSource {
	const { hasCardId, method } = anyOperationOf(api);
	return {
		repeatable: true,
		host: oneOf(given, "host", HOSTS) ?? "main",
		locale: locale(given, "locale"),
		api,
		cardId: hasCardId ? string(given, "cardId") : undefined,
		isReading: method === "GET",
		async next(host, now, deadline, language) {
			const prepared = prepare({ host, timestamp: Math.floor(now / 1000) });
			const call: Signer = (...args) => deadline.race(signer(...args));
			const signature = await callSigner(call, prepared, language);
			return { request: prepared.complete(signature, { locale: language }), message: prepared.message };
		},
	};
}
