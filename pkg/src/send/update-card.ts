import { encodedValue } from "../bridge/encoded-value.js";
import { responseOf, textOf } from "../bridge/protocol.js";
import type { DefaultUpdateApi, Issue, State, UpdateApi } from "../bridge/types.js";
import { encoder } from "../bridge/utf8.js";
import { FormSession } from "../form/session.js";
import type { FieldChange } from "../form/types.js";
import { readFieldChange, readFormReport } from "../generated/records.js";
import { type MessageFunction, readMessages, withMessages } from "../issues/custom-messages.js";
import { ValidationError } from "../issues/validation-error.js";
import { api, getApi, operationOf } from "../options/api.js";
import type { Options } from "../options/option-values.js";
import { preparerOfText } from "../request/prepare.js";
import { getPreparer } from "../request/prepare-get.js";
import { readRequestOptions } from "../request/read-options.js";
import { readSigner } from "../request/signer.js";
import { parseCard } from "../response/verify-response.js";
import { type CoreOptions, coreOptions, withCurrent } from "../validate/core-options.js";
import { type ReadSendOptions, readSendOptions } from "./read-send-options.js";
import { type RequestSource, readUnsigned, repeatableSource, requestObject } from "./request-source.js";
import { SendError } from "./send-error.js";
import type { CardToUpdate, SendOptions } from "./send-options.js";
import { sendWithin, withBudget } from "./send-within.js";
import { Sending } from "./sending.js";

/** The result of `updateCard`. */
export type CardUpdateOutcome<A extends UpdateApi = DefaultUpdateApi> = {
	/** The card before the update. */
	before: State<A>;
	/**
	 * The top-level fields that differed from the card. A difference that an update cannot express (`null`) is not `sent`.
	 */
	changes: FieldChange[];
	/** Warnings about the update. */
	issues: readonly Issue[];
} & (
	| {
			/** The card had all values of the payload already. Nothing was sent. */
			status: "unchanged";
	  }
	| {
			/** The update was sent and took effect. */
			status: "updated";
			/** The body that was sent: the fields that differed, and those that the API requires with them. */
			body: string;
			/**
			 * The card after the update: from the response, or read again if no response came; `undefined` if the response has
			 * none.
			 */
			after: State<A> | undefined;
	  }
);

/**
 * Changes a card to what the payload says: reads the card, validates the difference against its state, and sends only
 * what differs, and what the API requires with it. If nothing differs, nothing is sent. If the outcome is unknown
 * (`mayHaveUpdated`), it reads the card once more to find out.
 *
 * Top-level fields are compared and sent as a whole, because WeChat Pay's pages do not say whether a PATCH merges or
 * replaces objects and lists. So give complete objects, for example the card's object with one member changed. Absent
 * fields stay unchanged.
 *
 * It rejects as `send` does. If the card was read once more and is unchanged, `mayHaveUpdated` is `false`. If it has
 * neither the old nor the new values, somebody else has changed it, and `mayHaveUpdated` stays `true`.
 *
 * WeChat Pay has no conditional update: somebody else may change the card between reading and updating. If both change
 * a field, the last update wins. Fields that are not sent are never changed.
 *
 * ```js
 * const wished = { payload: { title: "新会员卡" }, cardId, mchid, serialNo, signer };
 * (await updateCard(wished, { verifier })).status; // "updated"
 * (await updateCard(wished, { verifier })).status; // "unchanged"
 * ```
 */
export async function updateCard<A extends UpdateApi = DefaultUpdateApi>(
	request: CardToUpdate<A>,
	options: SendOptions<A>,
): Promise<CardUpdateOutcome<A>> {
	const update = new CardUpdate(readUnsigned(requestObject("updateCard", request)));
	const read = readSendOptions(options, update.reading.locale);
	const updated = await withBudget(read, async (budget) => {
		const run = (source: RequestSource) => new Sending(source, read, budget).run();
		const before = await run(update.reading);
		const change = update.compare(before);
		const found = { before: parseCard(before), changes: change.changes };
		if (!change.changes.some(({ sent }) => sent)) {
			return { ...found, status: "unchanged", issues: change.issues };
		}
		const sent = update.sending(change);
		const done = (after: string) => ({
			...found,
			status: "updated",
			body: change.body,
			after: parseCard(after),
			issues: sent.issues(),
		});
		return done(await run(sent.source).catch((error) => confirmUpdate(error, update, change, read)));
	});
	return updated as CardUpdateOutcome<A>;
}

/**
 * If the update may have taken effect, reads the card once more. Fulfils with the card if the update did; throws the
 * error otherwise.
 */
async function confirmUpdate(
	error: unknown,
	update: CardUpdate,
	change: Change,
	options: ReadSendOptions,
): Promise<string> {
	if (!(error instanceof SendError) || !error.mayHaveUpdated || options.signal?.aborted) {
		throw error;
	}
	// With a new time limit: the first may be used up.
	const after = await sendWithin(update.reading, options).catch(() => undefined);
	const effect = after && update.effectOf(change, after);
	if (after === undefined || effect !== "taken") {
		throw effect === "none" ? error.withoutEffect(options.locale) : error;
	}
	return after;
}

/** The difference between a payload and a card. */
interface Change {
	/** The canonical body to send. */
	body: string;
	/** The same fields as the caller gave them. */
	text: Uint8Array;
	changes: FieldChange[];
	issues: Issue[];
	/** The options for validating against the card. */
	core: CoreOptions;
}

/** A requested update. Later changes of the caller's objects have no effect. */
class CardUpdate {
	/** The source of requests that read the card. */
	readonly reading: RequestSource;
	readonly #given: Options;
	readonly #payload: Uint8Array;
	readonly #core: CoreOptions;
	readonly #messages: MessageFunction | undefined;

	constructor(given: Options) {
		const { payload, current } = given;
		if (payload === undefined) {
			throw new TypeError("the request's payload is missing");
		}
		if (current !== undefined && current !== null) {
			throw new TypeError("options.current cannot be given: updateCard reads the card itself");
		}
		const name = api(given);
		if (!operationOf(name).hasCardId) {
			throw new TypeError(`updateCard changes a card, and ${name} creates one: send does that`);
		}
		const toRead = { brandId: brandIdIn(payload), ...given };
		const signer = readSigner(given);
		this.reading = repeatableSource(toRead, getApi(given), signer, getPreparer(toRead));
		this.#given = given;
		this.#payload = encodedValue(payload);
		this.#core = coreOptions(given);
		this.#messages = readMessages(given);
		// Throws for missing options before anything is sent.
		readRequestOptions(given, operationOf(name));
	}

	/** Compares the payload with a card in JSON text. Throws a ValidationError if the difference is not valid. */
	compare(card: string): Change {
		const core = withCurrent(this.#core, encodedValue(parseCard(card)));
		return withForm(this.#payload, core, (form) => {
			const { body, issues } = readFormReport(responseOf(form.validate()));
			if (body === undefined) {
				throw new ValidationError(withMessages(issues, this.#messages));
			}
			const text = encoder.encode(textOf(form.patch()));
			return { body, text, core, changes: changesIn(form), issues: withMessages(issues, this.#messages) };
		});
	}

	/** The source of requests that send a change, and the issues of the last prepared request. */
	sending({ text, core }: Change): { source: RequestSource; issues(): readonly Issue[] } {
		const prepare = preparerOfText(text, this.#given, core);
		let issues: readonly Issue[] = [];
		const noting: typeof prepare = (attempt) => {
			const prepared = prepare(attempt);
			issues = prepared.issues;
			return prepared;
		};
		const sent = repeatableSource(this.#given, core.read.api, readSigner(this.#given), noting);
		return { source: sent, issues: () => issues };
	}

	/** The effect of a change on a card that was read afterwards: `"taken"`, `"none"`, or `undefined` if it is neither. */
	effectOf({ body, changes }: Change, card: string): "taken" | "none" | undefined {
		const core = withCurrent(this.#core, encodedValue(parseCard(card)));
		const left = withForm(encodedValue(JSON.parse(body)), core, changesIn).filter(({ sent }) => sent);
		if (left.length === 0) {
			return "taken";
		}
		const before = new Map(changes.map((change) => [change.pointer, JSON.stringify(change.before)]));
		const isAsBefore = ({ pointer, before: now }: FieldChange) => before.get(pointer) === JSON.stringify(now);
		const isAll = left.length === changes.filter(({ sent }) => sent).length;
		return isAll && left.every(isAsBefore) ? "none" : undefined;
	}
}

type CoreForm = FormSession["form"];

/** Calls a function with a form that holds the payload. */
function withForm<T>(payload: Uint8Array, core: CoreOptions, ask: (form: CoreForm) => T): T {
	const session = new FormSession(payload, core);
	try {
		return ask(session.form);
	} finally {
		session.dispose();
	}
}

function changesIn(form: CoreForm): FieldChange[] {
	return responseOf(form.changes()).list(readFieldChange);
}

/** The brand in a service provider's payload, for the query. */
function brandIdIn(payload: unknown): string | undefined {
	try {
		const { brand_id } = (payload ?? {}) as { brand_id?: unknown };
		return typeof brand_id === "string" ? brand_id : undefined;
	} catch {
		return undefined;
	}
}
