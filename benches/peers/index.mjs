/** The package and its peers, each behind the same functions. */

import { canonical, messageOf } from "../lib/canonical.mjs";

export const OURS = "membercard";
export const STANDALONE = "ajv-standalone";
export const NAMES = [OURS, "ajv", STANDALONE, "zod", "valibot", "typebox", "arktype"];

/** `issues` and `pointers` of a validator, `wholeJob`, `keystrokes` and, if it knows warnings, `allIssues`. */
export async function load(name) {
	return complete(await import(`./${name}.mjs`));
}

/** A peer's whole job is its verdict between `JSON.parse` and the shared writer, and a keystroke is a new verdict. */
export function complete({ issues, allIssues, pointers, wholeJob, keystrokes }) {
	return {
		issues,
		allIssues,
		pointers,
		wholeJob: wholeJob ?? ((bytes) => peersJob(bytes, issues)),
		keystrokes: keystrokes ?? ((update) => revalidation(update, issues)),
	};
}

const decoder = new TextDecoder("utf-8", { fatal: true });

function peersJob(bytes, issues) {
	const update = JSON.parse(decoder.decode(bytes));
	const found = issues(update);
	return found.length > 0 ? found : messageOf(canonical(update));
}

function revalidation(update, issues) {
	const edited = { ...update };
	return (title) => {
		edited.title = title;
		return issues(edited);
	};
}
