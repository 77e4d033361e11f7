import { isUint8Array } from "./bytes.js";
import { core } from "./core.js";
import { MAX_BYTES, tooLarge, withHostText } from "./host-value.js";
import { toWellFormed } from "./json-text.js";
import type { RequestOptions, SignOptions, ValidateOptions } from "./options.js";
import { PreparedRequest } from "./prepared-request.js";
import { readRequestOptions, readSigner, readValidateOptions } from "./read-options.js";
import { askSigner } from "./signer.js";
import type { SignedRequest, Validation } from "./types.js";
import { withUtf8 } from "./utf8.js";
import { judge } from "./validation.js";

/** The version of the package. */
export function version(): string {
	return core().version();
}

/** Validates and normalizes an update that is a JavaScript value. */
export function validate(payload: unknown, options?: ValidateOptions): Validation {
	const read = readValidateOptions(options);
	return withHostText(payload, (text) => judge(text, true, read));
}

/** Validates and normalizes an update that is JSON text, read strictly. */
export function validateJson(json: string | Uint8Array, options?: ValidateOptions): Validation {
	const read = readValidateOptions(options);
	if (typeof json !== "string" && !isUint8Array(json)) {
		throw new TypeError("validateJson takes a string or a Uint8Array; validate takes any value");
	}
	if (json.length > MAX_BYTES) {
		return judge(tooLarge(), true, read);
	}
	return typeof json === "string"
		? withUtf8(toWellFormed(json), (text) => judge(text, false, read))
		: judge(json, false, read);
}

/** Validates an update and builds the request and the message to sign. Throws a ValidationError. */
export function prepare(payload: unknown, options: RequestOptions): PreparedRequest {
	const request = readRequestOptions(options);
	const read = readValidateOptions(options);
	return withHostText(payload, (text) => PreparedRequest.of(() => core().prepare(text, true, read, request)));
}

/** Validates an update, builds the request and has the signer sign it. Throws a ValidationError or a SigningError. */
export async function sign(payload: unknown, options: SignOptions): Promise<SignedRequest> {
	const signer = readSigner(options);
	const request = prepare(payload, options);
	return request.complete(await askSigner(signer, request));
}
