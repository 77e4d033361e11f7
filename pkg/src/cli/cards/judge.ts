import type { Card } from "../input/card.js";
import { type Batch, cardsInLines, isStream, singleCard } from "../input/cards.js";
import type { Input } from "../input/input.js";
import { Failure } from "../shared/failure.js";
import type { Api, Library } from "../shared/libraries.js";
import type { ValidateOptions, Validation } from "../shared/library.js";
import type { Output } from "../terminal/output.js";
import { interruptible } from "./interruption.js";
import type { Progress } from "./progress.js";
import { Tally } from "./tally.js";

/** What is to be done with cards. */
export interface Judging {
	input: Input;
	sources: readonly string[];
	/** Whether every input has a card in each line, whatever its name. */
	ndjson: boolean;
	library: Library;
	options: ValidateOptions<Api>;
	/** Where it is told of the cards. */
	outputs: readonly Output[];
	progress: Progress | undefined;
	/** Tells of one card. */
	tell(card: Card, validation: Validation<Api>): void;
	/** Tells of an input that cannot be read. */
	fail(failure: Failure): void;
}

/** What came of it. */
export interface Judged {
	tally: Tally;
	/** Whether it was ended before all was done. */
	interrupted: boolean;
}

/** Validates all cards of all inputs, one after the other, no faster than it can be told of them. */
export async function judge(judging: Judging): Promise<Judged> {
	const tally = new Tally();
	const interrupted = await interruptible(async (signal) => {
		for (const source of judging.sources) {
			try {
				await judgeInput(judging, source, tally, signal);
			} catch (error) {
				if (!(error instanceof Failure)) {
					throw error;
				}
				tally.unreadable += 1;
				judging.fail(error);
				await flush(judging.outputs);
			}
		}
	});
	judging.progress?.hide();
	return { tally, interrupted };
}

async function judgeInput(
	judging: Judging,
	source: string,
	tally: Tally,
	signal: AbortSignal,
): Promise<void> {
	const { input, progress } = judging;
	if (judging.ndjson || isStream(source)) {
		progress?.begin(await input.size(source));
		for await (const batch of cardsInLines(input, source, signal)) {
			await judgeBatch(judging, batch, tally);
			progress?.advance(batch.size, tally);
		}
	} else {
		await judgeBatch(judging, { cards: [await singleCard(input, source)], size: 0 }, tally);
	}
}

async function judgeBatch(
	{ library, options, outputs, tell }: Judging,
	{ cards }: Batch,
	tally: Tally,
): Promise<void> {
	for (const card of cards) {
		const validation = library.validateJson(card.bytes, optionsFor(card, options));
		tally.add(validation);
		tell(card, validation);
		if (outputs.some(({ isFull }) => isFull)) {
			await flush(outputs);
		}
	}
	await flush(outputs);
}

/** A state that stands beside a card counts, not that of all. */
function optionsFor({ current }: Card, options: ValidateOptions<Api>): ValidateOptions<Api> {
	return current === undefined
		? options
		: { ...options, current: JSON.parse(new TextDecoder().decode(current.bytes)) };
}

async function flush(outputs: readonly Output[]): Promise<void> {
	for (const output of outputs) {
		await output.flush();
	}
}
