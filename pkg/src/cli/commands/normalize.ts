import type { Command } from "../arguments/command.js";
import { CARD_FLAGS, eachCard } from "../cards/each-card.js";
import { exitCodeOf, summary } from "../cards/summary.js";
import { VALIDATION } from "../options/validation.js";
import { printIssues } from "../report/print-issues.js";
import { SourceText } from "../report/source-text.js";

export const normalize: Command = {
	name: "normalize",
	usage: "[OPTIONS] [FILE | -]...",
	summary: { "zh-CN": "输出规范的请求体", en: "print the canonical body" },
	about: {
		"zh-CN": "每张有效的卡输出一行；问题输出到标准错误。",
		en: "Prints a line for each valid card; problems go to standard error.",
	},
	flags: [{ title: { "zh-CN": "选项", en: "Options" }, flags: CARD_FLAGS }, VALIDATION],
	examples: ["normalize card.json", "normalize cards.ndjson > bodies.ndjson"],
	async run(session) {
		const { given, out, err, say } = session;
		const result = await eachCard(session, ({ card, validation, issues, state }) => {
			if (issues.length > 0) {
				printIssues(err, say, issues, SourceText.of(card), state);
			}
			if (validation.valid) {
				out.data(validation.body);
			}
		});
		if (!given.has("quiet") && result.tally.cards !== 1) {
			err.line(say(summary(result)));
		}
		return exitCodeOf(result);
	},
};
