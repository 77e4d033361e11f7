import { Deadline } from "../runtime/deadline.js";
import type { ReadSendOptions } from "./read-send-options.js";
import type { RequestSource } from "./request-source.js";
import { Sending } from "./sending.js";

/** Sends a request within its own time limit. Fulfils with the card in the response, as JSON text. */
export async function sendWithin(source: RequestSource, options: ReadSendOptions): Promise<string> {
	return withBudget(options, (budget) => new Sending(source, options, budget).run());
}

/** Does work within the time limit of the options. */
export async function withBudget<T>(
	{ budgetMs, signal }: ReadSendOptions,
	work: (budget: Deadline) => Promise<T>,
): Promise<T> {
	const budget = new Deadline(budgetMs, signal);
	try {
		return await work(budget);
	} finally {
		budget.end();
	}
}
