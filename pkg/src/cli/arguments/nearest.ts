import { closestMatch } from "leven";
import type { Words } from "../shared/words.js";

const MAX_DISTANCE = 3;

/** A hint at the known word that a wrong one resembles, if there is one. */
export function didYouMean(word: string, known: readonly string[]): Words | undefined {
	// Of a short word, hardly a letter may differ.
	const maxDistance = Math.min(MAX_DISTANCE, Math.floor(word.replace(/^-+/, "").length / 2));
	const longer = known.filter((candidate) => word.length > 3 && candidate.startsWith(word));
	const near = longer.length === 1 ? longer[0] : closestMatch(word, [...known], { maxDistance });
	return near === undefined ? undefined : { "zh-CN": `您是否要用 ${near}？`, en: `did you mean ${near}?` };
}
