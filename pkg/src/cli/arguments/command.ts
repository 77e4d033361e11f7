import type { Input } from "../input/input.js";
import type { ExitCode } from "../shared/exit-code.js";
import type { Api, Library } from "../shared/libraries.js";
import type { Locale } from "../shared/library.js";
import type { Words } from "../shared/words.js";
import type { Output } from "../terminal/output.js";
import type { Arguments } from "./arguments.js";
import type { FlagGroup } from "./flag.js";

/** What a command works with. */
export interface Session {
	given: Arguments;
	locale: Locale;
	/** The endpoint that everything is about. */
	api: Api;
	/** The package for that endpoint. */
	library: Library;
	/** A text in the user's language. */
	say(words: Words): string;
	input: Input;
	out: Output;
	err: Output;
}

/** A command of the program. */
export interface Command {
	name: string;
	/** What stands behind its name. */
	usage: string;
	/** What it does, in one line. */
	summary: Words;
	/** What else is to know. */
	about: Words;
	flags: readonly FlagGroup[];
	/** Command lines behind the program's name. */
	examples: readonly string[];
	run(session: Session): Promise<ExitCode>;
}
