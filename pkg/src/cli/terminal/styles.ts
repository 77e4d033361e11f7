/** Styles for parts of the output. */
export interface Styles {
	error(text: string): string;
	warning(text: string): string;
	good(text: string): string;
	strong(text: string): string;
	faint(text: string): string;
}

const ESCAPE = "\u001b[";

export const PLAIN: Styles = { error: same, warning: same, good: same, strong: same, faint: same };

export const COLOURED: Styles = {
	error: sgr("1;31", "22;39"),
	warning: sgr("1;33", "22;39"),
	good: sgr("1;32", "22;39"),
	strong: sgr("1", "22"),
	faint: sgr("2", "22"),
};

/** Whether to use colours: by option, else by FORCE_COLOR and NO_COLOR as in Node.js, else on terminals only. */
export function wantsColour(
	option: boolean | undefined,
	env: NodeJS.ProcessEnv,
	isTerminal: boolean,
): boolean {
	if (option !== undefined) {
		return option;
	}
	if (env.FORCE_COLOR !== undefined) {
		return !["0", "false"].includes(env.FORCE_COLOR);
	}
	return isTerminal && !env.NO_COLOR && env.TERM !== "dumb";
}

function same(text: string): string {
	return text;
}

function sgr(on: string, off: string): (text: string) => string {
	return (text) => (text === "" ? text : `${ESCAPE}${on}m${text}${ESCAPE}${off}m`);
}
