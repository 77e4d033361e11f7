import { core } from "../bridge/core.js";
import { answeredText, lengthOf, outcomeOf, post } from "../bridge/mailbox.js";
import { issuesOf } from "../bridge/read-issues.js";
import { Reader } from "../bridge/reader.js";
import type { Host, Issue, PreparedRequestData, Scheme, SignedRequest } from "../bridge/types.js";
import { encoder } from "../bridge/utf8.js";
import { inOwnWords, type OwnWords, readOwnWords } from "../issues/own-words.js";
import { ValidationError } from "../issues/validation-error.js";
import type { LanguageTag } from "../options/locale.js";
import { locale, optionalOptions } from "../options/option-values.js";
import { coreOptions } from "../validate/core-options.js";
import type { ValidateOptions } from "../validate/options.js";
import { corePrepared } from "./core-request.js";
import { preparedOf, readPrepared, signedOf } from "./read-prepared.js";
import { readSignature, type Signature } from "./signature.js";
import { SigningError, type SigningErrorCode } from "./signing-error.js";

/** A valid request that waits for its signature. It is plain data and cannot be changed. */
export class PreparedRequest implements PreparedRequestData {
	declare readonly method: "PATCH";
	declare readonly url: string;
	declare readonly body: string;
	/** The canonical string to sign. */
	declare readonly message: string;
	/** In seconds. */
	declare readonly timestamp: number;
	declare readonly nonceStr: string;
	declare readonly cardId: string;
	declare readonly mchid: string;
	declare readonly serialNo: string;
	declare readonly host: Host;
	declare readonly scheme: Scheme;
	declare readonly wechatpaySerial?: string;
	/** Warnings about the update and the values around it. */
	declare readonly issues: readonly Issue[];

	private constructor(data: PreparedRequestData, issues: readonly Issue[]) {
		Object.assign(this, data, { issues });
		Object.freeze(this);
	}

	/**
	 * The request that another process prepared, checked again: the body with the same options. Throws a ValidationError
	 * if it is not valid, or another Error if it was changed on the way, in the language of `options.locale`.
	 */
	static from(data: PreparedRequestData, options?: ValidateOptions): PreparedRequest {
		if (typeof data !== "object" || data === null) {
			throw new TypeError("PreparedRequest.from takes what toJSON returned");
		}
		const given = optionalOptions(options);
		const { flags, now, extras } = coreOptions(given);
		const words = readOwnWords(given);
		const request = corePrepared(readPrepared(data));
		const { parts, timestamp } = request;
		post(parts, extras);
		const { restore } = core();
		const answer = restore(parts.length, request.flags, timestamp, extras.length, flags, now);
		return PreparedRequest.of(answer, words);
	}

	/**
	 * The request that the module answered; what is not valid becomes a ValidationError.
	 *
	 * @internal
	 */
	static of(answer: number, words: OwnWords | undefined): PreparedRequest {
		const { CoreOutcome } = core();
		const length = lengthOf(answer);
		switch (outcomeOf(answer)) {
			case CoreOutcome.Made: {
				const reader = new Reader(length);
				return new PreparedRequest(preparedOf(reader), inOwnWords(issuesOf(reader), words));
			}
			case CoreOutcome.Invalid:
				throw new ValidationError(inOwnWords(issuesOf(new Reader(length)), words));
			default:
				throw new Error(answeredText(length));
		}
	}

	/**
	 * Adds the signature of the message: base64, or its bytes. Throws a SigningError for what cannot be a signature, in the
	 * language of `options.locale`, by default `"zh-CN"`.
	 */
	complete(signature: Signature, options?: { locale?: LanguageTag }): SignedRequest {
		const language = locale(optionalOptions(options), "locale") ?? "zh-CN";
		const read = readSignature(signature, language);
		const { CoreOutcome, complete } = core();
		const isText = typeof read === "string";
		const bytes = isText ? encoder.encode(read) : read;
		const { parts, flags, timestamp } = corePrepared(this);
		post(parts, bytes);
		const isEnglish = language === "en";
		const answer = complete(parts.length, flags, timestamp, bytes.length, isText, isEnglish);
		if (outcomeOf(answer) !== CoreOutcome.Made) {
			const reader = new Reader(lengthOf(answer));
			const code = reader.text() as SigningErrorCode;
			const message = reader.text();
			throw new SigningError(code, message, new Error(message));
		}
		return signedOf(new Reader(lengthOf(answer)));
	}

	/** Plain data, to carry to another process. */
	toJSON(): PreparedRequestData {
		const { issues, ...data } = this as PreparedRequestData & { issues: unknown };
		return data;
	}
}
