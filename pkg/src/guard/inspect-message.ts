import { DEFAULT_TOLERANCE_SECONDS } from "../answer/verify-response.js";
import { core } from "../bridge/core.js";
import { isWellFormed } from "../bridge/json-text.js";
import type { Api, DefaultApi, IssueCode, Payload } from "../bridge/types.js";
import type { CoreExpectations, Inspection as CoreInspection } from "../generated/membercard.js";
import { MAX_BYTES, MAX_NONCE_LENGTH } from "../generated/records.js";
import { inOwnWords, type OwnWords, readOwnWords } from "../issues/own-words.js";
import {
	type Options,
	optional,
	optionsObject,
	required,
	strings,
	wholeNumber,
} from "../options/option-values.js";
import { ownMembers } from "../options/own-members.js";
import { isUint8Array } from "../runtime/bytes.js";
import { ask, coreOptions } from "../validate/core-options.js";
import type { ValidateOptions } from "../validate/options.js";
import type { Inspection } from "./types.js";

/** What a message must be to be signed. The options of the validation must be those that it was prepared with. */
export interface InspectOptions<A extends Api = DefaultApi> extends ValidateOptions<A> {
	/** The cards that may be updated, or `"any"`: whoever can hand in messages can then update all of them. */
	cardIds: readonly string[] | "any";
	/**
	 * Messages whose time differs by so much or more are refused. Default, and at most: 300, the 5 minutes that WeChat Pay
	 * allows.
	 */
	toleranceSeconds?: number;
	/** Shorter nonces are refused. Default: 16. */
	minNonceLength?: number;
	/** The warnings that are refused, too. `unknown_key` is refused without being named. */
	refuseWarnings?: readonly IssueCode[];
	/** The warnings that are accepted although they are refused by default: `["unknown_key"]`. */
	allowWarnings?: readonly IssueCode[];
}

/** How much of a message is read: more than the core accepts, so that what is cut off is refused for its length. */
const READ = 2 * MAX_BYTES;
/** How the first half of a surrogate pair would look in UTF-8, where it is forbidden. */
const LONE_SURROGATE = [0xed, 0xa0, 0x80];

/**
 * The signing guard: decides whether a message that comes from elsewhere may be signed. It accepts exactly a
 * membership-card update of an expected card, fresh, and with a body that is valid and in its normal form. Sign the
 * `message` of what it accepted, once: see `NonceMemory`.
 *
 * ```js
 * const { message } = prepare({ title: "会员卡" }, { cardId, mchid, serialNo });
 * inspectMessage(message, { cardIds: [cardId] }).accepted; // true
 * inspectMessage(message.replace("PATCH", "POST"), { cardIds: [cardId] }).refusals[0].code; // "wrong_method"
 * ```
 */
export function inspectMessage<A extends Api = DefaultApi>(
	message: string | Uint8Array,
	expect: InspectOptions<A>,
): Inspection<A> {
	const given = optionsObject(expect);
	const expectations = readExpectations(given);
	const options = coreOptions(given);
	if (typeof message !== "string" && !isUint8Array(message)) {
		throw new TypeError("inspectMessage takes a string or a Uint8Array");
	}
	const read = message.slice(0, READ);
	const bytes = typeof read === "string" ? utf8(read) : read;
	const found = ask((...about) => core().inspect_message(...about, expectations), bytes, options);
	return inspectionInOwnWords(found, readOwnWords(given)) as Inspection<A>;
}

function inspectionInOwnWords(found: CoreInspection, words: OwnWords | undefined): Inspection {
	const warnings = inOwnWords(found.warnings, words);
	if (found.accepted) {
		return { ...found, value: JSON.parse(found.body) as Payload, warnings };
	}
	const refusals = found.refusals.map((refusal) => ({
		...refusal,
		issues: inOwnWords(refusal.issues, words),
	}));
	return { ...found, warnings, refusals };
}

function readExpectations(given: Options): CoreExpectations {
	const read: CoreExpectations = ownMembers({});
	const cardIds = required(given, "cardIds", readCardIds);
	if (cardIds !== "any") {
		read.cardIds = cardIds;
	}
	const toleranceSeconds = wholeNumber(given, "toleranceSeconds", 0, DEFAULT_TOLERANCE_SECONDS);
	if (toleranceSeconds !== undefined) {
		read.toleranceSeconds = toleranceSeconds;
	}
	const minNonceLength = wholeNumber(given, "minNonceLength", 1, MAX_NONCE_LENGTH);
	if (minNonceLength !== undefined) {
		read.minNonceLength = minNonceLength;
	}
	for (const name of ["allowWarnings", "refuseWarnings"] as const) {
		const codes = strings(given, name);
		if (codes !== undefined) {
			read[name] = codes as IssueCode[];
		}
	}
	return read;
}

function readCardIds(given: Options, name: string): string[] | "any" | undefined {
	const value = given[name];
	if (value === "any") {
		return value;
	}
	return Array.isArray(value) ? strings(given, name) : optional(value, name, 'an array of strings or "any"');
}

/** The text in UTF-8. A lone surrogate becomes bytes that are none, so that it is refused and not replaced. */
function utf8(text: string): Uint8Array {
	const encoder = new TextEncoder();
	if (isWellFormed(text)) {
		return encoder.encode(text);
	}
	const start = encoder.encode(text.slice(0, text.search(/[\ud800-\udfff]/u)));
	return Uint8Array.from([...start, ...LONE_SURROGATE]);
}
