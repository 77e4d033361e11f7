import { core } from "../bridge/core.js";
import { outcomeOf, textOf, writeInput } from "../bridge/protocol.js";
import type { Api, Issue } from "../bridge/types.js";
import { encoder, withUtf8 } from "../bridge/utf8.js";
import { encode } from "../bridge/writer.js";
import type * as cardMember from "../generated/card-member/membercard.js";
import { Outcome, writeMigrationRequest } from "../generated/records.js";
import { type ApiOptions, readApiOptions } from "../options/api-options.js";
import { describe, optionsObject } from "../options/option-values.js";
import { coreOptions } from "../validate/core-options.js";
import { validateText } from "../validate/validate-text.js";
import { MigrationError } from "./migration-error.js";

export type { LeftCode } from "../generated/card-member/membercard.js";

/** What became of a card of an older API: a draft of the new body, and all that a person has to look at. */
export interface Migration {
	/** The API that the card is of. */
	from: string;
	/** The new body as canonical JSON, as far as it is known: a draft. */
	body: string;
	/** Whether the draft can be sent as it is. */
	valid: boolean;
	/** What the endpoint's validator says of the draft. */
	issues: Issue[];
	/** The fields whose values were moved, in the order of the older card. */
	moved: MovedField[];
	/** The fields that the new body has because the new API takes no other value, as JSON pointers. */
	given: string[];
	/** The fields whose values are not in the new body, in the order of the older card, and why. */
	left: LeftField[];
	/** The fields that the endpoint asks for and the older card does not give, as JSON pointers. */
	missing: string[];
}

/** A field whose value is in the new body. */
export interface MovedField {
	/** Where the older card has it, as a JSON pointer. */
	from: string;
	/** Where the new API has it, as a JSON pointer with `*` for the item of a list. */
	to: string;
	/** Whether the value is written in another way. */
	isConverted: boolean;
	/** Whether the pages of both APIs describe the same field, or nothing but its name suggests it. */
	basis: "stated" | "inferred";
	/** What else is to be known about it. */
	note?: string;
}

/** A field of the older card whose value is not in the new body. */
export interface LeftField {
	/** Where the older card has it, as a JSON pointer. */
	pointer: string;
	/** Why: a stable name to branch on. */
	code: cardMember.LeftCode;
	/** The values that the message is filled with. */
	params: Record<string, string | number | string[]>;
	/** Why, in words. */
	message: string;
}

/**
 * Translates a card of `membercard-open`, or one of Official Accounts (公众号卡券), into a body of an endpoint: what the API
 * answered, or a body for it, as an object or as JSON text.
 *
 * Each value of the card is told as moved or as left, so that nothing is lost in silence. The body is a draft: fill in what is
 * `missing`, and decide what a person has to. Throws a MigrationError if it is no card of an older API.
 *
 * ```js
 * const { body, left, missing } = migrate({ title: "会员卡" }, { api: "card-member.brand.create" });
 * ```
 */
export function migrate(card: object | string, options: ApiOptions<Api>): Migration {
	const given = optionsObject(options);
	const request = readApiOptions(given);
	const input = encode((to) => writeMigrationRequest(to, request));
	const returned = cardMemberCore().migrate_card(writeInput(input, encoder.encode(jsonOf(card))));
	const response = JSON.parse(textOf(returned));
	if (outcomeOf(returned) === Outcome.Refused) {
		throw new MigrationError(response.message, response.code);
	}
	const { valid, issues } = withUtf8(response.body, (text) => validateText(text, coreOptions(given)));
	return { ...response, valid, issues };
}

/** Only the modules of card-member have the function. */
function cardMemberCore(): Pick<typeof cardMember, "migrate_card"> {
	return core() as unknown as Pick<typeof cardMember, "migrate_card">;
}

function jsonOf(card: unknown): string {
	if (typeof card === "string") {
		return card;
	}
	if (typeof card !== "object" || card === null) {
		throw new TypeError(`card must be an object or JSON text, not ${describe(card)}`);
	}
	return JSON.stringify(card);
}
