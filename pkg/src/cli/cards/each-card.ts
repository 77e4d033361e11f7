import type { Session } from "../arguments/command.js";
import type { Flag } from "../arguments/flag.js";
import type { Card } from "../input/card.js";
import { readValidation } from "../options/validation.js";
import { printFailure } from "../report/print-failure.js";
import { SourceText } from "../report/source-text.js";
import type { Api } from "../shared/libraries.js";
import type { Issue, Validation } from "../shared/library.js";
import { Progress } from "./progress.js";
import { type JobResult, validateCards } from "./validate-cards.js";

/** The options of the commands that read many cards. */
export const CARD_FLAGS: readonly Flag[] = [
	{
		name: "ndjson",
		help: { "zh-CN": "输入每行一张卡（用于标准输入）", en: "one card per line, also on standard input" },
	},
	{
		name: "quiet",
		short: "q",
		help: { "zh-CN": "只输出错误，不输出警告和统计", en: "only errors: no warnings, no summary" },
	},
];

/** A card that was validated. */
export interface CheckedCard {
	card: Card;
	validation: Validation<Api>;
	/** The issues to print. */
	issues: readonly Issue[];
	/** The card's state, if one was given. */
	state: SourceText | undefined;
}

/** Validates the cards that the command line names, and reports each. */
export async function eachCard(session: Session, report: (checked: CheckedCard) => void): Promise<JobResult> {
	const { given, input, library, locale, out, err, say } = session;
	const isQuiet = given.has("quiet");
	const sources = input.sources(given.positionals);
	const { options, state } = await readValidation(session);
	const progress = err.isTerminal && !isQuiet ? new Progress(process.stderr, locale) : undefined;
	const outputs = [out, err];
	for (const output of outputs.filter(({ isTerminal }) => isTerminal)) {
		output.beforeWriting = () => progress?.hide();
	}
	return validateCards({
		input,
		sources,
		ndjson: given.has("ndjson"),
		library,
		options,
		outputs,
		progress,
		report(card, validation) {
			const issues = isQuiet
				? validation.issues.filter(({ severity }) => severity === "error")
				: validation.issues;
			report({ card, validation, issues, state: SourceText.ofState(card) ?? state });
		},
		fail: (failure) => printFailure(err, say, failure),
	});
}
