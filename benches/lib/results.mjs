/** From measured values to ratios. */

import { OURS } from "../peers/index.mjs";

/** What is measured, in the order of the report. */
export const MEASURES = {
	whole: "bytes in, verdict, canonical body, string to sign out",
	object: "object in, issues out",
	warnings: "object in, issues out, with the warnings of valid updates, which no peer has",
	keystroke: "one keystroke in a form: CardForm.set beside a whole revalidation",
	cold: "from import to first verdict, on the documented example, in a fresh process",
	download: "bytes to download, with the same rules",
	native: "native Rust: bytes in, canonical body or issues out",
};

/** One line of the report: what it is about, and a value of each validator. Smaller is better. */
export function row(measure, about, unit, values) {
	const ours = values[OURS];
	const ratios = Object.entries(values).map(([name, value]) => [name, round(value / ours)]);
	return { measure, about, unit, values: mapValues(values, round), ratios: Object.fromEntries(ratios) };
}

export function mapValues(object, map) {
	return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));
}

/** To three significant digits, for there are no more. */
function round(value) {
	return Number(value.toPrecision(3));
}
