import type { Localized } from "../../options/locale.js";
import type { Input } from "../input/input.js";
import type { ExitCode } from "../shared/exit-code.js";
import type { Api, Library } from "../shared/libraries.js";
import type { Locale } from "../shared/library.js";
import type { Output } from "../terminal/output.js";
import type { Arguments } from "./arguments.js";
import type { FlagGroup } from "./flag.js";

/** The context of a command. */
export interface Session {
	given: Arguments;
	locale: Locale;
	/** The endpoint. */
	api: Api;
	/** The package for that endpoint. */
	library: Library;
	/** Picks the text in the user's language. */
	say(words: Localized): string;
	input: Input;
	out: Output;
	err: Output;
}

/** A command of the command-line tool. */
export interface Command {
	name: string;
	/** Its arguments, for the help. */
	usage: string;
	/** What it does, in one line. */
	summary: Localized;
	/** More details, for the help. */
	about: Localized;
	flags: readonly FlagGroup[];
	/** Example command lines, without the program's name. */
	examples: readonly string[];
	run(session: Session): Promise<ExitCode>;
}
