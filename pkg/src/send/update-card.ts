import { encodedValue } from "../bridge/encoded-value.js";
import { responseOf, textOf } from "../bridge/protocol.js";
import type { DefaultUpdateApi, Issue, State, UpdateApi } from "../bridge/types.js";
import { encoder } from "../bridge/utf8.js";
import { FormSession } from "../form/session.js";
import type { FieldChange } from "../form/types.js";
import { readFieldChange, readFormReport } from "../generated/records.js";
import { type MessageOf, readMessages, withMessages } from "../issues/custom-messages.js";
import { ValidationError } from "../issues/validation-error.js";
import { getApi } from "../options/any-api.js";
import { api, operationOf } from "../options/api.js";
import type { Options } from "../options/option-values.js";
import { preparingText } from "../request/prepare.js";
import { preparingGet } from "../request/prepare-get.js";
import { readRequestOptions } from "../request/read-options.js";
import { readSigner } from "../request/signer.js";
import { cardIn } from "../response/card-in.js";
import { type CoreOptions, coreOptions, withCurrent } from "../validate/core-options.js";
import { readToSign, requestObject, type Source, source } from "./outgoing.js";
import { type ReadSendOptions, readSendOptions } from "./read-send-options.js";
import { SendError } from "./send-error.js";
import type { CardToUpdate, SendOptions } from "./send-options.js";
import { sendWithin, withBudget } from "./send-within.js";
import { Sending } from "./sending.js";

/** What `updateCard` has done. */
export type CardUpdateOutcome<A extends UpdateApi = DefaultUpdateApi> = {
	/** The card as it was read before. */
	before: State<A>;
	/** The top-level fields that differed from the card. Those that an update cannot express (a `null`) are not `sent`. */
	changes: FieldChange[];
	/** Warnings about the update. */
	issues: readonly Issue[];
} & (
	| {
			/** The card held all of the payload already: nothing was sent. */
			status: "unchanged";
	  }
	| {
			/** The update was sent, and took effect. */
			status: "updated";
			/** What was sent: the fields that differed, and those that every update must have. */
			body: string;
			/** The card afterwards, as the response holds it, or as it was read where no response told; `undefined` if the response has none. */
			after: State<A> | undefined;
	  }
);

/**
 * Makes a card what the payload says: reads the card, compares, validates the difference against the card's state, and sends
 * only what differs. Nothing is sent if nothing does. If the outcome of the update is not known then (`mayHaveUpdated`), the
 * card is read once more: the update has taken effect if the card holds it.
 *
 * Top-level fields are compared and sent as a whole, for WeChat Pay's pages do not say whether a PATCH merges objects and lists
 * or replaces them: give each object complete, such as the card's own with one member changed. A field that is absent stays as
 * it is.
 *
 * It rejects as `send` does. Where the card was read once more and is as it was before, `mayHaveUpdated` is `false`; where it
 * holds neither what it held before nor the update, somebody else has changed it meanwhile, and `mayHaveUpdated` stays `true`.
 *
 * WeChat Pay has no conditional update: between the reading and the update somebody else may change the card. Of a field that
 * both change, the last one wins; fields that are not sent are never touched.
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
	const update = new CardUpdate(readToSign(requestObject("updateCard", request)));
	const read = readSendOptions(options, update.reading.locale);
	const updated = await withBudget(read, async (budget) => {
		const run = (source: Source) => new Sending(source, read, budget).run();
		const before = await run(update.reading);
		const change = update.compare(before);
		const found = { before: cardIn(before), changes: change.changes };
		if (!change.changes.some(({ sent }) => sent)) {
			return { ...found, status: "unchanged", issues: change.issues };
		}
		const sent = update.sending(change);
		const done = (after: string) => ({
			...found,
			status: "updated",
			body: change.body,
			after: cardIn(after),
			issues: sent.issues(),
		});
		return done(await run(sent.source).catch((error) => findOut(error, update, change, read)));
	});
	return updated as CardUpdateOutcome<A>;
}

/** Reads the card once more, if the update may have taken effect. Fulfils with the card if it has; else it was in vain. */
async function findOut(
	error: unknown,
	update: CardUpdate,
	change: Change,
	options: ReadSendOptions,
): Promise<string> {
	if (!(error instanceof SendError) || !error.mayHaveUpdated || options.signal?.aborted) {
		throw error;
	}
	// With a budget of its own: the other may be spent.
	const after = await sendWithin(update.reading, options).catch(() => undefined);
	const effect = after && update.effectOf(change, after);
	if (after === undefined || effect !== "taken") {
		throw effect === "none" ? error.withoutEffect(options.locale) : error;
	}
	return after;
}

/** What of a payload differs from a card. */
interface Change {
	/** The canonical body that is to be sent. */
	body: string;
	/** The same as it was given. */
	text: Uint8Array;
	changes: FieldChange[];
	issues: Issue[];
	/** The options of a validation against the card. */
	core: CoreOptions;
}

/** A wished update, read once: later changes of what the caller gave do nothing. */
class CardUpdate {
	/** Where the requests come from that read the card. */
	readonly reading: Source;
	readonly #given: Options;
	readonly #payload: Uint8Array;
	readonly #core: CoreOptions;
	readonly #words: MessageOf | undefined;

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
		const toRead = { brandId: brandIn(payload), ...given };
		const signer = readSigner(given);
		this.reading = source(toRead, getApi(given), signer, preparingGet(toRead));
		this.#given = given;
		this.#payload = encodedValue(payload);
		this.#core = coreOptions(given);
		this.#words = readMessages(given);
		// What is missing for the update is missed before anything is sent.
		readRequestOptions(given, operationOf(name));
	}

	/** What differs from a card, given as JSON text. Throws a ValidationError, if it cannot be sent. */
	compare(card: string): Change {
		const core = withCurrent(this.#core, encodedValue(cardIn(card)));
		return withForm(this.#payload, core, (form) => {
			const { body, issues } = readFormReport(responseOf(form.validate()));
			if (body === undefined) {
				throw new ValidationError(withMessages(issues, this.#words));
			}
			const text = encoder.encode(textOf(form.patch()));
			return { body, text, core, changes: changesIn(form), issues: withMessages(issues, this.#words) };
		});
	}

	/** The requests that send a change, and what is unusual about them once one was prepared. */
	sending({ text, core }: Change): { source: Source; issues(): readonly Issue[] } {
		const prepare = preparingText(text, this.#given, core);
		let issues: readonly Issue[] = [];
		const noting: typeof prepare = (attempt) => {
			const prepared = prepare(attempt);
			issues = prepared.issues;
			return prepared;
		};
		const sent = source(this.#given, core.read.api, readSigner(this.#given), noting);
		return { source: sent, issues: () => issues };
	}

	/** Whether a card that was read after a change holds it; whether it is as before; or neither. */
	effectOf({ body, changes }: Change, card: string): "taken" | "none" | undefined {
		const core = withCurrent(this.#core, encodedValue(cardIn(card)));
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

/** Asks a form that begins with a payload about it. */
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

/** The brand that a service provider's payload names: the query names it, too. */
function brandIn(payload: unknown): string | undefined {
	try {
		const { brand_id } = (payload ?? {}) as { brand_id?: unknown };
		return typeof brand_id === "string" ? brand_id : undefined;
	} catch {
		return undefined;
	}
}
