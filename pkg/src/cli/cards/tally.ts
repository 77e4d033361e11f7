import type { Api } from "../shared/libraries.js";
import type { Validation } from "../shared/library.js";

/** Counts of cards and issues. */
export class Tally {
	cards = 0;
	invalid = 0;
	errors = 0;
	warnings = 0;
	/** Inputs that could not be read. */
	unreadable = 0;

	add({ valid, issues }: Validation<Api>): void {
		this.cards += 1;
		this.invalid += valid ? 0 : 1;
		for (const { severity } of issues) {
			if (severity === "error") {
				this.errors += 1;
			} else {
				this.warnings += 1;
			}
		}
	}
}
