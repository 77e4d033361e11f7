import type { Command, Session } from "../arguments/command.js";
import { CARD_FLAGS, eachCard } from "../cards/each-card.js";
import { interruptible } from "../cards/interruption.js";
import { otherApi } from "../cards/other-api.js";
import { exitCodeOf, summary } from "../cards/summary.js";
import { STDIN } from "../input/input.js";
import { watchFiles } from "../input/watch.js";
import { VALIDATION } from "../options/validation.js";
import { cardResult } from "../report/card-result.js";
import { printFailure, printHint } from "../report/print-failure.js";
import { printIssues } from "../report/print-issues.js";
import { SourceText } from "../report/source-text.js";
import { ExitCode } from "../shared/exit-code.js";
import { Failure, UsageError } from "../shared/failure.js";

export const check: Command = {
	name: "check",
	usage: "[OPTIONS] [FILE | -]...",
	summary: { "zh-CN": "校验会员卡更新，报告所有问题", en: "validate updates and report every problem" },
	about: {
		"zh-CN":
			"每个文件是一张卡的 JSON；.ndjson 和 .jsonl 文件每行一张卡，数量不限；\n行内可同时给出卡的当前状态：{payload, current}。\n使用 --json 时，每张卡输出 {file, line, valid, body, issues}，\n每个问题带有行号和列号。",
		en: "A file is the JSON of one card. .ndjson and .jsonl files have one card per line;\na line can also be {payload, current}, a card with its state. --json prints\n{file, line, valid, body, issues} for each card, with line and column of each\nissue.",
	},
	flags: [
		{
			title: { "zh-CN": "选项", en: "Options" },
			flags: [
				...CARD_FLAGS,
				{
					name: "json",
					help: { "zh-CN": "每张卡输出一行 JSON", en: "print one line of JSON for each card" },
				},
				{
					name: "warnings-as-errors",
					short: "W",
					help: { "zh-CN": "有警告时也以 1 退出", en: "also exit with 1 for warnings" },
				},
				{
					name: "watch",
					help: {
						"zh-CN": "文件改动后重新校验，直到 Ctrl+C",
						en: "check again when a file changes, until Ctrl+C",
					},
				},
			],
		},
		VALIDATION,
	],
	examples: [
		"check card.json",
		"check card.json --current state.json --locale en",
		"check card.json --api card-member.partner.update",
		"check card.json --watch",
		"check cards.ndjson --json > verdicts.ndjson",
		"check --ndjson - < cards.txt",
	],
	async run(session) {
		if (!session.given.has("watch")) {
			return checkOnce(session);
		}
		const files = filesToWatch(session);
		await interruptible(async (signal) => {
			// Watch first: a file that changes during a check is checked again.
			const changes = watchFiles(files, signal);
			await checkOnce(session);
			for await (const _ of changes) {
				await checkAgain(session);
			}
		});
		return ExitCode.Interrupted;
	},
};

/** The files that the command line names. Standard input cannot be watched. */
function filesToWatch({ given, input }: Session): string[] {
	const names = [...input.sources(given.positionals), ...given.values("current")];
	if (names.includes(STDIN)) {
		throw new UsageError({ "zh-CN": "--watch 只用于文件", en: "--watch is for files" });
	}
	return names;
}

/** Reports failures and goes on: a file may be half written. */
async function checkAgain(session: Session): Promise<void> {
	const { given, out, err, say } = session;
	if (!given.has("json")) {
		out.line();
	}
	try {
		await checkOnce(session);
	} catch (error) {
		if (!(error instanceof Failure)) {
			throw error;
		}
		printFailure(err, say, error);
		await err.flush();
	}
}

async function checkOnce(session: Session): Promise<ExitCode> {
	const { given, out, err, say } = session;
	const asJson = given.has("json");
	const result = await eachCard(session, (result) => {
		const { card, validation, issues, state } = result;
		if (asJson) {
			out.data(JSON.stringify(cardResult(card, validation, issues)));
		} else if (issues.length > 0) {
			printIssues(out, say, issues, SourceText.of(card), state);
			printHint(out, say, otherApi(session, result));
		}
	});
	if (!given.has("quiet")) {
		// With --json, standard output has one line for each card and nothing else.
		const output = asJson ? err : out;
		const { invalid, unreadable } = result.tally;
		const style = output.styles[invalid + unreadable === 0 ? "good" : "error"];
		output.line(style(say(summary(result))));
	}
	await out.flush();
	await err.flush();
	return exitCodeOf(result, given.has("warnings-as-errors"));
}
