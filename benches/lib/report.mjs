/** The results as a table for the terminal. */

import { OURS } from "../peers/index.mjs";
import { BUNDLED } from "./bundles.mjs";
import { MEASURES } from "./results.mjs";

const ABOUT = 46;
const CELL = 11;
const GOAL = 72;

export function report({ same, goals, rows, memory }) {
	const lines = [];
	for (const [measure, title] of Object.entries(MEASURES)) {
		const those = rows.filter((row) => row.measure === measure);
		if (those.length === 0) {
			continue;
		}
		const names = inOrder(Object.keys(those[0].values));
		lines.push("", title, line("", names));
		for (const { about, unit, values, ratios } of those) {
			const cells = names.map((name) => (name === OURS ? amount(values[name], unit) : `${ratios[name]}×`));
			lines.push(line(about, cells));
		}
	}
	lines.push("", `growth of memory over ${memory.validations} validations, in MiB`);
	lines.push(line("", Object.keys(memory.bytes)));
	const mebibytes = Object.values(memory.bytes).map((bytes) => (bytes / 2 ** 20).toFixed(1));
	lines.push(line("resident", mebibytes), "");
	lines.push("goals: peer ÷ ours, or bytes allowed ÷ ours; each wants to reach its floor");
	for (const { goal, floor, share, isReached } of goals) {
		lines.push(goal.padEnd(GOAL) + line("", [floor, share, isReached ? "reached" : "-"]).trimStart());
	}
	lines.push("");
	lines.push(
		`A peer's number is a multiple of ${OURS}'s: above 1 it is slower or larger, below 1 faster or smaller.`,
	);
	lines.push(`All were asked for ${same.inputs} verdicts first; other ones: ${verdicts(same)}.`);
	return lines.join("\n");
}

/** Ours first, for all others are multiples of it. */
function inOrder(names) {
	const place = (name) => (BUNDLED.includes(name) ? BUNDLED.indexOf(name) : BUNDLED.length);
	return names.toSorted((a, b) => place(a) - place(b));
}

function verdicts({ peers }) {
	const other = Object.entries(peers).flatMap(([name, { verdicts }]) =>
		verdicts.map((input) => `${name}, ${input.name}`),
	);
	return other.length === 0 ? "none" : other.join("; ");
}

function line(about, cells) {
	return about.padEnd(ABOUT) + cells.map((cell) => String(cell).padStart(CELL + 4)).join("");
}

/** An amount in the unit that it has few digits in. */
export function amount(value, unit) {
	const units = { ns: ["ns", "µs", "ms", "s"], B: ["B", "kB", "MB"] }[unit];
	let at = 0;
	let left = value;
	while (left >= 1000 && at < units.length - 1) {
		left /= 1000;
		at += 1;
	}
	return `${Number(left.toPrecision(3))} ${units[at]}`;
}
