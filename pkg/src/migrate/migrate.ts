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

/** The result of a migration: a draft of the new body, and what a person has to check. */
export interface Migration {
	/** The API of the card. */
	from: string;
	/** The draft of the new body as canonical JSON. */
	body: string;
	/** Whether the draft is valid as it is. */
	valid: boolean;
	/** The issues of the draft. */
	issues: Issue[];
	/** The fields that were taken over, in the order of the older card. */
	moved: MovedField[];
	/** Fields that were filled in, as JSON pointers, because the new API allows one value only. */
	given: string[];
	/** The fields that were left out, in the order of the older card, and why. */
	left: LeftField[];
	/** Fields that the endpoint needs and the older card lacks, as JSON pointers. */
	missing: string[];
}

/** A field that was taken over. */
export interface MovedField {
	/** Its JSON pointer in the older card. */
	from: string;
	/** Its JSON pointer in the new body, with `*` for list items. */
	to: string;
	/** Whether the value was converted. */
	isConverted: boolean;
	/** `"stated"` if both API pages describe the same field, `"inferred"` if only the names suggest it. */
	basis: "stated" | "inferred";
	/** A note for people. */
	note?: string;
}

/** A field that was left out. */
export interface LeftField {
	/** Its JSON pointer in the older card. */
	pointer: string;
	/** The reason: a stable code. */
	code: cardMember.LeftCode;
	/** The parameters of the message. */
	params: Record<string, string | number | string[]>;
	/** The reason in words. */
	message: string;
}

/**
 * Translates a card of `membercard-open` or of Official Accounts (公众号卡券) into a body of an endpoint. The card is a
 * response of the older API or a body for it, as an object or JSON text.
 *
 * Every value of the card appears in `moved` or `left`, so that nothing is lost silently. The body is a draft: fill in
 * what is `missing`, and check the rest. Throws a MigrationError if it is not a card of an older API.
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

/** Only modules of card-member have this function. */
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
