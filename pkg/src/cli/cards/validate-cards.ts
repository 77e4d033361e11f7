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

/** Cards to validate, and where to report them. */
export interface ValidationJob {
	input: Input;
	sources: readonly string[];
	/** Whether to read one card a line from every input, whatever its file name. */
	ndjson: boolean;
	library: Library;
	options: ValidateOptions<Api>;
	/** The outputs that reports go to. */
	outputs: readonly Output[];
	progress: Progress | undefined;
	/** Reports a card. */
	report(card: Card, validation: Validation<Api>): void;
	/** Reports an input that cannot be read. */
	fail(failure: Failure): void;
}

/** The result of a job. */
export interface JobResult {
	tally: Tally;
	/** Whether Ctrl+C ended it early. */
	interrupted: boolean;
}

/** Validates all cards of all inputs in order, no faster than the outputs are read. */
export async function validateCards(job: ValidationJob): Promise<JobResult> {
	const tally = new Tally();
	const interrupted = await interruptible(async (signal) => {
		for (const source of job.sources) {
			try {
				await validateInput(job, source, tally, signal);
			} catch (error) {
				if (!(error instanceof Failure)) {
					throw error;
				}
				tally.unreadable += 1;
				job.fail(error);
				await flush(job.outputs);
			}
		}
	});
	job.progress?.hide();
	return { tally, interrupted };
}

async function validateInput(
	job: ValidationJob,
	source: string,
	tally: Tally,
	signal: AbortSignal,
): Promise<void> {
	const { input, progress } = job;
	if (job.ndjson || isStream(source)) {
		progress?.begin(await input.size(source));
		for await (const batch of cardsInLines(input, source, signal)) {
			await validateBatch(job, batch, tally);
			progress?.advance(batch.size, tally);
		}
	} else {
		await validateBatch(job, { cards: [await singleCard(input, source)], size: 0 }, tally);
	}
}

async function validateBatch(
	{ library, options, outputs, report }: ValidationJob,
	{ cards }: Batch,
	tally: Tally,
): Promise<void> {
	for (const card of cards) {
		const validation = library.validateJson(card.bytes, optionsFor(card, options));
		tally.add(validation);
		report(card, validation);
		if (outputs.some(({ isFull }) => isFull)) {
			await flush(outputs);
		}
	}
	await flush(outputs);
}

/** A state given beside a card replaces the state given for all cards. */
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
