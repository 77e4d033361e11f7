import { core } from "../bridge/core.js";
import { outcomeOf, responseOf, textOf, writeInput } from "../bridge/protocol.js";
import type {
	Api,
	DefaultApi,
	GetApi,
	Host,
	Issue,
	OptionsArgument,
	PreparedRequestData,
	Scheme,
	SignedRequest,
} from "../bridge/types.js";
import { encoder } from "../bridge/utf8.js";
import { encode } from "../bridge/writer.js";
import {
	Outcome,
	readIssue,
	readPreparedRequestData,
	readSignatureRefusal,
	readSignedRequest,
	writeGivenSignature,
} from "../generated/records.js";
import { type MessageFunction, readMessages, withMessages } from "../issues/custom-messages.js";
import { ValidationError } from "../issues/validation-error.js";
import { anyApi } from "../options/api.js";
import type { LanguageTag } from "../options/locale.js";
import { locale, optionalOptions } from "../options/option-values.js";
import { coreOptions } from "../validate/core-options.js";
import type { ValidateOptions } from "../validate/options.js";
import { encodePrepared, readPrepared } from "./encoded-request.js";
import { readSignature, type Signature } from "./signature.js";
import { SigningError } from "./signing-error.js";

/** A valid request without its signature. It is immutable plain data. */
export class PreparedRequest implements PreparedRequestData {
	declare readonly method: "PATCH" | "POST" | "GET";
	declare readonly url: string;
	/** Empty for reading a card. */
	declare readonly body: string;
	/** The string to sign. */
	declare readonly message: string;
	/** In Unix seconds. */
	declare readonly timestamp: number;
	declare readonly nonceStr: string;
	/** Empty for creating a card. */
	declare readonly cardId: string;
	/** Empty if a brand signs. */
	declare readonly mchid: string;
	/** The brand that signs, or that the query names. */
	declare readonly brandId?: string;
	declare readonly serialNo: string;
	declare readonly host: Host;
	declare readonly scheme: Scheme;
	declare readonly wechatpaySerial?: string;
	/** Warnings about the update and the request. */
	declare readonly issues: readonly Issue[];

	/** The endpoint; `undefined` for the module's default. */
	readonly #api: string | undefined;

	private constructor(data: PreparedRequestData, issues: readonly Issue[], api: string | undefined) {
		this.#api = api;
		Object.assign(this, data, { issues });
		Object.freeze(this);
	}

	/**
	 * Restores a request that another process prepared. It is checked again: give the same validation options. Throws a
	 * ValidationError if it is not valid, or an Error in the language of `options.locale` if it was changed.
	 */
	static from<A extends Api | GetApi = DefaultApi>(
		data: PreparedRequestData,
		...options: OptionsArgument<ValidateOptions<A>>
	): PreparedRequest;
	static from(data: PreparedRequestData, options?: unknown): PreparedRequest {
		if (typeof data !== "object" || data === null) {
			throw new TypeError("PreparedRequest.from takes what toJSON returned");
		}
		const given = optionalOptions(options);
		const { flags, now, members, read } = coreOptions(given, anyApi);
		const messages = readMessages(given);
		const request = encodePrepared(readPrepared(data));
		return PreparedRequest.of(core().restore(writeInput(request, members), flags, now), messages, read.api);
	}

	/**
	 * Reads the request of the call that returned this number. Throws a ValidationError.
	 *
	 * @internal
	 */
	static of(
		returned: number,
		messages: MessageFunction | undefined,
		api: string | undefined,
	): PreparedRequest {
		const outcome = outcomeOf(returned);
		if (outcome === Outcome.Refused) {
			throw new Error(textOf(returned));
		}
		const reader = responseOf(returned);
		if (outcome === Outcome.Invalid) {
			throw new ValidationError(withMessages(reader.list(readIssue), messages));
		}
		const data = readPreparedRequestData(reader);
		return new PreparedRequest(data, withMessages(reader.list(readIssue), messages), api);
	}

	/**
	 * Adds the signature of the message: base64 or bytes. Throws a SigningError if it cannot be a signature, in the
	 * language of `options.locale` (default: `"zh-CN"`).
	 */
	complete(signature: Signature, options?: { locale?: LanguageTag }): SignedRequest {
		const language = locale(optionalOptions(options), "locale") ?? "zh-CN";
		const read = readSignature(signature, language);
		const isBase64 = typeof read === "string";
		const bytes = isBase64 ? encoder.encode(read) : read;
		const given = encode((to) => writeGivenSignature(to, { isBase64, bytes, locale: language }));
		const returned = core().complete(
			writeInput(encodePrepared(this), given, encoder.encode(this.#api ?? "")),
		);
		const reader = responseOf(returned);
		if (outcomeOf(returned) === Outcome.Refused) {
			const { code, message } = readSignatureRefusal(reader);
			throw new SigningError(code, message, new Error(message));
		}
		return readSignedRequest(reader);
	}

	/** Plain data, for another process. */
	toJSON(): PreparedRequestData {
		const { issues, ...data } = this as PreparedRequestData & { issues: unknown };
		return data;
	}
}
