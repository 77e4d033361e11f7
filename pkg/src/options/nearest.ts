import leven from "leven";

/** How many letters a word and another that begins with it must share to be near each other. */
const MIN_BEGINNING = 4;

/**
 * The candidate nearest to a word, if one is near: the same but for case and punctuation, within a third of its length by
 * insertions, deletions and substitutions, or with the other one as its beginning.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
	const letters = lettersOf(word);
	let found: string | undefined;
	let least = Number.POSITIVE_INFINITY;
	for (const candidate of candidates) {
		const its = lettersOf(candidate);
		const distance = isBeginning(letters, its) ? 1 : leven(letters, its);
		if (distance <= its.length / 3 && distance < least) {
			found = candidate;
			least = distance;
		}
	}
	return found;
}

function lettersOf(word: string): string {
	return word.replace(/[^a-z\d]/gi, "").toLowerCase();
}

function isBeginning(one: string, other: string): boolean {
	const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
	return shorter.length >= MIN_BEGINNING && longer.startsWith(shorter);
}
