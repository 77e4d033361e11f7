#!/usr/bin/env node

/** The command-line tool. */

import type { WriteStream } from "node:tty";
import { localeOf } from "../options/locale.js";
import type { Arguments } from "./arguments/arguments.js";
import type { Command, Session } from "./arguments/command.js";
import { didYouMean } from "./arguments/did-you-mean.js";
import { parse } from "./arguments/parse.js";
import { COMMANDS } from "./commands/index.js";
import { completionFor, SHELLS } from "./completion.js";
import { PROGRAM, printCommandHelp, printHelp } from "./help.js";
import { Input } from "./input/input.js";
import { COMMON } from "./options/common.js";
import { printFailure } from "./report/print-failure.js";
import { ExitCode } from "./shared/exit-code.js";
import { Failure, UsageError, untranslated } from "./shared/failure.js";
import { API_NAMES, DEFAULT_API, libraryOf } from "./shared/libraries.js";
import { version } from "./shared/library.js";
import { Output } from "./terminal/output.js";
import { COLOURED, PLAIN, wantsColour } from "./terminal/styles.js";

for (const stream of [process.stdout, process.stderr]) {
	stream.on("error", (error: NodeJS.ErrnoException) => {
		process.exit(error.code === "EPIPE" ? ExitCode.BrokenPipe : ExitCode.Failed);
	});
}
process.exitCode = await main(process.argv.slice(2));

async function main(words: readonly string[]): Promise<ExitCode> {
	const [first = ""] = words;
	const command = COMMANDS.find(({ name }) => name === first);
	const flags = [...(command?.flags ?? []), COMMON].flatMap((group) => group.flags);
	const { given, problem } = parse(command === undefined ? words : words.slice(1), flags);
	const session = sessionOf(given);
	const { out, err, say } = session;
	try {
		if (problem !== undefined) {
			throw problem;
		}
		session.api = given.oneOf("api", API_NAMES) ?? DEFAULT_API;
		session.library = libraryOf(session.api);
		return await run(session, command);
	} catch (error) {
		if (!(error instanceof Failure)) {
			err.line(String(error instanceof Error ? error.stack : error));
			return ExitCode.Bug;
		}
		printFailure(err, say, error);
		if (error instanceof UsageError) {
			const asked = [PROGRAM, command?.name, "--help"].filter(Boolean).join(" ");
			err.line(say({ "zh-CN": `帮助：${asked}`, en: `help: ${asked}` }));
		}
		return ExitCode.Failed;
	} finally {
		await out.flush();
		await err.flush();
	}
}

async function run(session: Session, command: Command | undefined): Promise<ExitCode> {
	const { given, out, say } = session;
	if (given.has("version")) {
		out.line(version());
		return ExitCode.Success;
	}
	if (command === undefined) {
		return runWithoutCommand(session);
	}
	if (given.has("help")) {
		printCommandHelp(out, say, command);
		return ExitCode.Success;
	}
	given.exclusive("color", "no-color");
	return command.run(session);
}

/** `help`, `help COMMAND`, `--help`, `completion SHELL`, or a mistake. */
function runWithoutCommand({ given, locale, out, say }: Session): ExitCode {
	const [word, topic] = given.positionals;
	const shell = SHELLS.find((name) => name === topic);
	const command = COMMANDS.find(({ name }) => name === topic);
	if (word === "help" && command !== undefined) {
		printCommandHelp(out, say, command);
	} else if (given.has("help") || word === "help") {
		printHelp(out, say);
	} else if (word === "completion") {
		if (shell === undefined) {
			throw new UsageError(untranslated(`completion ${SHELLS.join("|")}`));
		}
		out.line(completionFor(shell, locale));
	} else if (word === undefined) {
		throw new UsageError({ "zh-CN": "缺少命令", en: "the command is missing" });
	} else {
		const names = COMMANDS.map(({ name }) => name);
		throw new UsageError(
			{ "zh-CN": `没有命令 ${word}`, en: `there is no command ${word}` },
			didYouMean(word, names) ?? untranslated(`${PROGRAM} check ${word}`),
		);
	}
	return ExitCode.Success;
}

function sessionOf(given: Arguments): Session {
	// Default: the system's language. ICU reads LC_ALL, LC_MESSAGES and LANG.
	const locale = localeOf(given.value("locale") ?? Intl.DateTimeFormat().resolvedOptions().locale);
	const option = given.has("color") ? true : given.has("no-color") ? false : undefined;
	const output = (stream: WriteStream) =>
		new Output(stream, wantsColour(option, process.env, stream.isTTY) ? COLOURED : PLAIN);
	return {
		given,
		locale,
		api: DEFAULT_API,
		library: libraryOf(DEFAULT_API),
		say: (words) => words[locale],
		input: new Input(),
		out: output(process.stdout),
		err: output(process.stderr),
	};
}
