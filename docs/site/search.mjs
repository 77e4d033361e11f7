/**
 * The words of a text or a query. Chinese has no blanks between words, and browsers
 * do not agree where they are: each pair of neighbours counts as one, so any part of a text is found.
 *
 * The site runs this function from its source: it may use nothing from around it.
 */
export function words(text) {
	const runs = text.match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu) ?? [];
	return runs.flatMap((run) => {
		const characters = [...run];
		const isHan = /^\p{Script=Han}/u.test(run);
		return isHan && characters.length > 1
			? characters.map((character, at) => character + (characters[at + 1] ?? ""))
			: run;
	});
}
