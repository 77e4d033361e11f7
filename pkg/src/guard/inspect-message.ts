import { core } from "../bridge/core.js";
import { isWellFormed } from "../bridge/json-text.js";
import { outcomeOf, responseOf, textOf, writeInput } from "../bridge/protocol.js";
import type { Api, DefaultApi, GetApi, IssueCode } from "../bridge/types.js";
import { encode } from "../bridge/writer.js";
import {
	type Expectations,
	MAX_BYTES,
	MAX_NONCE_LENGTH,
	Outcome,
	readAcceptedMessage,
	readRefusedMessage,
	writeExpectations,
} from "../generated/records.js";
import { type MessageFunction, readMessages, withMessages } from "../issues/custom-messages.js";
import { anyApi } from "../options/api.js";
import {
	type Options,
	optional,
	optionsObject,
	required,
	strings,
	wholeNumber,
} from "../options/option-values.js";
import { DEFAULT_TOLERANCE_SECONDS } from "../response/verify-response.js";
import { isUint8Array } from "../runtime/bytes.js";
import { coreOptions } from "../validate/core-options.js";
import type { ValidateOptions } from "../validate/options.js";
import type { Inspection } from "./types.js";

/**
 * What a message must match to be signed. `api` names the one expected endpoint: messages for other endpoints are
 * refused, also reading a card where an update is expected. Give the same validation options that the message was
 * prepared with.
 */
export interface InspectOptions<A extends Api | GetApi = DefaultApi> extends ValidateOptions<A> {
	/**
	 * The cards that may be changed or read. With `"any"`, whoever can submit messages can change or read every card. A
	 * creation names no card, so it passes in any case.
	 */
	cardIds: readonly string[] | "any";
	/**
	 * Refuse messages whose time differs by this many seconds or more. Default and maximum: 300, the 5 minutes that WeChat
	 * Pay allows.
	 */
	toleranceSeconds?: number;
	/** Refuse shorter nonces. In characters. Default: 16. */
	minNonceLength?: number;
	/** Refuse messages with these warnings. `unknown_key` is refused by default. */
	refuseWarnings?: readonly IssueCode[];
	/** Accept these warnings that are refused by default: `["unknown_key"]`. */
	allowWarnings?: readonly IssueCode[];
}

/** How much of a message is read. The core refuses a message of this length, so cutting longer ones is safe. */
const READ = 2 * MAX_BYTES;
/** A high surrogate encoded as UTF-8, which is ill-formed. */
const LONE_SURROGATE = [0xed, 0xa0, 0x80];

/**
 * The signing guard: decides whether to sign a message from elsewhere. It accepts only a fresh request to the expected
 * endpoint, about an expected card, with a valid and canonical body. Sign the `message` of the accepted inspection, and
 * only once: see `NonceMemory`.
 *
 * ```js
 * const { message } = prepare({ title: "会员卡" }, { cardId, mchid, serialNo });
 * inspectMessage(message, { cardIds: [cardId] }).accepted; // true
 * inspectMessage(message.replace("PATCH", "POST"), { cardIds: [cardId] }).refusals[0].code; // "wrong_method"
 * ```
 */
export function inspectMessage<A extends Api | GetApi = DefaultApi>(
	message: string | Uint8Array,
	expect: InspectOptions<A>,
): Inspection<A> {
	const given = optionsObject(expect);
	const expectations = readExpectations(given);
	const { flags, now, members } = coreOptions(given, anyApi);
	if (typeof message !== "string" && !isUint8Array(message)) {
		throw new TypeError("inspectMessage takes a string or a Uint8Array");
	}
	const read = message.slice(0, READ);
	const bytes = typeof read === "string" ? utf8(read) : read;
	const returned = core().inspect_message(writeInput(expectations, members, bytes), flags, now);
	return inspectionOf(returned, readMessages(given)) as Inspection<A>;
}

/** Reads the inspection of the call that returned this number. */
function inspectionOf(returned: number, messages: MessageFunction | undefined): Inspection {
	const outcome = outcomeOf(returned);
	if (outcome === Outcome.Refused) {
		throw new Error(textOf(returned));
	}
	const response = responseOf(returned);
	if (outcome === Outcome.Done) {
		const found = readAcceptedMessage(response);
		const value = found.body === "" ? undefined : JSON.parse(found.body);
		return { ...found, value, warnings: withMessages(found.warnings, messages) };
	}
	const found = readRefusedMessage(response);
	const refusals = found.refusals.map((refusal) => ({
		...refusal,
		issues: withMessages(refusal.issues, messages),
	}));
	return { ...found, warnings: withMessages(found.warnings, messages), refusals };
}

/** Encodes the expectations for the module. */
function readExpectations(given: Options): Uint8Array {
	const cardIds = required(given, "cardIds", readCardIds);
	const read: Expectations = {
		cardIds: cardIds === "any" ? undefined : cardIds,
		toleranceSeconds: wholeNumber(given, "toleranceSeconds", 0, DEFAULT_TOLERANCE_SECONDS),
		minNonceLength: wholeNumber(given, "minNonceLength", 1, MAX_NONCE_LENGTH),
		allowWarnings: strings(given, "allowWarnings") ?? [],
		refuseWarnings: strings(given, "refuseWarnings") ?? [],
	};
	return encode((to) => writeExpectations(to, read));
}

function readCardIds(given: Options, name: string): string[] | "any" | undefined {
	const value = given[name];
	if (value === "any") {
		return value;
	}
	return Array.isArray(value) ? strings(given, name) : optional(value, name, 'an array of strings or "any"');
}

/** Encodes a text as UTF-8. A lone surrogate becomes ill-formed bytes, so that it is refused rather than replaced. */
function utf8(text: string): Uint8Array {
	const encoder = new TextEncoder();
	if (isWellFormed(text)) {
		return encoder.encode(text);
	}
	const start = encoder.encode(text.slice(0, text.search(/[\ud800-\udfff]/u)));
	return Uint8Array.from([...start, ...LONE_SURROGATE]);
}
