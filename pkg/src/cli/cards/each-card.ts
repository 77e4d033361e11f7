import type { Session } from "../arguments/command.js";
import type { Flag } from "../arguments/flag.js";
import type { Card } from "../input/card.js";
import { readValidation } from "../options/validation.js";
import { SourceText } from "../report/source-text.js";
import { tellFailure } from "../report/tell-failure.js";
import type { Api } from "../shared/libraries.js";
import type { Issue, Validation } from "../shared/library.js";
import { type Judged, judge } from "./judge.js";
import { Progress } from "./progress.js";

/** The options of the commands that read many cards. */
export const CARD_FLAGS: readonly Flag[] = [
	{
		name: "ndjson",
		help: { "zh-CN": "输入每行一张卡（用于标准输入）", en: "a card in each line, also on standard input" },
	},
	{
		name: "quiet",
		short: "q",
		help: { "zh-CN": "只输出错误，不输出警告和统计", en: "only errors: no warnings, no summary" },
	},
];

/** What is known of a card. */
export interface JudgedCard {
	card: Card;
	validation: Validation<Api>;
	/** The issues to tell. */
	issues: readonly Issue[];
	/** The card's state, if one was given. */
	state: SourceText | undefined;
}

/** Validates the cards that the command line names, and has each told of. */
export async function eachCard(session: Session, tell: (judged: JudgedCard) => void): Promise<Judged> {
	const { given, input, library, locale, out, err, say } = session;
	const isQuiet = given.has("quiet");
	const sources = input.named(given.positionals);
	const { options, state } = await readValidation(session);
	const progress = err.isTerminal && !isQuiet ? new Progress(process.stderr, locale) : undefined;
	const outputs = [out, err];
	for (const output of outputs.filter(({ isTerminal }) => isTerminal)) {
		output.beforeWriting = () => progress?.hide();
	}
	return judge({
		input,
		sources,
		ndjson: given.has("ndjson"),
		library,
		options,
		outputs,
		progress,
		tell(card, validation) {
			const issues = isQuiet
				? validation.issues.filter(({ severity }) => severity === "error")
				: validation.issues;
			tell({ card, validation, issues, state: SourceText.ofState(card) ?? state });
		},
		fail: (failure) => tellFailure(err, say, failure),
	});
}
