import leven from "leven";

/** A word is near a longer one that begins with it if it has at least so many letters. */
const MIN_BEGINNING = 4;

/**
 * The candidate nearest to a word, if any is near. Near means: an edit distance of at most a third of its length,
 * ignoring case and punctuation, or one is the beginning of the other.
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
