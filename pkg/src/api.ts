import { isUint8Array } from "./bytes.js";
import { type CoreOptions, core } from "./core.js";
import { ValidationError } from "./errors.js";
import { MAX_BYTES, TOO_LARGE, writeHostValue } from "./host-value.js";
import { inOwnWords, readOwnWords } from "./issues/own-words.js";
import { validationInOwnWords } from "./issues/validation-in-own-words.js";
import { toWellFormed } from "./json-text.js";
import type { RequestOptions, SignOptions, ValidateOptions } from "./options.js";
import { PreparedRequest } from "./prepared-request.js";
import { readRequestOptions, readSigner, readValidateOptions } from "./read-options.js";
import { askSigner } from "./signer.js";
import type { SignedRequest, Validation } from "./types.js";
import { validation } from "./validation.js";

/** The version of the package. */
export function version(): string {
	return core().version();
}

/** Validates and normalizes an update that is a JavaScript value. */
export function validate(payload: unknown, options?: ValidateOptions): Validation {
	const found = validation(core().validate(writeHostValue(payload), true, readValidateOptions(options)));
	return validationInOwnWords(found, readOwnWords(options));
}

/** Validates and normalizes an update that is JSON text, read strictly. */
export function validateJson(json: string | Uint8Array, options?: ValidateOptions): Validation {
	const read = readValidateOptions(options);
	if (!isJsonText(json)) {
		throw new TypeError("validateJson takes a string or a Uint8Array; validate takes any value");
	}
	return validationInOwnWords(judgeJson(json, read), readOwnWords(options));
}

function judgeJson(json: string | Uint8Array, read: CoreOptions): Validation {
	if (json.length > MAX_BYTES) {
		return validation(core().validate(TOO_LARGE, true, read));
	}
	return validation(
		typeof json === "string"
			? core().validate(toWellFormed(json), false, read)
			: core().validate_bytes(json, read),
	);
}

/** Validates an update and builds the request and the message to sign. Throws a ValidationError. */
export function prepare(payload: unknown, options: RequestOptions): PreparedRequest {
	const request = readRequestOptions(options);
	const read = readValidateOptions(options);
	const prepared = () => core().prepare(writeHostValue(payload), true, read, request);
	return PreparedRequest.of(prepared, readOwnWords(options));
}

/**
 * Validates an update that is JSON text, read strictly, and builds the request and the message to sign. Throws a
 * ValidationError.
 */
export function prepareJson(json: string | Uint8Array, options: RequestOptions): PreparedRequest {
	const request = readRequestOptions(options);
	const read = readValidateOptions(options);
	const words = readOwnWords(options);
	if (!isJsonText(json)) {
		throw new TypeError("prepareJson takes a string or a Uint8Array; prepare takes any value");
	}
	const text = json.length > MAX_BYTES ? undefined : textOf(json);
	if (text === undefined) {
		throw new ValidationError(inOwnWords(judgeJson(json, read).issues, words));
	}
	return PreparedRequest.of(() => core().prepare(toWellFormed(text), false, read, request), words);
}

/** Validates an update, builds the request and has the signer sign it. Throws a ValidationError or a SigningError. */
export async function sign(payload: unknown, options: SignOptions): Promise<SignedRequest> {
	const signer = readSigner(options);
	const request = prepare(payload, options);
	return request.complete(await askSigner(signer, request));
}

function isJsonText(json: unknown): json is string | Uint8Array {
	return typeof json === "string" || isUint8Array(json);
}

/** The text; nothing, if the bytes are not UTF-8. */
function textOf(json: string | Uint8Array): string | undefined {
	if (typeof json === "string") {
		return json;
	}
	try {
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(json);
	} catch {
		return undefined;
	}
}
