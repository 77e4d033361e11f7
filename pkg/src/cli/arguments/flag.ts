import type { Localized } from "../../options/locale.js";

/** An option of a command line. */
export interface Flag {
	/** The name without dashes. */
	name: string;
	/** The short form: one letter. */
	short?: string;
	/** The placeholder of its value in the help. Absent if it takes no value. */
	takes?: string;
	/** Whether it may be repeated. Otherwise the last one counts. */
	repeats?: boolean;
	help: Localized;
}

/** Options that belong together. */
export interface FlagGroup {
	title: Localized;
	flags: readonly Flag[];
}
