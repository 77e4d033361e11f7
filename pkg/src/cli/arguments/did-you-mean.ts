import { closestMatch } from "leven";
import type { Localized } from "../../options/locale.js";

const MAX_DISTANCE = 3;

/** Suggests the known word that a wrong one resembles, if any. */
export function didYouMean(word: string, known: readonly string[]): Localized | undefined {
	// In a short word, hardly a letter may differ.
	const maxDistance = Math.min(MAX_DISTANCE, Math.floor(word.replace(/^-+/, "").length / 2));
	const longer = known.filter((candidate) => word.length > 3 && candidate.startsWith(word));
	const near = longer.length === 1 ? longer[0] : closestMatch(word, [...known], { maxDistance });
	return near === undefined ? undefined : { "zh-CN": `您是否要用 ${near}？`, en: `did you mean ${near}?` };
}
