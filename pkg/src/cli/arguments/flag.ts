import type { Words } from "../shared/words.js";

/** An option of a command line. */
export interface Flag {
	/** Without its dashes. */
	name: string;
	/** Its one letter. */
	short?: string;
	/** What its value is called in the help; without, it takes none. */
	takes?: string;
	/** Whether it may be given several times, each with a value. Otherwise the last one counts. */
	repeats?: boolean;
	help: Words;
}

/** Options that belong together. */
export interface FlagGroup {
	title: Words;
	flags: readonly Flag[];
}
